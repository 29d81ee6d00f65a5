import type { CreditLine } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ProcedureFile, ProcedureTemplate } from '../../../platform/procedures/index.ts';
import { termOf } from '../queries/terms.ts';
import { listObjections, listRepairs } from '../repositories/appeal-repository.ts';
import { type EvaluationRow, findEvaluation } from '../repositories/evaluation-repository.ts';

type Values = ProcedureTemplate['values'];

async function evaluationOf(ctx: Ctx, file: ProcedureFile): Promise<EvaluationRow> {
  const row = await findEvaluation(ctx.db, ctx.district, file.subjectId);
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}

const numberText = (points: number) => (points > 0 ? `+${points}` : String(points));

/** Lines that count; a paper with nothing to tell says so in one row. */
function rowsOf(lines: readonly CreditLine[]) {
  const counting = lines.filter((line) => line.standing === 'counts' || line.standing === 'capped');
  if (counting.length === 0) return [{ what: '无扣分、加分事项', basis: '—', points: '0', until: '—' }];
  return counting.map((line) => ({
    what: `${line.itemLabel ?? line.sortLabel}（${line.on}）${line.documentNo ?? ''}`,
    basis: line.article ?? '—',
    points: numberText(line.counted),
    until: line.until ?? '未定',
  }));
}

const base = (ctx: Ctx, row: EvaluationRow) => ({
  party: { name: row.subject_label },
  round: row.round_title,
  asOf: row.as_of,
  fileNumber: row.number,
  contact: ctx.services.jurisdiction.subsidyTerms.office,
});

const preliminary: Values = async (ctx, file) => {
  const row = await evaluationOf(ctx, file);
  const { count, article } = termOf('objection', row.noticed_on ?? ctx.today);
  return {
    ...base(ctx, row),
    score: String(row.preliminary_score ?? '—'),
    grade: row.preliminary_grade ?? '—',
    events: rowsOf(row.preliminary.lines),
    term: `${count}个工作日`,
    article: article ?? '—',
    objectUntil: row.object_until ?? undefined,
    noticedOn: row.noticed_on ?? ctx.today,
  };
};

const final: Values = async (ctx, file) => {
  const row = await evaluationOf(ctx, file);
  if (row.final === null || row.final_on === null) throw new AppError('agency-credit.paper.too-early');
  return {
    ...base(ctx, row),
    score: String(row.final_score ?? '—'),
    grade: row.final_grade ?? '—',
    events: rowsOf(row.final.lines),
    finalOn: row.final_on,
  };
};

const objectionReply: Values = async (ctx, file) => {
  const row = await evaluationOf(ctx, file);
  const objection = (await listObjections(ctx.db, ctx.district, row.id)).at(-1);
  if (objection === undefined || objection.decided_on === null) throw new AppError('agency-credit.paper.too-early');
  return {
    ...base(ctx, row),
    receivedOn: objection.received_on,
    objection: objection.text,
    firstOpinion: objection.first_opinion ?? '—',
    decision: objection.decision ?? '—',
    conclusion: objection.upheld === true ? '异议成立，相关事项不再计分。' : '异议不成立，维持初评结果。',
    decidedOn: objection.decided_on,
  };
};

const repairDecision: Values = async (ctx, file) => {
  const row = await evaluationOf(ctx, file);
  const repair = (await listRepairs(ctx.db, ctx.district, row.id)).findLast((one) => one.decided_on !== null);
  if (repair === undefined || repair.decided_on === null) throw new AppError('agency-credit.paper.too-early');
  const named = (row.final?.lines ?? []).filter((line) => repair.event_ids.includes(line.eventId));
  return {
    ...base(ctx, row),
    askedOn: repair.asked_on,
    events: rowsOf(named),
    firstOpinion: repair.first_opinion ?? '—',
    decision: repair.decision ?? '—',
    conclusion:
      repair.granted === true ? '准予信用修复，上列事项自决定之日起不再计分。' : '不予信用修复，上列事项继续计分。',
    decidedOn: repair.decided_on,
  };
};

/** Written by itself once the subject is told. */
export const preliminaryNotice: ProcedureTemplate = {
  code: 'credit-preliminary-notice',
  label: { zh: '初评结果告知书', en: 'Notice of the preliminary result' },
  kind: 'preliminary-notice',
  actions: ['notice'],
  values: preliminary,
};

/** Official papers of an evaluation, by the templates of the jurisdiction. */
export const evaluationTemplates: readonly ProcedureTemplate[] = [
  preliminaryNotice,
  {
    code: 'credit-objection-reply',
    label: { zh: '异议答复书', en: 'Reply to the objection' },
    kind: 'objection-reply',
    states: ['settled', 'final'],
    values: objectionReply,
  },
  {
    code: 'credit-final-result',
    label: { zh: '评价结果通知书', en: 'Final result' },
    kind: 'final-result',
    states: ['final', 'repair-requested', 'repair-reviewed', 'repaired'],
    values: final,
  },
  {
    code: 'credit-repair-decision',
    label: { zh: '信用修复决定书', en: 'Decision on the repair' },
    kind: 'repair-decision',
    states: ['final', 'repaired'],
    values: repairDecision,
  },
];
