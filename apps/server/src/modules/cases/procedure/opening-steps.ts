import { lawNumber } from '@jince/law';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { allNatural, last } from '../domain/check-input.ts';
import { yuanText } from '../domain/money.ts';
import { updateCase } from '../repositories/case-repository.ts';
import { insertDecision, listEntries, noteDecisionPaper } from '../repositories/entry-repository.ts';
import { listParties } from '../repositories/parts-repository.ts';
import { fieldsOf } from './action-fields.ts';
import { caseOf, loadedOf, note, tell } from './case-of-step.ts';
import { requireWithinRange } from './require-range.ts';

export async function excludeVerification(step: ActionStep): Promise<ActionEffect> {
  const { cause, from, to, document } = fieldsOf('exclude', step.fields);
  await note(step, 'exclusion', { clock: 'filing', cause, from, to, document });
  return { clocks: [{ clock: 'filing', event: { type: 'exclude', cause, from, to } }] };
}

export async function extendVerification(step: ActionStep): Promise<ActionEffect> {
  const { reason, ...dated } = fieldsOf('reason', step.fields);
  const { on } = await note(step, 'extension', { clock: 'filing', extension: 'first', reason }, dated);
  return { clocks: [{ clock: 'filing', event: { type: 'extend', extension: 'first', on } }] };
}

const CONDITIONS = {
  evidence: { zh: '有证据初步证明存在违法行为', en: 'first evidence' },
  punishable: { zh: '依法应当给予行政处罚', en: 'calls for a penalty' },
  competent: { zh: '属于本部门管辖', en: 'competence' },
  inTime: { zh: '在追责期限之内', en: 'in time' },
} as const;
const FILING_ARTICLE = '市场监督管理行政处罚程序规定第19条';

export async function propose(step: ActionStep): Promise<undefined> {
  const given = fieldsOf('propose', step.fields);
  const { language } = step.ctx;
  const missing = (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).filter((one) => !given[one]);
  if (missing.length > 0)
    throw new AppError('cases.filing.conditions', {
      missing: missing.map((one) => CONDITIONS[one][language]).join(language === 'zh' ? '、' : ', '),
      article: FILING_ARTICLE,
    });
  await note(step, 'proposal', given);
  return undefined;
}

export async function file(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const row = await caseOf(step);
  if (last(await listEntries(tx, ctx.district, row.id), 'proposal') === undefined)
    throw new AppError('cases.filing.no-proposal');
  const { reason, ...dated } = fieldsOf('reason', step.fields);
  const { on } = await note(step, 'filing', { opinion: reason ?? null }, dated);
  await updateCase(tx, ctx.district, row.id, { filed_on: on });
  await tell(tx, ctx, 'cases.case.filed', row, { filedOn: on });
  return { on };
}

export async function notFile(step: ActionStep): Promise<undefined> {
  const { tx, ctx } = step;
  const row = await caseOf(step);
  const given = fieldsOf('notFile', step.fields);
  await note(step, 'not-filed', given);
  await updateCase(tx, ctx.district, row.id, { closed_on: ctx.today });
  await tell(tx, ctx, 'cases.case.not-filed', row, { ground: given.ground, reason: given.reason, on: ctx.today });
  return undefined;
}

export async function handElsewhere(step: ActionStep): Promise<undefined> {
  const { tx, ctx } = step;
  const row = await caseOf(step);
  const given = fieldsOf('elsewhere', step.fields);
  await note(step, 'not-filed', { ...given, ground: 'elsewhere' });
  await updateCase(tx, ctx.district, row.id, { closed_on: ctx.today });
  await tell(tx, ctx, 'cases.case.not-filed', row, {
    ...given,
    ground: 'elsewhere',
    on: ctx.today,
  });
  return undefined;
}

/** A penalty on the spot: small fines and warnings alone, decided and handed over at once (行政处罚法 51). */
export async function decideOnSpot(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const loaded = await loadedOf(step);
  const { row } = loaded;
  const given = fieldsOf('onSpot', step.fields);
  const parties = await listParties(tx, ctx.district, row.id);
  const bound = lawNumber(allNatural(parties) ? 'case.summary.natural' : 'case.summary.legal', ctx.today);
  if (given.fineFen > bound.value)
    throw new AppError('cases.summary.too-much', { most: yuanText(bound.value, ctx.language), article: bound.article });
  requireWithinRange(ctx, loaded, given.fineFen);
  await note(step, 'filing', { summary: true, place: given.place });
  await insertDecision(tx, ctx, row.id, {
    kind: 'penalty',
    decidedOn: ctx.today,
    warning: given.warning,
    fineFen: given.fineFen,
    confiscatedFen: 0,
    confiscatedGoods: null,
    other: null,
    ground: null,
    reasons: given.reasons,
    rangeMinFen: loaded.law?.chosen.range.minFen ?? null,
    rangeMaxFen: loaded.law?.chosen.range.maxFen ?? null,
    toOrganisation: null,
    law: loaded.law?.chosen ?? null,
  });
  await noteDecisionPaper(tx, ctx.district, row.id, { servedOn: ctx.today });
  await note(step, 'service', { what: 'decision', mode: 'direct' });
  const change = { track: 'summary', filed_on: ctx.today, decided_on: ctx.today } as const;
  await updateCase(tx, ctx.district, row.id, change);
  await tell(tx, ctx, 'cases.case.filed', row, { filedOn: ctx.today });
  await tell(tx, ctx, 'cases.case.decided', row, {
    kind: 'penalty',
    decidedOn: ctx.today,
    fineFen: given.fineFen,
    track: 'summary',
  });
  return given.fineFen === 0 ? { clocks: [{ clock: 'payment', event: { type: 'stop', on: ctx.today } }] } : {};
}
