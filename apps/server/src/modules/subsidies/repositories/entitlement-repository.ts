import type { AmountStep } from '@jince/entitlements';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export type EntitlementState = 'offered' | 'claimed' | 'declined' | 'expired' | 'blocked';

export interface EntitlementRow {
  readonly id: string;
  readonly partyId: string;
  readonly partyKey: string;
  readonly partyName: string;
  readonly uscc: string | null;
  readonly townCode: string | null;
  readonly versionId: string;
  readonly policyCode: string;
  readonly policyVersion: number;
  readonly policyTitle: string;
  readonly example: boolean;
  readonly item: string;
  readonly itemName: string;
  readonly clause: string;
  readonly label: string;
  readonly achievementKey: string;
  readonly achievedOn: string | null;
  readonly amountFen: number;
  readonly steps: readonly AmountStep[];
  readonly state: EntitlementState;
  readonly reason: string | null;
  readonly foundOn: string;
  readonly factsAsOf: string;
  readonly claimId: string | null;
}

export const ENTITLEMENT = sql`e.id, e.party_id as "partyId", e.party_key as "partyKey", e.party_name as "partyName", e.uscc,
  e.town_code as "townCode", e.version_id as "versionId", e.policy_code as "policyCode", e.policy_version as "policyVersion",
  e.policy_title as "policyTitle", e.example, e.item, e.item_name as "itemName", e.clause, e.label, e.achievement_key as "achievementKey",
  e.achieved_on as "achievedOn", e.amount_fen as "amountFen", e.steps, e.state, e.reason, e.found_on as "foundOn",
  e.facts_as_of as "factsAsOf", e.claim_id as "claimId"`;

/** Predicate over `e`: the towns and parties a scope reaches. */
export function entitlementsWithin(scope: Scope): RawBuilder<boolean> {
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(e.town_code = any(${scope.towns}::text[]) or e.party_id = any(${scope.parties}::uuid[]))`;
}

export async function findEntitlement(
  db: Db,
  district: string,
  id: string,
  scope: Scope,
): Promise<EntitlementRow | undefined> {
  const { rows } = await sql<EntitlementRow>`select ${ENTITLEMENT} from subsidies.entitlement e
    where e.district = ${district} and e.id = ${id} and ${entitlementsWithin(scope)}`.execute(db);
  return rows[0];
}

export async function listEntitlementRows(
  db: Db,
  district: string,
  ids: readonly string[],
  scope: Scope,
): Promise<EntitlementRow[]> {
  const { rows } = await sql<EntitlementRow>`select ${ENTITLEMENT} from subsidies.entitlement e
    where e.district = ${district} and e.id = any(${ids}::uuid[]) and ${entitlementsWithin(scope)}
    order by e.item, e.achieved_on, e.achievement_key`.execute(db);
  return rows;
}

export type KnownEntitlement = Pick<
  EntitlementRow,
  'id' | 'partyId' | 'item' | 'achievementKey' | 'amountFen' | 'state' | 'reason' | 'label'
>;

/** What is known of a version, without texts. */
export async function listKnown(db: Db, district: string, versionId: string): Promise<KnownEntitlement[]> {
  const { rows } =
    await sql<KnownEntitlement>`select id, party_id as "partyId", item, achievement_key as "achievementKey",
      amount_fen as "amountFen", state, reason, label
    from subsidies.entitlement where district = ${district} and version_id = ${versionId}`.execute(db);
  return rows;
}

/** At most so many rows go in one statement. */
const PORTION = 1000;

export async function insertEntitlements(tx: Tx, ctx: Ctx, rows: readonly EntitlementRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += PORTION)
    await sql`insert into subsidies.entitlement (district, id, party_id, party_key, party_name, uscc, town_code, version_id, policy_code,
        policy_version, policy_title, example, item, item_name, clause, label, achievement_key, achieved_on, amount_fen, steps, state, reason,
        found_on, facts_as_of)
      select ${ctx.district}, (e->>'id')::uuid, (e->>'partyId')::uuid, e->>'partyKey', e->>'partyName', e->>'uscc', e->>'townCode',
        (e->>'versionId')::uuid, e->>'policyCode', (e->>'policyVersion')::int, e->>'policyTitle', (e->>'example')::boolean, e->>'item',
        e->>'itemName', e->>'clause', e->>'label', e->>'achievementKey', (e->>'achievedOn')::date, (e->>'amountFen')::bigint, e->'steps',
        e->>'state', e->>'reason', (e->>'foundOn')::date, (e->>'factsAsOf')::date
      from jsonb_array_elements(${JSON.stringify(rows.slice(at, at + PORTION))}::jsonb) e`.execute(tx);
}

export interface EntitlementChange {
  readonly id: string;
  readonly state: EntitlementState;
  readonly amountFen: number;
  readonly reason: string | null;
  readonly factsAsOf: string;
  /** Null leaves them. */
  readonly steps: readonly AmountStep[] | null;
}

export async function updateEntitlements(tx: Tx, ctx: Ctx, changes: readonly EntitlementChange[]): Promise<void> {
  for (let at = 0; at < changes.length; at += PORTION)
    await sql`update subsidies.entitlement t set state = e->>'state', amount_fen = (e->>'amountFen')::bigint, reason = e->>'reason',
        facts_as_of = (e->>'factsAsOf')::date, steps = case when jsonb_typeof(e->'steps') = 'array' then e->'steps' else t.steps end
      from jsonb_array_elements(${JSON.stringify(changes.slice(at, at + PORTION))}::jsonb) e
      where t.district = ${ctx.district} and t.id = (e->>'id')::uuid and t.state <> 'claimed'`.execute(tx);
}

export interface EntitlementEvent {
  readonly entitlementId: string;
  readonly kind: 'found' | 'changed' | 'blocked' | 'expired' | 'returned' | 'claimed' | 'declined';
  readonly text: string;
  readonly amountFen: number;
}

export async function insertEvents(tx: Tx, ctx: Ctx, events: readonly EntitlementEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += PORTION)
    await sql`insert into subsidies.entitlement_event (district, entitlement_id, at, kind, text, amount_fen, actor_name)
      select ${ctx.district}, (e->>'entitlementId')::uuid, ${ctx.now}, e->>'kind', e->>'text', (e->>'amountFen')::bigint,
        ${ctx.actor.displayName}
      from jsonb_array_elements(${JSON.stringify(events.slice(at, at + PORTION))}::jsonb) e`.execute(tx);
}

export async function listEvents(db: Db, district: string, id: string) {
  const { rows } = await sql<{
    at: string;
    kind: string;
    text: string;
    amountFen: number;
  }>`select at, kind, text, amount_fen as "amountFen"
    from subsidies.entitlement_event where district = ${district} and entitlement_id = ${id} order by seq`.execute(db);
  return rows;
}

/** What a party is offered now, under any policy. */
export async function listOffers(
  db: Db,
  district: string,
  partyKey: string,
): Promise<{ id: string; achievementKey: string }[]> {
  const { rows } = await sql<{ id: string; achievementKey: string }>`select id, achievement_key as "achievementKey"
    from subsidies.entitlement where district = ${district} and party_key = ${partyKey} and state = 'offered'`.execute(
    db,
  );
  return rows;
}

/** Moves offered entitlements into a claim; returns those that were moved. */
export async function claimEntitlements(
  tx: Tx,
  district: string,
  ids: readonly string[],
  claimId: string,
): Promise<{ id: string; amountFen: number }[]> {
  const { rows } = await sql<{
    id: string;
    amountFen: number;
  }>`update subsidies.entitlement set state = 'claimed', claim_id = ${claimId},
      reason = null
    where district = ${district} and id = any(${ids}::uuid[]) and state = 'offered' returning id, amount_fen as "amountFen"`.execute(
    tx,
  );
  return rows;
}

/** Gives the entitlements of a claim that came to nothing back. */
export async function returnEntitlements(
  tx: Tx,
  district: string,
  claimId: string,
  to: { readonly state: 'offered' | 'expired'; readonly reason: string | null },
): Promise<{ id: string; amountFen: number }[]> {
  const { rows } = await sql<{
    id: string;
    amountFen: number;
  }>`update subsidies.entitlement set state = ${to.state}, claim_id = null,
      reason = ${to.reason}
    where district = ${district} and claim_id = ${claimId} and state = 'claimed' returning id, amount_fen as "amountFen"`.execute(
    tx,
  );
  return rows;
}

export async function setEntitlement(
  tx: Tx,
  district: string,
  id: string,
  to: { readonly state: EntitlementState; readonly reason: string | null },
): Promise<void> {
  await sql`update subsidies.entitlement set state = ${to.state}, reason = ${to.reason} where district = ${district} and id = ${id}`.execute(
    tx,
  );
}

export async function noteReading(
  tx: Tx,
  ctx: Ctx,
  one: { readonly versionId: string; readonly factsAsOf: string; readonly found: number },
): Promise<void> {
  await sql`insert into subsidies.entitlement_reading (district, version_id, read_at, facts_as_of, found)
    values (${ctx.district}, ${one.versionId}, ${ctx.now}, ${one.factsAsOf}, ${one.found})
    on conflict (district, version_id) do update set read_at = excluded.read_at, facts_as_of = excluded.facts_as_of, found = excluded.found`.execute(
    tx,
  );
}

export async function findLastReading(db: Db, district: string) {
  const { rows } = await sql<{
    at: string | null;
    asOf: string | null;
  }>`select max(read_at) as at, max(facts_as_of) as "asOf"
    from subsidies.entitlement_reading where district = ${district}`.execute(db);
  return rows[0] ?? { at: null, asOf: null };
}
