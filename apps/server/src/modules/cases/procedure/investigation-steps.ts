import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { last } from '../domain/check-input.ts';
import { hearingNotice, lateNoticeWords } from '../domain/hearing-notice.ts';
import { listEntries } from '../repositories/entry-repository.ts';
import { fieldsOf } from './action-fields.ts';
import { caseOf, loadedOf, note } from './case-of-step.ts';
import { requireWithinRange } from './require-range.ts';

export async function excludeDays(step: ActionStep): Promise<ActionEffect> {
  const { cause, from, to, document } = fieldsOf('excludeDecision', step.fields);
  const { filed_on: filedOn } = await caseOf(step);
  if (filedOn !== null && from < filedOn) throw new AppError('cases.case.before-filing', { on: from, filedOn });
  await note(step, 'exclusion', { clock: 'decision', cause, from, to, document });
  return { to: step.file.state, clocks: [{ clock: 'decision', event: { type: 'exclude', cause, from, to } }] };
}

export async function extend(step: ActionStep): Promise<ActionEffect> {
  const { reason, ...dated } = fieldsOf('reason', step.fields);
  const { on } = await note(step, 'extension', { clock: 'decision', extension: 'first', reason }, dated);
  return { to: step.file.state, clocks: [{ clock: 'decision', event: { type: 'extend', extension: 'first', on } }] };
}

export async function extendCollective(step: ActionStep): Promise<ActionEffect> {
  const { days, reason } = fieldsOf('extendCollective', step.fields);
  const { on } = await note(step, 'extension', { clock: 'decision', extension: 'collective', days, reason });
  return {
    to: step.file.state,
    clocks: [{ clock: 'decision', event: { type: 'extend', extension: 'collective', days, on } }],
  };
}

const simple =
  (kind: string) =>
  async (step: ActionStep): Promise<ActionEffect> => {
    const { reason, ...dated } = fieldsOf('reason', step.fields);
    return { on: (await note(step, kind, { reason }, dated)).on };
  };
export const suspend = simple('suspension');
export const resume = simple('resumption');
export const terminate = simple('termination');
export const sendBack = async (step: ActionStep): Promise<undefined> => {
  await note(step, 'review', { opinion: 'return', text: fieldsOf('reason', step.fields).reason });
  return undefined;
};

export async function report(step: ActionStep): Promise<undefined> {
  const given = fieldsOf('report', step.fields);
  const loaded = await loadedOf(step);
  // Without it nobody can say whether the act may still be punished: asked for here, not as late as the decision.
  if (given.decisionKind === 'penalty' && loaded.row.act_to === null)
    throw new AppError('cases.report.no-act-end', { article: '行政处罚法(2021)第36条' });
  requireWithinRange(step.ctx, loaded, given.fineFen);
  await note(step, 'report', given);
  return undefined;
}

export async function review(step: ActionStep): Promise<ActionEffect> {
  const { kind, opinion, text } = fieldsOf('review', step.fields);
  await note(step, kind, { opinion, text });
  return { to: opinion === 'return' ? 'investigating' : step.file.state };
}

/** The notice rests on a review that agreed. @throws AppError cases.case.stopped */
async function requireReviewed(step: ActionStep): Promise<void> {
  const { tx, ctx, file } = step;
  const entries = await listEntries(tx, ctx.district, file.id);
  const from = last(entries, 'report')?.seq ?? 0;
  const agreed = entries.some(
    ({ kind, data, seq }) => seq > from && (kind === 'review' || kind === 'legal-review') && data.opinion === 'agree',
  );
  if (!agreed)
    throw new AppError('cases.case.stopped', {
      text: ctx.language === 'zh' ? '案件尚未审核通过' : 'The review has not agreed yet',
      article: '市场监督管理行政处罚程序规定第50条、第52条',
    });
}

export async function notify(step: ActionStep): Promise<undefined> {
  const given = fieldsOf('notice', step.fields);
  await requireReviewed(step);
  requireWithinRange(step.ctx, await loadedOf(step), given.fineFen);
  await note(step, 'notice', given);
  return undefined;
}

export async function concludeReview(step: ActionStep): Promise<undefined> {
  await requireReviewed(step);
  const { tx, ctx, file } = step;
  const proposed = last(await listEntries(tx, ctx.district, file.id), 'report')?.data.decisionKind;
  if (proposed === 'penalty')
    throw new AppError('cases.case.stopped', {
      text:
        ctx.language === 'zh'
          ? '拟给予行政处罚的，作出决定前应当告知当事人'
          : 'A penalty is told to the party beforehand',
      article: '行政处罚法(2021)第44条',
    });
  return undefined;
}

export async function serveNotice(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const { mode, receiver, ...dated } = fieldsOf('service', step.fields);
  const { on } = await note(step, 'service', { what: 'notice', mode, receiver }, dated);
  const hearing = last(await listEntries(tx, ctx.district, file.id), 'notice')?.data.hearing === true;
  return {
    on,
    clocks: [
      { clock: 'statement', event: { type: 'start', on } },
      ...(hearing ? [{ clock: 'hearing-request', event: { type: 'start', on } } as const] : []),
    ],
  };
}

export async function stateCase(step: ActionStep): Promise<ActionEffect> {
  const { text, accepted, answer, ...dated } = fieldsOf('statement', step.fields);
  await note(step, 'statement', { text, accepted, answer }, dated);
  return { to: step.file.state };
}

export async function waive(step: ActionStep): Promise<undefined> {
  const { reason, ...dated } = fieldsOf('reason', step.fields);
  const { tx, ctx, file } = step;
  const entries = await listEntries(tx, ctx.district, file.id);
  const noticed = last(entries, 'notice')?.seq ?? 0;
  if (!entries.some(({ kind, data, seq }) => kind === 'service' && data.what === 'notice' && seq > noticed))
    throw new AppError('cases.case.stopped', {
      text: ctx.language === 'zh' ? '告知书尚未送达' : 'The notice has not been served',
      article: '行政处罚法(2021)第44条、第45条',
    });
  await note(step, 'statement', { text: reason, waived: true }, dated);
  return undefined;
}

export async function requestHearing(step: ActionStep): Promise<ActionEffect> {
  const { by, ...dated } = fieldsOf('hearingRequest', step.fields);
  return { on: (await note(step, 'hearing-request', { by }, dated)).on };
}

interface HearingDays {
  readonly heldOn: string;
  readonly notifiedOn: string | null;
}

/** A hearing is held only once its notice has been served so long before. @throws AppError cases.case.in-future · cases.case.stopped */
async function requireNoticed({ tx, ctx, file }: ActionStep, { heldOn, notifiedOn }: HearingDays): Promise<void> {
  if (heldOn > ctx.today) throw new AppError('cases.case.in-future', { on: heldOn, today: ctx.today });
  const notice = hearingNotice(await listEntries(tx, ctx.district, file.id), heldOn, notifiedOn);
  if (notice?.late === true)
    throw new AppError('cases.case.stopped', {
      text: lateNoticeWords(notice, heldOn)[ctx.language === 'zh' ? 0 : 1],
      article: notice.article,
    });
}

export async function concludeHearing(step: ActionStep): Promise<undefined> {
  const given = fieldsOf('hearing', step.fields);
  const { officers } = await loadedOf(step);
  if (officers.some(({ name }) => name === given.presider))
    throw new AppError('cases.officer.conflict', {
      name: given.presider,
      why: step.ctx.language === 'zh' ? '本案调查人员不得主持听证' : 'an investigator may not preside',
      article: '行政处罚法(2021)第64条第四项',
    });
  await requireNoticed(step, given);
  await note(step, 'hearing', given);
  return undefined;
}

export async function discuss(step: ActionStep): Promise<undefined> {
  const { participants, opinion, ...dated } = fieldsOf('discussion', step.fields);
  await note(step, 'discussion', { participants, opinion }, dated);
  return undefined;
}
