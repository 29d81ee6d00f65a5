import type { ClaimState } from '@jince/contract';
import { yuan } from '@jince/entitlements';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { ProcedureTemplate } from '../../../platform/procedures/index.ts';
import { getPolicyVersion } from '../../policies/index.ts';
import { clawBackReasonLabels } from '../domain/labels.ts';
import { listMaterials } from '../queries/list-materials.ts';
import { termOn } from '../queries/terms.ts';
import { listCalculations } from '../repositories/calculation-repository.ts';
import { findClawBack } from '../repositories/claw-back-repository.ts';
import { listEntriesOfClaim } from '../repositories/publicity-repository.ts';
import { factsOfClaim } from './facts-of-claim.ts';

type Values = ProcedureTemplate['values'];

/** @throws AppError subsidies.paper.too-early where what the paper tells has not happened */
function tooEarly(): never {
  throw new AppError('subsidies.paper.too-early');
}

const acceptance: Values = async (ctx, file) => {
  const { claim, lines, base, dayOf } = await factsOfClaim(ctx, file);
  const version = await getPolicyVersion(ctx, claim.versionId);
  const materials = (await listMaterials(ctx, claim, lines, version)).filter((one) => one.standing !== 'missing');
  const { count } = await termOn(ctx, 'decision', dayOf('accept'));
  return {
    ...base,
    acceptedOn: dayOf('accept'),
    reviewDays: count,
    materials: [...new Set(materials.map((one) => one.label))].map((name) => ({ name })),
  };
};

async function supplementDue(ctx: Ctx, fileId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    due: string | null;
  }>`select due_on as due from procedures.clock where district = ${ctx.district}
    and file_id = ${fileId} and clock = 'supplement' order by round desc limit 1`.execute(ctx.db);
  return rows[0]?.due ?? undefined;
}

const supplement: Values = async (ctx, file) => {
  const { base, last } = await factsOfClaim(ctx, file);
  const asked = last('request-supplement');
  const dueOn = await supplementDue(ctx, file.id);
  if (asked === undefined || dueOn === undefined) return tooEarly();
  const { problem, wanted } = ctx.services.jurisdiction.subsidyTerms.supplement;
  const items = (asked.fields.items as readonly string[] | undefined) ?? [];
  return { ...base, noticedOn: asked.day, dueOn, items: items.map((name) => ({ name, problem, wanted })) };
};

const reasonsOf = (fields: Readonly<Record<string, unknown>> | undefined) => [{ text: String(fields?.reason ?? '') }];

const nonAcceptance: Values = async (ctx, file) => {
  const { base, last } = await factsOfClaim(ctx, file);
  const refused = last('not-accept');
  if (refused === undefined) return tooEarly();
  return { ...base, decidedOn: refused.day, reasons: reasonsOf(refused.fields), mayReapply: true };
};

const rejection: Values = async (ctx, file) => {
  const { base, last, dayOf } = await factsOfClaim(ctx, file);
  const refused = last('decide-refuse');
  if (refused === undefined) return tooEarly();
  return { ...base, acceptedOn: dayOf('accept'), decidedOn: refused.day, reasons: reasonsOf(refused.fields) };
};

/** Which of the two hands the form is for. */
const STAGES: Readonly<Record<string, string>> = { accepted: '初审', checked: '复核' };

const reviewForm: Values = async (ctx, file) => {
  const { claim, lines, base, last } = await factsOfClaim(ctx, file);
  const version = await getPolicyVersion(ctx, claim.versionId);
  const calculation = (await listCalculations(ctx.db, ctx.district, file.id)).at(-1);
  if (calculation === undefined) return tooEarly();
  const checks = [
    ...version.policy.preconditions.map((one) => ({
      what: one.label,
      result: '符合',
      why: one.article ?? version.policy.title,
    })),
    ...calculation.lines.map((line) => ({
      what: line.label,
      result: line.amountFen > 0 ? '符合' : '不符合',
      why: line.amountFen > 0 ? yuan(line.amountFen) : line.refusals.map((one) => one.text).join('；'),
    })),
  ];
  const basis = calculation.lines.flatMap((line) => line.steps.map((step) => step.text));
  return {
    ...base,
    stage: STAGES[file.state] ?? '复核',
    askedFen: claim.claimedFen ?? 0,
    approvedFen: claim.approvedFen ?? calculation.totalFen,
    basis: `${[...new Set(basis)].join('；')}（登记数据截至${calculation.factsAsOf}，共${lines.length}项）`,
    checks,
    opinions: {
      handler: last('check')?.note ?? undefined,
      checker: last('review')?.note ?? undefined,
      credit: last('clear-credit')?.note ?? undefined,
    },
  };
};

const clawBack: Values = async (ctx, file) => {
  const { claim, lines, base } = await factsOfClaim(ctx, file);
  const decision = await findClawBack(ctx.db, ctx.district, file.id);
  if (decision === undefined) return tooEarly();
  const paid = lines.filter((line) => line.paidFen !== null);
  return {
    ...base,
    award: {
      document: claim.releaseNo ?? claim.decisionNo ?? '',
      paidOn: paid.at(-1)?.paidOn ?? decision.decidedOn,
      matter: base.matter,
      amountFen: paid.reduce((sum, line) => sum + (line.paidFen ?? 0), 0),
    },
    reason: clawBackReasonLabels[decision.reason]?.zh ?? decision.reason,
    facts: decision.statement,
    amountFen: decision.amountFen,
    dueOn: decision.instalments.at(-1)?.dueOn,
    method: ctx.services.jurisdiction.subsidyTerms.refund,
    ...(decision.banYears > 0 ? { banYears: decision.banYears } : {}),
    decidedOn: decision.decidedOn,
  };
};

/** What is released, as the treasury and the applicant read it. */
const award: Values = async (ctx, file) => {
  const { claim, lines, base, last, dayOf } = await factsOfClaim(ctx, file);
  const entries = await listEntriesOfClaim(ctx.db, ctx.district, file.id);
  const list = entries.at(-1);
  const paid = lines.filter((line) => (line.approvedFen ?? 0) > 0);
  if (last('release') === undefined || list === undefined) return tooEarly();
  const upheld = last('object') === undefined ? '无异议' : '异议已答复';
  return {
    ...base,
    year: claim.fundYear,
    programme: claim.policyTitle,
    totalFen: claim.approvedFen ?? 0,
    partyCount: 1,
    itemCount: paid.length,
    fund: `${claim.fundYear}年度${claim.fund}`,
    publicity: `${list.number}，${list.openedOn}至${list.closesOn ?? ''}，${upheld}`,
    decidedOn: dayOf('release'),
    rows: paid.map((line) => {
      const row = entries.findLast((one) => one.lineId === line.id);
      return {
        party: { text: row?.name ?? claim.partyName, natural: false },
        uscc: { text: (row?.uscc ?? claim.uscc) || '—', natural: false },
        category: line.itemName,
        clause: line.clause,
        matter: line.label,
        amountFen: line.approvedFen ?? 0,
        note: '',
      };
    }),
  };
};

interface Offer {
  readonly actions: readonly string[];
  /** Absent: before the action as well, as a draft of what will be said. */
  readonly states?: readonly ClaimState[];
}

const paper = (code: string, label: Bilingual, offer: Offer, values: Values): ProcedureTemplate => ({
  code,
  label,
  kind: 'official',
  ...offer,
  values,
});

/** Official papers of a claim, by the templates of the jurisdiction. */
export const claimPapers: readonly ProcedureTemplate[] = [
  paper('acceptance-notice', { zh: '受理通知书', en: 'Notice of acceptance' }, { actions: ['accept'] }, acceptance),
  paper(
    'supplement-notice',
    { zh: '补正通知书', en: 'Notice to supplement' },
    { actions: ['request-supplement'], states: ['supplementing'] },
    supplement,
  ),
  paper(
    'non-acceptance-notice',
    { zh: '不予受理通知书', en: 'Notice of non-acceptance' },
    { actions: ['not-accept'], states: ['not-accepted'] },
    nonAcceptance,
  ),
  paper('review-form', { zh: '审核表', en: 'Review form' }, { actions: ['check', 'review'] }, reviewForm),
  paper(
    'rejection-decision',
    { zh: '不予扶持决定书', en: 'Decision to refuse' },
    { actions: ['decide-refuse'], states: ['refused'] },
    rejection,
  ),
  paper(
    'award-order',
    { zh: '扶持资金下达通知', en: 'Order to release' },
    { actions: ['release', 'archive'], states: ['released', 'paid'] },
    award,
  ),
  paper(
    'clawback-decision',
    { zh: '追回决定书', en: 'Decision to claw back' },
    { actions: ['claw-back'], states: ['clawing-back'] },
    clawBack,
  ),
];
