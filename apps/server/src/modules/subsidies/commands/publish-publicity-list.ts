import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { getPolicyVersion, type PolicyVersion } from '../../policies/index.ts';
import { claimStateLabel } from '../claim-states.ts';
import { maskApplicant, maskText } from '../domain/mask-row.ts';
import { wanText } from '../domain/wan.ts';
import { closingDay } from '../queries/closing-day.ts';
import { toPublicRow } from '../queries/public-lists.ts';
import { publicityDays } from '../queries/publicity-term.ts';
import { CLAIM_COLUMNS_SQL, CLAIM_FROM, type ClaimRow, listLines } from '../repositories/claim-repository.ts';
import { lockClaims } from '../repositories/lock-claim.ts';
import { listApplicants } from '../repositories/party-repository.ts';
import {
  type EntryRow,
  insertEntries,
  insertList,
  type ListRow,
  nextSerial,
} from '../repositories/publicity-repository.ts';
import { CLAIM_PUBLISH } from '../subsidies.catalogue.ts';

type Order = ParsedInput<(typeof routes)['publishPublicityList']>['body'];

async function listClaimsByIds(db: Db, district: string, ids: readonly string[]): Promise<ClaimRow[]> {
  const { rows } =
    await sql<ClaimRow>`select ${CLAIM_COLUMNS_SQL} from ${CLAIM_FROM} where c.district = ${district} and c.id = any(${ids}::uuid[])
    order by c.party_name, f.number`.execute(db);
  return rows;
}

/** The claims of a list. @throws AppError 404, subsidies.publicity.not-approved, .several-policies */
async function claimsFor(ctx: Ctx, db: Db, ids: readonly string[]): Promise<ClaimRow[]> {
  const wanted = [...new Set(ids)];
  const claims = await listClaimsByIds(db, ctx.district, wanted);
  if (claims.length !== wanted.length) throw new AppError('platform.not-found');
  const other = claims.find((claim) => claim.state !== 'approved');
  if (other !== undefined)
    throw new AppError('subsidies.publicity.not-approved', {
      number: other.number,
      state: claimStateLabel(other.state)[ctx.language],
    });
  if (new Set(claims.map((claim) => claim.versionId)).size > 1)
    throw new AppError('subsidies.publicity.several-policies');
  return claims;
}

/** Rows exactly as the public will see them: one per achievement with an amount, people masked. */
async function entriesOf(ctx: Ctx, db: Db, listId: string, claims: readonly ClaimRow[]): Promise<EntryRow[]> {
  const lines = Map.groupBy(
    await listLines(
      db,
      ctx.district,
      claims.map((claim) => claim.id),
    ),
    (line) => line.claimId,
  );
  const parties = await listApplicants(
    db,
    ctx.district,
    claims.map((claim) => claim.partyId),
  );
  const rows = claims.flatMap((claim) =>
    (lines.get(claim.id) ?? [])
      .filter((line) => (line.approvedFen ?? 0) > 0)
      .map((line) => {
        const kind = parties.get(claim.partyId)?.kind ?? 'enterprise';
        return {
          ...maskApplicant({ name: claim.partyName, uscc: claim.uscc, kind }, ctx.today),
          claimId: claim.id,
          lineId: line.id,
          category: line.itemName,
          clause: line.clause,
          matter: maskText(line.label, ctx.today),
          amountFen: line.approvedFen ?? 0,
        };
      }),
  );
  return rows.map((row, at) => ({ ...row, listId, no: at + 1, note: '', standing: 'listed' as const }));
}

interface Made {
  readonly list: Omit<ListRow, 'publishedBy' | 'publishedAt'>;
  readonly entries: readonly EntryRow[];
  readonly claims: readonly ClaimRow[];
  readonly steps: readonly string[];
}

async function makeList(ctx: Ctx, db: Db, order: Order, serial: number): Promise<Made> {
  const inside: Ctx = { ...ctx, db: db as Ctx['db'] };
  const claims = await claimsFor(ctx, db, order.claimIds);
  const version: PolicyVersion = await getPolicyVersion(inside, claims[0]?.versionId ?? '');
  const id = uuidv7();
  const entries = await entriesOf(ctx, db, id, claims);
  const lines = await listLines(
    db,
    ctx.district,
    claims.map((claim) => claim.id),
  );
  const { days } = publicityDays(version, [...new Set(lines.map((line) => line.item))]);
  const { on, steps } = await closingDay(inside, ctx.today, days);
  const year = Number(ctx.today.slice(0, 4));
  const { subsidyTerms } = ctx.services.jurisdiction;
  const list = {
    id,
    year,
    serial,
    number: `公示〔${year}〕${serial}号`,
    title: order.title ?? `关于“${version.policy.title}”拟奖补名单的公示`,
    issuer: subsidyTerms.issuer,
    versionId: version.id,
    policyTitle: version.policy.title,
    policyDocNo: version.policy.docNo,
    example: version.policy.example,
    workingDays: days,
    openedOn: ctx.today,
    closesOn: on,
    contact: order.contact ?? subsidyTerms.contact,
  };
  return { list, entries, claims, steps };
}

const totalOf = (entries: readonly EntryRow[]) => entries.reduce((sum, entry) => sum + entry.amountFen, 0);

async function peekSerial(db: Db, district: string, year: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select coalesce(max(serial), 0) + 1 as n from subsidies.public_list
    where district = ${district} and year = ${year}`.execute(db);
  return rows[0]?.n ?? 1;
}

/** The list as the public would see it. */
export async function previewPublicityList(
  ctx: Ctx,
  order: Order,
): Promise<RouteOutput<(typeof routes)['previewPublicityList']>> {
  const serial = await peekSerial(ctx.db, ctx.district, Number(ctx.today.slice(0, 4)));
  const { list, entries, steps } = await makeList(ctx, ctx.db, order, serial);
  return {
    number: list.number,
    title: list.title,
    workingDays: list.workingDays,
    closesOn: list.closesOn,
    closesSteps: [...steps],
    totalWan: wanText(totalOf(entries)),
    entries: entries.map(toPublicRow),
  };
}

/**
 * Publishes a list: public from this transaction on, and publicity of its claims starts to run.
 * @throws AppError 404, 409 subsidies.publicity.*
 */
export async function publishPublicityList(
  ctx: Ctx,
  order: Order,
): Promise<{ readonly id: string; readonly number: string }> {
  return inTransaction(ctx, async (tx) => {
    // All files first, in order: the entries of the log come between them and would wait for one another.
    await lockClaims(tx, ctx.district, order.claimIds);
    const serial = await nextSerial(tx, ctx.district, Number(ctx.today.slice(0, 4)));
    const { list, entries, claims } = await makeList(ctx, tx, order, serial);
    await insertList(tx, ctx, list);
    await insertEntries(tx, ctx, entries);
    for (const claim of claims)
      await performAction(tx, ctx, claim.id, 'publicise', { note: list.number, fields: { listId: list.id } });
    await publishEvent(tx, ctx, 'subsidies.publicity.changed', { listId: list.id });
    await writeAudit(tx, ctx, {
      action: CLAIM_PUBLISH,
      subject: { kind: 'subsidies.public-list', id: list.id, label: list.number },
      details: { claims: claims.length, rows: entries.length, totalFen: totalOf(entries), closesOn: list.closesOn },
    });
    return { id: list.id, number: list.number };
  });
}
