import { achievementOf, entitle, type ItemAnswer, type PaidBefore, type Refusal, yuan } from '@jince/entitlements';
import { prohibitionOf } from '@jince/law';
import type { FactRow } from '@jince/rules';
import { type Ctx, systemActor } from '../../../platform/context/context.ts';
import { toTraceView } from '../../../platform/facts/index.ts';
import { type PaidKey, readPaidKeys } from '../../funds/index.ts';
import { partyStatusLabels } from '../../parties/index.ts';
import { getPolicyVersion, type PolicyVersion, readSubjectCase, requireCompiled } from '../../policies/index.ts';
import { labelOf } from '../domain/achievement-key.ts';
import { findBan } from '../repositories/ban-repository.ts';
import type { CalculationRow } from '../repositories/calculation-repository.ts';
import { type ClaimRow, type LineRow, listPromised } from '../repositories/claim-repository.ts';
import { type Applicant, findApplicant } from '../repositories/party-repository.ts';

export type ComputedLine = CalculationRow['lines'][number] & {
  readonly item: string;
  readonly achievementKey: string | null;
  readonly achievedOn: string | null;
};

/** What a claim gives with the facts of now. */
export interface Computation {
  readonly version: PolicyVersion;
  readonly applicant: Applicant | undefined;
  readonly factsAsOf: string;
  readonly totalFen: number;
  readonly lines: readonly ComputedLine[];
  /** What stops the claim altogether, whatever its lines give. */
  readonly stops: readonly { readonly code: string; readonly text: string; readonly article: string | null }[];
}

type Line = Pick<LineRow, 'id' | 'item' | 'label' | 'achievementKey' | 'declared' | 'payment'>;

/** Reads everything the computation needs, whoever asks: the claim itself was found within the asker's reach. */
export const asSystem = (ctx: Ctx): Ctx => ({ ...ctx, actor: systemActor });

/** Why a party may not claim at all today: it is gone, or banned. */
export async function findStopsOfParty(ctx: Ctx, applicant: Applicant | undefined): Promise<Refusal[]> {
  if (applicant === undefined)
    return [{ code: 'precondition', text: '登记簿中已没有这家单位，须核实其存续和变更情况', article: null }];
  const stops: Refusal[] = [];
  if (applicant.status !== 'active' && applicant.status !== 'unknown') {
    const status = partyStatusLabels[applicant.status]?.zh ?? applicant.status;
    const text = `“${applicant.name}”登记状态为“${status}”，不能申报和拨付`;
    stops.push({ code: 'precondition', text, article: null });
  }
  const ban = await findBan(ctx.db, ctx.district, applicant.key, ctx.today);
  if (ban !== undefined) {
    const text = `因追回决定${ban.decisionNo}，在${ban.until}前（含当日）不得申报`;
    stops.push({ code: 'precondition', text, article: null });
  }
  return stops;
}

/** Why nobody may claim for this party or these items today: status, ban, national prohibitions. */
export async function findStops(
  ctx: Ctx,
  applicant: Applicant | undefined,
  version: PolicyVersion,
  items: readonly string[],
): Promise<Refusal[]> {
  const stops = await findStopsOfParty(ctx, applicant);
  for (const { code, trigger, name } of version.policy.items) {
    const prohibited = items.includes(code) ? prohibitionOf(trigger, ctx.today) : undefined;
    if (prohibited !== undefined)
      stops.push({
        code: 'legacy',
        text: `“${name}”不得受理和拨付：${prohibited.text.zh}`,
        article: prohibited.notice,
      });
  }
  return stops;
}

/** What is promised in other claims counts for caps and stacking, and its achievements are taken. */
async function readOthers(ctx: Ctx, version: PolicyVersion, partyKey: string, claimId: string | null) {
  const promised = await listPromised(ctx.db, ctx.district, partyKey, claimId);
  const { items, code } = version.policy;
  const before = promised.map((one): PaidBefore => {
    const item = one.policyCode === code ? items.find((known) => known.code === one.item) : undefined;
    return {
      group: item?.stacking.group ?? one.item,
      item: one.item,
      policy: one.policyCode,
      year: one.fundYear,
      fen: one.fen,
    };
  });
  return { before, keys: promised.flatMap((one) => (one.achievementKey === null ? [] : [one.achievementKey])) };
}

function declaredByItem(lines: readonly Line[]): Record<string, FactRow[]> {
  const claims: Record<string, FactRow[]> = {};
  for (const line of lines) {
    const rows = claims[line.item] ?? [];
    rows.push(line.declared);
    claims[line.item] = rows;
  }
  return claims;
}

/** The entitlement a line stands for: by its key, else the item's first that no other line has. */
function findAward(answer: ItemAnswer | undefined, line: Line, taken: ReadonlySet<string>) {
  if (answer === undefined) return undefined;
  if (line.achievementKey !== null)
    return answer.entitlements.find((one) => achievementOf(one.key) === achievementOf(line.achievementKey as string));
  return answer.entitlements.find((one) => !taken.has(one.key));
}

const GONE: Refusal = { code: 'achievement', text: '登记数据中已没有这项成果，或不再符合本条要求', article: null };

/** Says where and when an achievement was paid, where the books know. */
function withWhere(refusals: readonly Refusal[], paid: ReadonlyMap<string, PaidKey>): Refusal[] {
  return refusals.map((one) => {
    const known = one.key === undefined ? undefined : paid.get(one.key);
    if (known === undefined) return one;
    const { by, paidOn, amountFen } = known;
    const when = paidOn === null ? '已下达' : `${paidOn}拨付`;
    return { ...one, text: `${one.text}：${by}，${when}，${yuan(amountFen)}` };
  });
}

async function computeLine(
  ctx: Ctx,
  version: PolicyVersion,
  line: Line,
  answer: ItemAnswer | undefined,
  taken: Set<string>,
): Promise<ComputedLine> {
  const award = findAward(answer, line, taken);
  const compiled = requireCompiled(version).items.find((one) => one.item.code === line.item);
  const base = { lineId: line.id, item: line.item };
  if (award === undefined || compiled === undefined) {
    const refusals = answer === undefined || answer.refusals.length === 0 ? [GONE] : answer.refusals;
    return {
      ...base,
      label: line.label,
      achievementKey: line.achievementKey,
      achievedOn: null,
      amountFen: 0,
      steps: [],
      refusals: [...refusals],
      eligibility: null,
      achievement: null,
    };
  }
  taken.add(award.key);
  return {
    ...base,
    label: labelOf(award.label, award.key),
    achievementKey: award.key,
    achievedOn: award.achievedOn,
    amountFen: award.fen,
    steps: [...award.steps],
    refusals:
      award.fen > 0 ? [] : award.steps.slice(-1).map((step) => ({ code: step.code, text: step.text, article: null })),
    eligibility: await toTraceView(ctx, compiled.eligibility.rule, award.eligibility),
    achievement: await toTraceView(ctx, compiled.achieved.rule, award.achievement),
  };
}

export interface ComputeOrder {
  /** The claim being computed: what it holds itself does not count against it. Null for one that is not kept yet. */
  readonly claimId: string | null;
  readonly partyKey: string;
  readonly versionId: string;
  readonly lines: readonly Line[];
}

/**
 * Amounts of a claim's lines by the facts of now, with traces and what stops it. Reads in `ctx.db`: give the
 * transaction where a record is locked.
 */
export async function computeClaim(asker: Ctx, order: ComputeOrder): Promise<Computation> {
  const ctx = asSystem(asker);
  const version = await getPolicyVersion(ctx, order.versionId);
  const applicant = await findApplicant(ctx.db, ctx.district, { key: order.partyKey });
  const items = [...new Set(order.lines.map((line) => line.item))];
  const stops = await findStops(ctx, applicant, version, items);
  if (applicant === undefined) return { version, applicant, factsAsOf: ctx.today, totalFen: 0, lines: [], stops };
  const compiled = requireCompiled(version);
  const subject = await readSubjectCase(ctx, applicant.id, ctx.today, [compiled]);
  const others = await readOthers(ctx, version, order.partyKey, order.claimId);
  const paid = await readPaidKeys(ctx);
  const own = new Set(
    order.lines.flatMap((line) =>
      line.achievementKey !== null && line.payment !== 'none' && line.payment !== 'committed'
        ? [line.achievementKey]
        : [],
    ),
  );
  const paidKeys = new Set([...paid.keys(), ...others.keys].filter((key) => !own.has(key)));
  const answers = entitle(
    compiled,
    {
      ...subject,
      claims: declaredByItem(order.lines),
      paidBefore: [...(subject.paidBefore ?? []), ...others.before],
    },
    { asOf: ctx.today, paidKeys },
  );
  const taken = new Set(order.lines.flatMap((line) => (line.achievementKey === null ? [] : [line.achievementKey])));
  const lines: ComputedLine[] = [];
  for (const line of order.lines) {
    const answer = answers.find((one) => one.item === line.item);
    const told = answer === undefined ? undefined : { ...answer, refusals: withWhere(answer.refusals, paid) };
    lines.push(await computeLine(ctx, version, line, told, taken));
  }
  const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  return { version, applicant, factsAsOf: subject.freshness.asOf, totalFen, lines, stops };
}

export const orderOf = (claim: ClaimRow, lines: readonly LineRow[], versionId = claim.versionId): ComputeOrder => ({
  claimId: claim.id,
  partyKey: claim.partyKey,
  versionId,
  lines,
});
