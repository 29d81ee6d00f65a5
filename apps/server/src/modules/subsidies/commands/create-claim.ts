import type { ParsedInput, routes } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile } from '../../../platform/procedures/index.ts';
import { getPolicyVersion, type PolicyVersion } from '../../policies/index.ts';
import { CLAIM } from '../claim-procedure.ts';
import { entitlementStateLabels } from '../domain/labels.ts';
import { sentences } from '../domain/sentences.ts';
import { findStops } from '../queries/compute-claim.ts';
import { applicantOf } from '../queries/open-claim.ts';
import { findBan } from '../repositories/ban-repository.ts';
import { insertClaim, type NewLine, replaceLines } from '../repositories/claim-repository.ts';
import {
  claimEntitlements,
  type EntitlementRow,
  insertEvents,
  listEntitlementRows,
} from '../repositories/entitlement-repository.ts';
import { type Applicant, findApplicant } from '../repositories/party-repository.ts';
import { markClaimant } from '../steps/claim-of-step.ts';
import { CLAIM_FILE } from '../subsidies.catalogue.ts';
import { draftLines, lineOfEntitlement } from './draft-lines.ts';

type Order = ParsedInput<(typeof routes)['createClaim']>['body'];

interface Draft {
  readonly applicant: Applicant;
  readonly version: PolicyVersion;
  readonly lines: readonly NewLine[];
  readonly origin: 'entitlement' | 'application';
}

function requireOffered(ctx: Ctx, rows: readonly EntitlementRow[], wanted: number): EntitlementRow {
  const [first] = rows;
  if (first === undefined || rows.length !== wanted) throw new AppError('platform.not-found');
  const other = rows.find((row) => row.state !== 'offered');
  if (other !== undefined)
    throw new AppError('subsidies.entitlement.not-offered', {
      state: entitlementStateLabels[other.state]?.[ctx.language] ?? other.state,
    });
  if (rows.some((row) => row.partyId !== first.partyId || row.versionId !== first.versionId))
    throw new AppError('subsidies.entitlement.mixed');
  return first;
}

async function fromEntitlements(ctx: Ctx, ids: readonly string[]): Promise<Draft> {
  const wanted = [...new Set(ids)];
  const rows = await listEntitlementRows(ctx.db, ctx.district, wanted, scopeFor(ctx, CLAIM_FILE));
  const first = requireOffered(ctx, rows, wanted.length);
  const applicant = await findApplicant(ctx.db, ctx.district, { key: first.partyKey });
  if (applicant === undefined) throw new AppError('platform.not-found');
  const version = await getPolicyVersion(ctx, first.versionId);
  return { applicant, version, lines: rows.map(lineOfEntitlement), origin: 'entitlement' };
}

async function fromApplication(ctx: Ctx, order: Order): Promise<Draft> {
  const applicant = await applicantOf(ctx, order.partyId, CLAIM_FILE);
  if (order.versionId === undefined || (order.lines ?? []).length === 0) throw new AppError('subsidies.claim.empty');
  const version = await getPolicyVersion(ctx, order.versionId);
  if (version.state !== 'published')
    throw new AppError('subsidies.claim.policy-not-open', { policy: version.policy.title, reason: '该版本未在执行' });
  const lines = await draftLines(ctx, version, applicant.id, order.lines ?? []);
  return { applicant, version, lines, origin: 'application' };
}

/** A ban, a registration that ended or a national prohibition lets not even a draft be opened. */
async function refuseBarred(ctx: Ctx, { applicant, version, lines }: Draft): Promise<void> {
  const stops = await findStops(ctx, applicant, version, [...new Set(lines.map((line) => line.item))]);
  const ban = await findBan(ctx.db, ctx.district, applicant.key, ctx.today);
  if (ban !== undefined)
    throw new AppError('subsidies.claim.banned', {
      party: applicant.name,
      decision: ban.decisionNo,
      until: ban.until,
    });
  if (stops.length > 0) throw new AppError('subsidies.claim.stopped', { reasons: sentences(stops) });
}

/**
 * Opens a claim as a draft, from entitlements the system found or by own application.
 * @throws AppError 404 out of reach; 409 subsidies.entitlement.*, subsidies.claim.banned, .stopped, .policy-not-open
 */
export async function createClaim(ctx: Ctx, order: Order): Promise<{ readonly id: string; readonly number: string }> {
  const ids = order.entitlementIds ?? [];
  const draft = ids.length > 0 ? await fromEntitlements(ctx, ids) : await fromApplication(ctx, order);
  await refuseBarred(ctx, draft);
  const { applicant, version, lines, origin } = draft;
  return inTransaction(ctx, async (tx) => {
    const { id, number } = await openFile(tx, ctx, {
      procedure: CLAIM,
      subject: { kind: 'party', id: applicant.id, label: applicant.name },
      partyId: applicant.id,
      townCode: applicant.townCode,
    });
    await insertClaim(tx, ctx, {
      id,
      partyId: applicant.id,
      partyKey: applicant.key,
      partyName: applicant.name,
      uscc: applicant.uscc,
      townCode: applicant.townCode,
      versionId: version.id,
      policyCode: version.code,
      policyVersion: version.version,
      policyTitle: version.policy.title,
      fund: version.policy.fund,
      fundYear: version.policy.year,
      example: version.policy.example,
      origin,
      contactName: order.contactName ?? null,
      contactPhone: order.contactPhone ?? null,
    });
    await replaceLines(tx, ctx, id, lines);
    const taken = await claimEntitlements(tx, ctx.district, ids, id);
    if (taken.length !== new Set(ids).size) throw new AppError('subsidies.claim.changed-meanwhile');
    const events = taken.map((one) => ({
      entitlementId: one.id,
      kind: 'claimed' as const,
      text: `列入申请${number}`,
      amountFen: one.amountFen,
    }));
    await insertEvents(tx, ctx, events);
    await markClaimant(tx, ctx, applicant.key);
    await writeAudit(tx, ctx, {
      action: 'subsidies.claim.create',
      subject: { kind: CLAIM, id, label: `${number} ${applicant.name}` },
      details: { policy: version.code, version: version.version, origin, lines: lines.length },
    });
    return { id, number };
  });
}
