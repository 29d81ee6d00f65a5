import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type ConsortiumFault, faultsOfConsortium } from '../domain/check-consortium.ts';
import { targetError } from '../domain/target-error.ts';
import { moneyText } from '../domain/words.ts';
import { paperLabel } from '../procedure/project-papers.ts';
import { type CallRow, findCall } from '../repositories/call-repository.ts';
import { listPaperKinds } from '../repositories/paper-repository.ts';
import { listMembers, listTargets, type MemberRow, type TargetRow } from '../repositories/part-repository.ts';
import type { ProjectRow } from '../repositories/project-repository.ts';
import { refusalOf } from './judge-targets.ts';
import { type Eligibility, readEligibility } from './read-eligibility.ts';

/** One point of what must be right, with the refusal where it is not. */
export interface FilingPoint {
  readonly code: 'window' | 'content' | 'consortium' | 'team' | 'budget' | 'targets' | 'papers' | 'eligibility';
  readonly error: AppError | undefined;
  /** Cannot be told from the registers: an officer looks at it. */
  readonly person?: string;
}

export const isOpen = (call: Pick<CallRow, 'state' | 'opens_on' | 'closes_on'>, today: string) =>
  call.state === 'published' && call.opens_on <= today && today <= call.closes_on;

/** @throws AppError programs.call.closed outside the window */
export function windowError(ctx: Ctx, call: CallRow): AppError | undefined {
  if (isOpen(call, ctx.today)) return undefined;
  return new AppError('programs.call.closed', {
    title: call.title,
    opensOn: call.opens_on,
    closesOn: call.closed_on !== null && call.closed_on < call.closes_on ? call.closed_on : call.closes_on,
  });
}

const FAULTS: Readonly<Record<ConsortiumFault['code'], { zh: string; en: string }>> = {
  missing: { zh: '缺少{label}', en: 'the role "{label}" is missing' },
  'unknown-role': { zh: '“{name}”的角色不在本类项目之内', en: '"{name}" has a role this kind does not know' },
  'not-in-register': { zh: '“{name}”须为本区登记的主体（{label}）', en: '"{name}" must be in the register ({label})' },
  'wrong-kind': { zh: '“{name}”的主体类型不能承担“{label}”', en: '"{name}" is no party for the role "{label}"' },
  lead: { zh: '“{name}”（{label}）不能牵头', en: '"{name}" ({label}) cannot lead' },
  twice: { zh: '“{name}”重复填写', en: '"{name}" stands there twice' },
};

export function faultText(ctx: Ctx, fault: ConsortiumFault): string {
  const name = 'name' in fault ? fault.name : '';
  const label = 'label' in fault ? fault.label : '';
  return FAULTS[fault.code][ctx.language].replace('{name}', name).replace('{label}', label);
}

const incomplete = (ctx: Ctx, zh: string, en: string) =>
  new AppError('programs.project.incomplete', { first: ctx.language === 'zh' ? zh : en });

/** @returns why the budget cannot stand, undefined when it can */
export function budgetError(ctx: Ctx, project: ProjectRow): AppError | undefined {
  const { grantFen: most, selfPercent } = project.terms;
  const grant = project.budget.reduce((sum, line) => sum + line.grantFen, 0);
  const self = project.budget.reduce((sum, line) => sum + line.selfFen, 0);
  if (grant === 0) return incomplete(ctx, '预算表没有申请资助的金额', 'the budget asks for no grant');
  if (grant > most)
    return incomplete(
      ctx,
      `申请资助 ${moneyText(grant)}，超过本类项目上限 ${moneyText(most)}`,
      `the grant asked for, ${moneyText(grant)}, is above ${moneyText(most)}`,
    );
  if (self * 100 < selfPercent * (grant + self))
    return incomplete(
      ctx,
      `自筹 ${moneyText(self)}，不足总预算的 ${selfPercent}%`,
      `own funds of ${moneyText(self)} are less than ${selfPercent}% of the budget`,
    );
  return undefined;
}

/** @returns why the targets cannot stand, undefined when they can */
export function targetsError(ctx: Ctx, targets: readonly TargetRow[], units: readonly string[]): AppError | undefined {
  if (targets.length === 0) return incomplete(ctx, '考核指标未填写', 'there are no targets');
  for (const target of targets) {
    const refusal = refusalOf(ctx, target, units);
    if (refusal !== undefined) return targetError(target, refusal, ctx.language);
  }
  const idle = targets.find((target) => target.goal === (target.baseline ?? 0));
  if (idle === undefined) return undefined;
  return incomplete(
    ctx,
    `“${idle.label}”的目标值未填写或与期初相同`,
    `"${idle.label}" has no goal beyond its baseline`,
  );
}

/** @returns everything that is wrong with the consortium in one sentence, undefined when nothing is */
export function consortiumError(
  ctx: Ctx,
  { terms }: Pick<ProjectRow, 'terms'>,
  members: readonly MemberRow[],
): AppError | undefined {
  const faults = faultsOfConsortium(
    terms.roles,
    members.map(({ role, party_id, name, party_kind }) => ({ role, partyId: party_id, name, partyKind: party_kind })),
  );
  if (faults.length === 0) return undefined;
  const first = faults.map((fault) => faultText(ctx, fault)).join('；');
  return new AppError('programs.project.consortium', { kind: terms.name, first });
}

function eligibilityPoint(ctx: Ctx, project: ProjectRow, { outcome, open }: Eligibility): FilingPoint {
  const why = open.join(ctx.language === 'zh' ? '；' : '; ');
  if (outcome === 'true') return { code: 'eligibility', error: undefined };
  if (outcome === 'unknown') return { code: 'eligibility', error: undefined, person: why };
  return {
    code: 'eligibility',
    error: new AppError('programs.project.not-eligible', { lead: project.lead_name, why }),
  };
}

/** Everything that is looked at when an application is filed, in the order it is shown. */
export async function filingChecks(
  ctx: Ctx,
  db: Db,
  project: ProjectRow,
  { window }: { readonly window: boolean },
): Promise<{ readonly points: readonly FilingPoint[]; readonly eligibility: Eligibility }> {
  const { terms } = project;
  const call = (await findCall(db, ctx.district, project.call_id)) as CallRow;
  const members = await listMembers(db, ctx.district, project.id);
  const targets = await listTargets(db, ctx.district, project.id);
  const papers = await listPaperKinds(db, ctx.district, project.file_id);
  const eligibility = await readEligibility(ctx, project);
  const missing = terms.documents.filter(
    ({ kind, stage, required }) => stage === 'application' && required && !papers.has(kind),
  );
  const names = missing.map(({ kind }) => paperLabel(kind, ctx.language));
  const points: FilingPoint[] = [
    ...(window ? [{ code: 'window', error: windowError(ctx, call) } as const] : []),
    {
      code: 'content',
      error: project.abstract === '' ? incomplete(ctx, '项目简介未填写', 'the abstract is empty') : undefined,
    },
    { code: 'consortium', error: consortiumError(ctx, project, members) },
    {
      code: 'team',
      error: project.team.length === 0 ? incomplete(ctx, '项目团队未填写', 'the team is empty') : undefined,
    },
    { code: 'budget', error: budgetError(ctx, project) },
    {
      code: 'targets',
      error: targetsError(ctx, targets, terms.units),
    },
    {
      code: 'papers',
      error:
        missing.length === 0
          ? undefined
          : incomplete(ctx, `缺少材料：${names.join('、')}`, `papers are missing: ${names.join(', ')}`),
    },
    eligibilityPoint(ctx, project, eligibility),
  ];
  return { points, eligibility };
}

/** @throws AppError the first thing that is wrong, with all of them beside the fields */
export function requireReady(ctx: Ctx, points: readonly FilingPoint[]): void {
  const wrong = points.filter((point) => point.error !== undefined);
  const [first] = wrong;
  if (first?.error === undefined) return;
  const problems = wrong.map(({ code, error }) => ({
    path: code,
    message: ctx.services.sentence(error as AppError, ctx.language).text,
  }));
  throw new AppError(first.error.code, first.error.params, problems);
}
