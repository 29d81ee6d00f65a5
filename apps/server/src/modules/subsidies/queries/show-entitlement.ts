import type { EntitlementDetail, NextStep, RouteOutput, routes } from '@jince/contract';
import { entitle, type ItemAnswer } from '@jince/entitlements';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { toTraceView } from '../../../platform/facts/index.ts';
import { readPaidKeys } from '../../funds/index.ts';
import {
  getPolicyVersion,
  listPublished,
  type PolicyVersion,
  readSubjectCase,
  requireCompiled,
} from '../../policies/index.ts';
import { closedReason } from '../domain/closed-reason.ts';
import { findNextSteps } from '../domain/nearness.ts';
import { sentences } from '../domain/sentences.ts';
import { findBan } from '../repositories/ban-repository.ts';
import { findClaimNumber } from '../repositories/claim-repository.ts';
import { type EntitlementRow, findEntitlement, listEvents } from '../repositories/entitlement-repository.ts';
import { findApplicant } from '../repositories/party-repository.ts';
import { CLAIM_FILE, ENTITLEMENT_DECLINE, ENTITLEMENT_READ } from '../subsidies.catalogue.ts';
import { asSystem, findStops } from './compute-claim.ts';
import { selectEntitlements, toEntitlements } from './list-entitlements.ts';
import { openParty } from './open-claim.ts';

/** Everything a version says of a party now; the actor's reach was judged before. */
async function askNow(ctx: Ctx, version: PolicyVersion, partyId: string, ownKey: string | null) {
  const system = asSystem(ctx);
  const compiled = requireCompiled(version);
  const subject = await readSubjectCase(system, partyId, ctx.today, [compiled]);
  const paid = new Set((await readPaidKeys(system)).keys());
  if (ownKey !== null) paid.delete(ownKey);
  return { compiled, subject, answers: entitle(compiled, subject, { asOf: ctx.today, paidKeys: paid }) };
}

const OUTCOMES = { 1: 'met', 0: 'not-met', '-1': 'unknown' } as const;

async function whyOf(
  ctx: Ctx,
  row: EntitlementRow,
  now: Awaited<ReturnType<typeof askNow>>,
  answer: ItemAnswer | undefined,
): Promise<EntitlementDetail['why']> {
  const award = answer?.entitlements.find((one) => one.key === row.achievementKey);
  const compiled = now.compiled.items.find((one) => one.item.code === row.item);
  if (award === undefined || compiled === undefined) return null;
  return {
    amountFen: award.fen,
    steps: [...award.steps],
    eligibility: await toTraceView(asSystem(ctx), compiled.eligibility.rule, award.eligibility),
    achievement: await toTraceView(asSystem(ctx), compiled.achieved.rule, award.achievement),
  };
}

function materialsOf(row: EntitlementRow, version: PolicyVersion): EntitlementDetail['materials'] {
  const item = version.policy.items.find((one) => one.code === row.item);
  const entry = `主体登记：${row.partyName}${row.uscc === null ? '' : `（${row.uscc}）`}`;
  return (item?.materials ?? []).map(({ code, label, fromRegister }) => ({
    item: row.item,
    code,
    label,
    standing: fromRegister ? 'register' : 'missing',
    source: fromRegister ? `${entry}；${row.label}` : null,
    documentId: null,
  }));
}

/** One entitlement with the whole why, by the facts of now. @throws AppError 404 out of reach */
export async function getEntitlement(ctx: Ctx, id: string): Promise<EntitlementDetail> {
  const row = await findEntitlement(ctx.db, ctx.district, id, scopeFor(ctx, ENTITLEMENT_READ));
  if (row === undefined) throw new AppError('platform.not-found');
  const version = await getPolicyVersion(ctx, row.versionId);
  const party = await findApplicant(ctx.db, ctx.district, { key: row.partyKey });
  const now =
    party === undefined || version.compiled === undefined
      ? undefined
      : await askNow(ctx, version, party.id, row.state === 'claimed' ? row.achievementKey : null);
  const answer = now?.answers.find((one) => one.item === row.item);
  const stops = await findStops(ctx, party, version, [row.item]);
  const closed = closedReason(version, ctx.today);
  const claimRefusal = stops.length > 0 ? sentences(stops) : closed;
  const [view] = await toEntitlements(ctx, [
    { ...row, claimNumber: await findClaimNumber(ctx.db, ctx.district, row.claimId) },
  ]);
  return {
    ...(view as EntitlementDetail),
    steps: [...row.steps],
    why: now === undefined ? null : await whyOf(ctx, row, now, answer),
    preconditions: (now?.compiled.preconditions ?? []).map((one) => ({
      label: one.label,
      article: one.article,
      outcome: OUTCOMES[one.test(now?.subject.facts ?? {}, ctx.today)],
    })),
    refusals: [...(answer?.refusals ?? [])],
    materials: materialsOf(row, version),
    history: await listEvents(ctx.db, ctx.district, id),
    text: version.policy.items.find((one) => one.code === row.item)?.text ?? '',
    canDecline: row.state === 'offered' && may(ctx, ENTITLEMENT_DECLINE),
    canClaim: row.state === 'offered' && claimRefusal === null && may(ctx, CLAIM_FILE),
    claimRefusal: row.state === 'offered' ? claimRefusal : null,
  };
}

function nextOf(version: PolicyVersion, answers: readonly ItemAnswer[]): NextStep[] {
  const { policy } = version;
  return findNextSteps(policy.items, answers)
    .filter((step) => step.item.achievement.subject !== 'claim')
    .map(({ item, near, missing }) => ({
      policy: {
        versionId: version.id,
        code: version.code,
        version: version.version,
        title: policy.title,
        example: policy.example,
      },
      item: item.code,
      itemName: item.name,
      clause: item.clause,
      text: item.text,
      near,
      missing: [...missing],
    }));
}

/** What a party is entitled to, and what is missing for the next step. @throws AppError 404 out of reach */
export async function getPartyEntitlements(
  ctx: Ctx,
  partyId: string,
): Promise<RouteOutput<(typeof routes)['getPartyEntitlements']>> {
  const party = await openParty(ctx, partyId, ENTITLEMENT_READ);
  const rows = await selectEntitlements(ctx, { party: partyId }, { size: 500, skip: 0 });
  const next: NextStep[] = [];
  for (const version of await listPublished(ctx, ctx.today)) {
    if (version.compiled === undefined) continue;
    next.push(...nextOf(version, (await askNow(ctx, version, partyId, null)).answers));
  }
  const ban = await findBan(ctx.db, ctx.district, party.key, ctx.today);
  return {
    party: {
      id: party.id,
      name: party.name,
      uscc: party.uscc,
      town: ctx.services.places.townName(party.townCode),
      townCode: party.townCode,
    },
    entitlements: await toEntitlements(ctx, rows),
    next: next.toSorted((a, b) => a.missing.length - b.missing.length),
    bannedUntil: ban?.until ?? null,
    factsAsOf: ctx.today,
  };
}
