import { addDays, addMonths } from '@jince/calendar';
import { z } from 'zod';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep, ProcedureDefinition } from '../../../platform/procedures/index.ts';
import { noteChange } from '../commands/note-change.ts';
import { requireKind } from '../domain/pledge-kinds.ts';
import { PLEDGE_FILE, PLEDGE_READ, PLEDGE_RECOMMEND } from '../inspections.catalogue.ts';
import { judgeConditions } from '../queries/judge-conditions.ts';
import {
  addDecision,
  findPledge,
  type PledgeDecision,
  type PledgeRow,
  setExited,
  setFiled,
  setListed,
} from '../repositories/pledge-repository.ts';
import { PLEDGE_PROCEDURE, pledgeStates } from './pledge-states.ts';

const both = (zh: string, en: string) => ({ zh, en });
const text = (zh: string, en: string, max = 1000) =>
  z
    .string()
    .trim()
    .min(2)
    .max(max)
    .meta({ label: both(zh, en) });
const day = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta({ label: both(zh, en) });

async function pledgeOf({ tx, ctx, file }: ActionStep): Promise<PledgeRow> {
  const row = await findPledge(tx, ctx.district, file.subjectId);
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}

/** All commitments made, and no condition known to fail: what is unknown is for the office to look at. */
async function submit(step: ActionStep): Promise<undefined> {
  const { tx, ctx } = step;
  const row = await pledgeOf(step);
  const { commitments } = ctx.services.jurisdiction.inspectionSettings;
  const missing = commitments.filter((one) => !row.commitments.includes(one.code)).length;
  if (missing > 0) throw new AppError('inspections.pledge.commitments-missing', { missing });
  const judged = await judgeConditions(ctx, requireKind(ctx, row.kind), row.party_id);
  const failed = judged.find((one) => one.required && one.outcome === 'false');
  if (failed !== undefined)
    throw new AppError('inspections.pledge.condition-failed', { condition: failed.label, article: failed.article });
  await setFiled(
    tx,
    ctx,
    row.id,
    judged.map(({ code, outcome }) => ({ code, outcome })),
  );
}

function decisionOf({ ctx, fields }: ActionStep, row: PledgeRow, result: PledgeDecision['result']): PledgeDecision {
  const said = (name: string) =>
    typeof fields[name] === 'string' && fields[name] !== '' ? String(fields[name]) : null;
  return {
    level: row.level,
    result,
    on: said('on') ?? ctx.today,
    documentNo: said('documentNo'),
    note: said('opinion') ?? said('reason'),
    by: ctx.actor.displayName,
  };
}

/** The next level of the chain, or the list once the last one has agreed. */
async function goOn(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, fields } = step;
  const row = await pledgeOf(step);
  const kind = requireKind(ctx, row.kind);
  const at = kind.levels.indexOf(row.level);
  const next = kind.levels[at + 1];
  if (row.level === 'district') {
    const judged = await judgeConditions(ctx, kind, row.party_id);
    const failed = judged.find((one) => one.required && one.outcome === 'false');
    if (failed !== undefined)
      throw new AppError('inspections.pledge.condition-failed', { condition: failed.label, article: failed.article });
  }
  const decision = decisionOf(step, row, next === undefined ? 'approved' : 'recommended');
  if (decision.on > ctx.today) throw new AppError('inspections.day.in-future', { on: decision.on });
  await addDecision(tx, ctx, row.id, decision, next ?? row.level);
  if (next !== undefined) return { to: next };
  const from = typeof fields.on === 'string' ? fields.on : ctx.today;
  const term = ctx.services.jurisdiction.inspectionSettings.terms.find((one) => one.term === kind.term);
  if (term === undefined) throw new Error(`the jurisdiction has no term ${kind.term}`);
  await setListed(tx, ctx, row.id, { from, until: addDays(addMonths(from, term.count), -1) });
  await noteChange(tx, ctx, { partyId: row.party_id });
  return { to: 'listed', record: { from } };
}

async function refuse(step: ActionStep): Promise<undefined> {
  const row = await pledgeOf(step);
  await addDecision(step.tx, step.ctx, row.id, decisionOf(step, row, 'refused'), row.level);
}

async function exit(step: ActionStep): Promise<undefined> {
  const { tx, ctx, fields } = step;
  const row = await pledgeOf(step);
  const on = String(fields.on);
  if (on > ctx.today) throw new AppError('inspections.day.in-future', { on });
  await setExited(tx, ctx, row.id, { on, kind: String(fields.cause), reason: String(fields.reason) });
  await noteChange(tx, ctx, { partyId: row.party_id });
}

const upper = z.object({
  on: day('决定日期', 'Day of the decision'),
  documentNo: text('文件号', 'Document', 60).optional(),
  opinion: text('意见', 'Opinion').optional(),
});

/** A pledge of genuine goods or a normalised market: district, city, province, then in force until its term or an exit. */
export const pledgeProcedure: ProcedureDefinition = {
  procedure: PLEDGE_PROCEDURE,
  label: both('正版正货和规范化市场', 'Genuine goods and markets'),
  prefix: 'ZH',
  initial: 'draft',
  states: pledgeStates,
  clocks: [],
  documents: [
    { kind: 'application', label: both('申报书', 'Application') },
    { kind: 'credit-pledge', label: both('信用承诺书', 'Pledge of credit') },
    { kind: 'proof', label: both('证明材料', 'Proof') },
    { kind: 'other', label: both('其他材料', 'Other papers') },
  ],
  readPermission: PLEDGE_READ,
  href: (file) => `/protection/markets/${file.subjectId}`,
  actions: [
    {
      action: 'submit',
      label: both('提交申报', 'File'),
      from: ['draft'],
      to: 'filed',
      permission: PLEDGE_FILE,
      notify: [{ permission: PLEDGE_RECOMMEND }],
    },
    {
      action: 'return',
      label: both('退回补正', 'Send back'),
      from: ['filed'],
      to: 'draft',
      permission: PLEDGE_RECOMMEND,
      fields: z.object({ reason: text('须补正的内容', 'What is missing') }),
      notify: ['applicant', 'town'],
    },
    {
      action: 'recommend',
      label: both('区级审核推荐', 'Recommend'),
      from: ['filed'],
      to: ['city', 'province', 'listed'],
      permission: PLEDGE_RECOMMEND,
      apart: ['submit'],
      fields: z.object({
        opinion: text('审核意见', 'Opinion'),
        documentNo: text('推荐文件号', 'Document', 60).optional(),
      }),
      notify: ['applicant', 'town'],
    },
    {
      action: 'city-agrees',
      label: both('登记市级审核通过', 'The city agrees'),
      from: ['city'],
      to: ['province', 'listed'],
      permission: PLEDGE_RECOMMEND,
      fields: upper,
      notify: ['applicant', 'town'],
    },
    {
      action: 'province-agrees',
      label: both('登记省级认定', 'The province agrees'),
      from: ['province'],
      to: 'listed',
      permission: PLEDGE_RECOMMEND,
      fields: upper,
      notify: ['applicant', 'town'],
    },
    {
      action: 'refuse',
      label: both('不予推荐', 'Refuse'),
      from: ['filed', 'city', 'province'],
      to: 'refused',
      permission: PLEDGE_RECOMMEND,
      fields: z.object({ reason: text('理由', 'Why'), documentNo: text('文件号', 'Document', 60).optional() }),
      notify: ['applicant', 'town'],
    },
    {
      action: 'exit',
      label: both('退出', 'Leave'),
      from: ['listed'],
      to: 'exited',
      permission: PLEDGE_RECOMMEND,
      fields: z.object({
        on: day('退出日期', 'Day'),
        cause: z.enum(['own-wish', 'violation', 'review-failed', 'closed']).meta({ label: both('情形', 'Cause') }),
        reason: text('事实和理由', 'Facts'),
      }),
      notify: ['applicant', 'town'],
      confirm: both(
        '退出后不再计入有效承诺，三年内的违法情形影响再次申报。',
        'It counts no more; violations of three years bar a new one.',
      ),
    },
    {
      action: 'withdraw',
      label: both('撤回申报', 'Withdraw'),
      from: ['draft', 'filed'],
      to: 'withdrawn',
      permission: PLEDGE_FILE,
    },
  ],
  steps: { submit, recommend: goOn, 'city-agrees': goOn, 'province-agrees': goOn, refuse, exit },
};
