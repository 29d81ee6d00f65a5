import { yuan } from '@jince/entitlements';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { sendNotice } from '../../../platform/procedures/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { readPaidKeys } from '../../funds/index.ts';
import { listPublished, type PolicyVersion, readSubjectCases } from '../../policies/index.ts';
import { labelOf } from '../domain/achievement-key.ts';
import {
  type Differences,
  differ,
  type FoundLine,
  findAll,
  type Reading,
  stepsReader,
} from '../domain/find-differences.ts';
import { listBanned } from '../repositories/ban-repository.ts';
import {
  type EntitlementRow,
  insertEntitlements,
  insertEvents,
  listKnown,
  noteReading,
  updateEntitlements,
} from '../repositories/entitlement-repository.ts';
import { listApplicants, listPartiesWithAccount } from '../repositories/party-repository.ts';

export const FIND_TASK = 'subsidies.find-entitlements';

interface Found {
  readonly offered: number;
  readonly changed: number;
}

async function toRows(
  ctx: Ctx,
  version: PolicyVersion,
  fresh: readonly FoundLine[],
  reading: Reading,
): Promise<EntitlementRow[]> {
  const parties = await listApplicants(ctx.db, ctx.district, [...new Set(fresh.map((line) => line.partyId))]);
  if (version.compiled === undefined) return [];
  const stepsOf = stepsReader(version.compiled, reading);
  return fresh.flatMap((line): EntitlementRow[] => {
    const party = parties.get(line.partyId);
    const item = version.policy.items.find((one) => one.code === line.item);
    if (party === undefined || item === undefined) return [];
    const ban = reading.banned.get(line.partyId);
    return [
      {
        id: uuidv7(),
        partyId: party.id,
        partyKey: party.key,
        partyName: party.name,
        uscc: party.uscc,
        townCode: party.townCode,
        versionId: version.id,
        policyCode: version.code,
        policyVersion: version.version,
        policyTitle: version.policy.title,
        example: version.policy.example,
        item: line.item,
        itemName: item.name,
        clause: item.clause,
        label: labelOf(item.achievement.label, line.key),
        achievementKey: line.key,
        achievedOn: line.achievedOn,
        amountFen: line.fen,
        steps: stepsOf(line),
        state: ban === undefined ? 'offered' : 'blocked',
        reason: ban ?? null,
        foundOn: ctx.today,
        factsAsOf: reading.asOf,
        claimId: null,
      },
    ];
  });
}

/** Tells enterprises that can sign in what was found for them, one notice each. */
async function tellParties(tx: Tx, ctx: Ctx, rows: readonly EntitlementRow[]): Promise<void> {
  const withAccount = await listPartiesWithAccount(tx, ctx.district);
  const offered = rows.filter((row) => row.state === 'offered' && withAccount.has(row.partyId));
  for (const [partyId, own] of Map.groupBy(offered, (row) => row.partyId)) {
    const total = own.reduce((sum, row) => sum + row.amountFen, 0);
    await sendNotice(tx, ctx, {
      partyId,
      href: `/incentives/entitlements?party=${partyId}`,
      text: `贵单位可享受“${own[0]?.policyTitle}”的${own.length}项支持，合计${yuan(total)}，可直接申报`,
    });
  }
}

/** Bans of everybody concerned, by party. */
async function bansOf(ctx: Ctx, partyIds: readonly string[]): Promise<Map<string, string>> {
  const bans = await listBanned(ctx.db, ctx.district, ctx.today);
  const banned = new Map<string, string>();
  if (bans.size === 0) return banned;
  for (const party of (await listApplicants(ctx.db, ctx.district, partyIds)).values()) {
    const ban = bans.get(party.key);
    if (ban !== undefined) banned.set(party.id, `因追回决定${ban.decisionNo}，在${ban.until}前（含当日）不得申报`);
  }
  return banned;
}

async function write(
  tx: Tx,
  ctx: Ctx,
  { rows, changes, events }: { rows: readonly EntitlementRow[] } & Pick<Differences, 'changes' | 'events'>,
): Promise<void> {
  await insertEntitlements(tx, ctx, rows);
  await updateEntitlements(tx, ctx, changes);
  const arrivals = rows.map((row) => ({
    entitlementId: row.id,
    kind: 'found' as const,
    text: `系统按登记数据找到，${yuan(row.amountFen)}`,
    amountFen: row.amountFen,
  }));
  await insertEvents(tx, ctx, [...arrivals, ...events]);
  await tellParties(tx, ctx, rows);
}

async function findForVersion(reader: Ctx, version: PolicyVersion, paidKeys: ReadonlySet<string>): Promise<Found> {
  const { compiled } = version;
  if (compiled === undefined) return { offered: 0, changed: 0 };
  const cases = await readSubjectCases(reader, compiled, reader.today, { everyone: true });
  const asOf = reader.today;
  const found = findAll(compiled, cases, { asOf, paidKeys, banned: new Map() });
  return inTransaction(reader, async (tx) => {
    const ctx: Ctx = { ...reader, db: tx };
    // Two runs at once would both take the same entitlement for a new one.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${FIND_TASK}:${ctx.district}`}, 0))`.execute(tx);
    const known = await listKnown(tx, ctx.district, version.id);
    const concerned = new Set([...known.map((one) => one.partyId), ...[...found.values()].map((one) => one.partyId)]);
    const reading: Reading = { asOf, paidKeys, banned: await bansOf(ctx, [...concerned]) };
    const byId = new Map(cases.map((one) => [one.id, one]));
    const { fresh, changes, events } = differ(known, found, compiled, byId, reading);
    const rows = await toRows(ctx, version, fresh, reading);
    await write(tx, ctx, { rows, changes, events });
    await noteReading(tx, ctx, { versionId: version.id, factsAsOf: asOf, found: found.size });
    const changed = new Set(changes.map((change) => change.id));
    const touched = new Set([
      ...rows.map((row) => row.partyId),
      ...known.filter((one) => changed.has(one.id)).map((one) => one.partyId),
    ]);
    if (touched.size > 0) {
      await markStale(tx, ctx, 'enterprise', sql`select unnest(${[...touched]}::uuid[])`);
      await bumpRegisterVersion(tx, ctx.district, 'subsidies');
    }
    return { offered: rows.length, changed: changes.length };
  });
}

/** Ends what rests on versions that are no longer in force; those claimed stay with their claims. */
async function endOutdated(ctx: Ctx, inForce: readonly string[]): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{
      id: string;
      partyId: string;
      amountFen: number;
    }>`update subsidies.entitlement set state = 'expired',
        reason = '政策版本已停止执行或被新版本取代'
      where district = ${ctx.district} and state in ('offered', 'blocked') and version_id <> all(${inForce}::uuid[])
      returning id, party_id as "partyId", amount_fen as "amountFen"`.execute(tx);
    if (rows.length === 0) return 0;
    await insertEvents(
      tx,
      ctx,
      rows.map((row) => ({
        entitlementId: row.id,
        kind: 'expired' as const,
        text: '政策版本已停止执行或被新版本取代',
        amountFen: row.amountFen,
      })),
    );
    await markStale(tx, ctx, 'enterprise', sql`select unnest(${rows.map((row) => row.partyId)}::uuid[])`);
    await bumpRegisterVersion(tx, ctx.district, 'subsidies');
    return rows.length;
  });
}

/** Holds every policy in force against the whole district and writes what differs (免申即享). */
export async function findEntitlements(ctx: Ctx): Promise<Found> {
  const versions = await listPublished(ctx, ctx.today);
  const paidKeys = new Set((await readPaidKeys(ctx)).keys());
  let offered = 0;
  let changed = await endOutdated(
    ctx,
    versions.map((version) => version.id),
  );
  for (const version of versions) {
    const found = await findForVersion(ctx, version, paidKeys);
    offered += found.offered;
    changed += found.changed;
  }
  return { offered, changed };
}

/** Ordered by every refresh of the facts and every publishing of a policy. */
export const findEntitlementsTask: JobTask = {
  task: FIND_TASK,
  label: { zh: '查找应享', en: 'Find entitlements' },
  cancellable: false,
  maxAttempts: 5,
  queue: 'subsidies',
  async run(ctx) {
    await findEntitlements(ctx);
  },
};
