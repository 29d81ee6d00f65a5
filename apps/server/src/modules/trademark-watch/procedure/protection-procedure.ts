import { addDays, addMonths } from '@jince/calendar';
import { z } from 'zod';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionStep, ProcedureDefinition } from '../../../platform/procedures/index.ts';
import { closeHitsOfMark, orderMatch } from '../commands/close-hits.ts';
import { bumpDirectory, findMark, type MarkRecord, updateMark } from '../repositories/mark-repository.ts';
import { HIT_ACT, MARK_DECIDE, MARK_EDIT, MARK_READ } from '../trademark-watch.catalogue.ts';
import { KEEP_FOR_ALLIED, PROTECTION_PROCEDURE, protectionStates } from './states.ts';

const both = (zh: string, en: string) => ({ zh, en });
const text = (zh: string, en: string) =>
  z
    .string()
    .trim()
    .min(2)
    .max(2000)
    .meta({ label: both(zh, en) });
const causes = {
  'right-lost': both('商标权已丧失', 'The right is lost'),
  'own-wish': both('权利人申请移出', 'The holder wishes it'),
  'criteria-not-met': both('不再符合入选标准', 'The criteria are met no more'),
  misuse: both('权利人滥用名录保护', 'The holder misused the protection'),
} as const;
const cause = z
  .enum(['right-lost', 'own-wish', 'criteria-not-met', 'misuse'])
  .meta({ label: both('移出情形', 'Cause'), choices: causes });
type Cause = keyof typeof causes;

async function markOf({ tx, ctx, file }: ActionStep): Promise<MarkRecord> {
  const mark = await findMark(tx, ctx.district, file.subjectId);
  if (mark === undefined) throw new AppError('platform.not-found');
  return mark;
}

/** Last day of the protection that starts on a day: the jurisdiction's term. */
function untilOf({ ctx }: ActionStep): string {
  const { count, unit } = ctx.services.jurisdiction.watchSettings.term;
  return addDays(addMonths(ctx.today, unit === 'year' ? count * 12 : count), -1);
}

async function list(step: ActionStep): Promise<undefined> {
  const { tx, ctx } = step;
  const mark = await markOf(step);
  await updateMark(tx, ctx.district, mark.id, { state: 'listed', listed_on: ctx.today, until_on: untilOf(step) });
  await bumpDirectory(tx, ctx.district);
  await orderMatch(tx, ctx, { cause: 'directory', marks: [mark.id] });
}

async function review(step: ActionStep): Promise<undefined> {
  const { tx, ctx } = step;
  const mark = await markOf(step);
  await updateMark(tx, ctx.district, mark.id, { until_on: untilOf(step) });
  await bumpDirectory(tx, ctx.district);
}

const end =
  (state: 'refused' | 'withdrawn') =>
  async (step: ActionStep): Promise<undefined> => {
    const { tx, ctx, fields } = step;
    const mark = await markOf(step);
    await updateMark(tx, ctx.district, mark.id, {
      state,
      ended_on: ctx.today,
      ended_reason: typeof fields.reason === 'string' ? fields.reason : null,
    });
  };

/** Takes a mark out: what was found for it and not judged is closed with the reason, in the same transaction. */
async function remove(step: ActionStep): Promise<undefined> {
  const { tx, ctx, fields } = step;
  const mark = await markOf(step);
  const reason = `${causes[fields.cause as Cause].zh}：${String(fields.reason)}`;
  await updateMark(tx, ctx.district, mark.id, { state: 'removed', ended_on: ctx.today, ended_reason: reason });
  await closeHitsOfMark(tx, ctx, mark.id, `商标已移出名录（${reason}）`);
  await bumpDirectory(tx, ctx.district);
}

/** A mark of the directory: nominated, decided by somebody else, looked at again at the end of its period, removed. */
export const protectionProcedure: ProcedureDefinition = {
  procedure: PROTECTION_PROCEDURE,
  label: both('重点商标保护', 'Protected mark'),
  prefix: 'BH',
  initial: 'draft',
  states: protectionStates,
  clocks: [
    {
      clock: 'period',
      label: both('保护期', 'Period of protection'),
      term: (ctx) => {
        const { count, unit } = ctx.services.jurisdiction.watchSettings.term;
        return { count: unit === 'year' ? count * 12 : count, unit: 'month', article: null };
      },
    },
  ],
  documents: [
    { kind: 'application', label: both('推荐材料', 'Nomination') },
    { kind: 'right', label: both('商标注册证', 'Certificate of the mark') },
    { kind: 'licence', label: both('授权材料', 'Licences') },
    { kind: 'other', label: both('其他材料', 'Other papers') },
  ],
  readPermission: MARK_READ,
  href: (file) => `/protection/protected-marks/${file.subjectId}`,
  actions: [
    {
      action: 'nominate',
      label: both('提名', 'Nominate'),
      from: ['draft'],
      to: 'nominated',
      permission: MARK_EDIT,
      notify: [{ permission: MARK_DECIDE }],
    },
    {
      action: KEEP_FOR_ALLIED,
      label: both('为联盟条目存证', 'Keep evidence for an allied mark'),
      from: ['draft'],
      to: 'allied',
      permission: HIT_ACT,
    },
    {
      action: 'list',
      label: both('列入名录', 'Take into the directory'),
      from: ['nominated'],
      to: 'listed',
      permission: MARK_DECIDE,
      apart: ['nominate'],
      fields: z.object({ opinion: text('决定意见', 'Opinion') }),
      starts: ['period'],
      notify: ['applicant', { permission: MARK_EDIT }],
    },
    {
      action: 'refuse',
      label: both('不予列入', 'Refuse'),
      from: ['nominated'],
      to: 'refused',
      permission: MARK_DECIDE,
      apart: ['nominate'],
      fields: z.object({ reason: text('理由', 'Why') }),
      notify: [{ permission: MARK_EDIT }],
    },
    {
      action: 'withdraw',
      label: both('撤回提名', 'Withdraw the nomination'),
      from: ['nominated'],
      to: 'withdrawn',
      permission: MARK_EDIT,
      aside: true,
      fields: z.object({ reason: text('理由', 'Why') }),
    },
    {
      action: 'review',
      label: both('复核后继续保护', 'Keep after a review'),
      from: ['listed'],
      to: 'listed',
      permission: MARK_DECIDE,
      aside: true,
      fields: z.object({ opinion: text('复核意见', 'Opinion') }),
      starts: ['period'],
    },
    {
      action: 'remove',
      label: both('移出名录', 'Remove'),
      from: ['listed'],
      to: 'removed',
      permission: MARK_DECIDE,
      aside: true,
      fields: z.object({ cause, reason: text('事实和理由', 'Facts') }),
      stops: ['period'],
      notify: ['applicant', { permission: MARK_EDIT }],
      confirm: both(
        '移出后停止监测，未判断的命中随之关闭并写明理由，公众网站同时撤下。',
        'The watch stops, open hits are closed with the reason, the public site shows it no more.',
      ),
    },
  ],
  steps: { list, review, refuse: end('refused'), withdraw: end('withdrawn'), remove },
};
