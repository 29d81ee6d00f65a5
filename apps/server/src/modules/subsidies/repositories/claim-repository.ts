import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface ClaimRow {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly openedAt: string;
  readonly partyId: string;
  readonly partyKey: string;
  readonly partyName: string;
  readonly uscc: string | null;
  readonly townCode: string | null;
  readonly versionId: string;
  readonly policyCode: string;
  readonly policyVersion: number;
  readonly policyTitle: string;
  readonly fund: string;
  readonly fundYear: number;
  readonly example: boolean;
  readonly origin: 'entitlement' | 'application';
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly claimedFen: number | null;
  readonly approvedFen: number | null;
  readonly decisionNo: string | null;
  readonly releaseNo: string | null;
  readonly submittedAt: string | null;
}

export interface LineRow {
  readonly id: string;
  readonly claimId: string;
  readonly position: number;
  readonly item: string;
  readonly itemName: string;
  readonly clause: string;
  readonly label: string;
  readonly achievementKey: string | null;
  readonly achievedOn: string | null;
  readonly declared: Readonly<Record<string, string | number | boolean | null>>;
  readonly entitlementId: string | null;
  readonly claimedFen: number | null;
  readonly approvedFen: number | null;
  readonly paidFen: number | null;
  readonly paidOn: string | null;
  readonly payment: 'none' | 'committed' | 'payable' | 'failed' | 'paid' | 'cancelled';
  readonly paymentNote: string | null;
  readonly clawBackFen: number | null;
  readonly clawSettledOn: string | null;
}

/** Columns of `subsidies.claim c` with those of its file `f`. */
export const CLAIM_COLUMNS_SQL = sql`c.id, f.number, f.state, f.version, f.opened_at as "openedAt", c.party_id as "partyId", c.party_key as "partyKey",
  c.party_name as "partyName", c.uscc, c.town_code as "townCode", c.version_id as "versionId", c.policy_code as "policyCode",
  c.policy_version as "policyVersion", c.policy_title as "policyTitle", c.fund, c.fund_year as "fundYear", c.example, c.origin,
  c.contact_name as "contactName", c.contact_phone as "contactPhone", c.claimed_fen as "claimedFen", c.approved_fen as "approvedFen",
  c.decision_no as "decisionNo", c.release_no as "releaseNo", c.submitted_at as "submittedAt"`;

export const CLAIM_FROM = sql`subsidies.claim c join procedures.file f on f.district = c.district and f.id = c.id`;

const LINE = sql`l.id, l.claim_id as "claimId", l.position, l.item, l.item_name as "itemName", l.clause, l.label,
  l.achievement_key as "achievementKey", l.achieved_on as "achievedOn", l.declared, l.entitlement_id as "entitlementId",
  l.claimed_fen as "claimedFen", l.approved_fen as "approvedFen", l.paid_fen as "paidFen", l.paid_on as "paidOn", l.payment,
  l.payment_note as "paymentNote", l.claw_back_fen as "clawBackFen", l.claw_settled_on as "clawSettledOn"`;

/** Predicate over `c`: the towns and parties a scope reaches. */
export function claimsWithin(scope: Scope): RawBuilder<boolean> {
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(c.town_code = any(${scope.towns}::text[]) or c.party_id = any(${scope.parties}::uuid[]))`;
}

export async function findClaim(db: Db, district: string, id: string, scope: Scope): Promise<ClaimRow | undefined> {
  const { rows } = await sql<ClaimRow>`select ${CLAIM_COLUMNS_SQL} from ${CLAIM_FROM}
    where c.district = ${district} and c.id = ${id} and ${claimsWithin(scope)}`.execute(db);
  return rows[0];
}

export async function listLines(db: Db, district: string, claimIds: readonly string[]): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`select ${LINE} from subsidies.claim_line l where l.district = ${district}
    and l.claim_id = any(${claimIds}::uuid[]) order by l.claim_id, l.position`.execute(db);
  return rows;
}

export async function findLine(db: Db, district: string, id: string): Promise<LineRow | undefined> {
  const { rows } = await sql<LineRow>`select ${LINE} from subsidies.claim_line l
    where l.district = ${district} and l.id = ${id}`.execute(db);
  return rows[0];
}

export type NewClaim = Omit<
  ClaimRow,
  | 'number'
  | 'state'
  | 'version'
  | 'openedAt'
  | 'claimedFen'
  | 'approvedFen'
  | 'decisionNo'
  | 'releaseNo'
  | 'submittedAt'
>;

export async function insertClaim(tx: Tx, ctx: Ctx, one: NewClaim): Promise<void> {
  await sql`insert into subsidies.claim (district, id, party_id, party_key, party_name, uscc, town_code, version_id, policy_code, policy_version,
      policy_title, fund, fund_year, example, origin, contact_name, contact_phone)
    values (${ctx.district}, ${one.id}, ${one.partyId}, ${one.partyKey}, ${one.partyName}, ${one.uscc}, ${one.townCode}, ${one.versionId},
      ${one.policyCode}, ${one.policyVersion}, ${one.policyTitle}, ${one.fund}, ${one.fundYear}, ${one.example}, ${one.origin},
      ${one.contactName}, ${one.contactPhone})`.execute(tx);
}

const CLAIM_COLUMNS = {
  contactName: 'contact_name',
  contactPhone: 'contact_phone',
  claimedFen: 'claimed_fen',
  approvedFen: 'approved_fen',
  decisionNo: 'decision_no',
  releaseNo: 'release_no',
  submittedAt: 'submitted_at',
  versionId: 'version_id',
  policyVersion: 'policy_version',
  policyTitle: 'policy_title',
  fund: 'fund',
  fundYear: 'fund_year',
  example: 'example',
} as const;

const LINE_COLUMNS = {
  item: 'item',
  itemName: 'item_name',
  clause: 'clause',
  label: 'label',
  achievementKey: 'achievement_key',
  achievedOn: 'achieved_on',
  claimedFen: 'claimed_fen',
  approvedFen: 'approved_fen',
  paidFen: 'paid_fen',
  paidOn: 'paid_on',
  payment: 'payment',
  paymentNote: 'payment_note',
  clawBackFen: 'claw_back_fen',
  clawSettledOn: 'claw_settled_on',
} as const;

/** `set` of the fields that are given. */
function settings(columns: Readonly<Record<string, string>>, change: Readonly<Record<string, unknown>>) {
  return sql.join(
    Object.entries(change).flatMap(([name, value]) =>
      value === undefined ? [] : [sql`${sql.ref(columns[name] as string)} = ${value}`],
    ),
  );
}

type Nullable<T> = { [K in keyof T]?: T[K] | null | undefined };

export async function updateClaimRow(
  tx: Tx,
  district: string,
  id: string,
  change: Nullable<Omit<Pick<ClaimRow, keyof typeof CLAIM_COLUMNS>, 'submittedAt'>> & { submittedAt?: Date },
): Promise<void> {
  if (Object.values(change).every((value) => value === undefined)) return;
  await sql`update subsidies.claim set ${settings(CLAIM_COLUMNS, change)}
    where district = ${district} and id = ${id}`.execute(tx);
}

export async function updateLine(
  tx: Tx,
  district: string,
  id: string,
  change: Nullable<Pick<LineRow, keyof typeof LINE_COLUMNS>>,
): Promise<void> {
  if (Object.values(change).every((value) => value === undefined)) return;
  await sql`update subsidies.claim_line set ${settings(LINE_COLUMNS, change)}
    where district = ${district} and id = ${id}`.execute(tx);
}

export type NewLine = Pick<
  LineRow,
  'id' | 'item' | 'itemName' | 'clause' | 'label' | 'achievementKey' | 'achievedOn' | 'declared' | 'entitlementId'
>;

/** Puts a draft's lines in place of those it had. */
export async function replaceLines(tx: Tx, ctx: Ctx, claimId: string, lines: readonly NewLine[]): Promise<void> {
  await sql`delete from subsidies.claim_line where district = ${ctx.district} and claim_id = ${claimId}`.execute(tx);
  for (const [position, one] of lines.entries())
    await sql`insert into subsidies.claim_line (district, id, claim_id, position, item, item_name, clause, label, achievement_key, achieved_on,
        declared, entitlement_id)
      values (${ctx.district}, ${one.id}, ${claimId}, ${position + 1}, ${one.item}, ${one.itemName}, ${one.clause}, ${one.label},
        ${one.achievementKey}, ${one.achievedOn}, ${JSON.stringify(one.declared)}, ${one.entitlementId})`.execute(tx);
}

export interface LiveClaim {
  readonly claimId: string;
  readonly number: string;
  readonly partyName: string;
  readonly openedAt: string;
  readonly state: string;
}

/** The claim an achievement is in, if it is in one. */
export async function findLive(db: Db, district: string, key: string): Promise<LiveClaim | undefined> {
  const { rows } =
    await sql<LiveClaim>`select c.id as "claimId", f.number, c.party_name as "partyName", f.opened_at as "openedAt", f.state
    from subsidies.live_achievement a join subsidies.claim c on c.district = a.district and c.id = a.claim_id
    join procedures.file f on f.district = c.district and f.id = c.id
    where a.district = ${district} and a.achievement_key = ${key}`.execute(db);
  return rows[0];
}

/** Takes a key for a line; false when another line has it. */
export async function takeLive(
  tx: Tx,
  district: string,
  key: string,
  line: { readonly claimId: string; readonly id: string },
): Promise<boolean> {
  const { rows } = await sql`insert into subsidies.live_achievement (district, achievement_key, claim_id, line_id)
    values (${district}, ${key}, ${line.claimId}, ${line.id})
    on conflict (district, achievement_key) do update set line_id = excluded.line_id
      where subsidies.live_achievement.claim_id = excluded.claim_id
    returning 1`.execute(tx);
  return rows.length > 0;
}

export async function freeLive(tx: Tx, district: string, claimId: string): Promise<void> {
  await sql`delete from subsidies.live_achievement where district = ${district} and claim_id = ${claimId}`.execute(tx);
}

/** Lines of a party that are promised but not yet due: what caps and stacking must count beside what funds know. */
export async function listPromised(
  db: Db,
  district: string,
  partyKey: string,
  exceptClaim: string | null,
): Promise<{ policyCode: string; item: string; fundYear: number; fen: number; achievementKey: string | null }[]> {
  const { rows } = await sql<{
    policyCode: string;
    item: string;
    fundYear: number;
    fen: number;
    achievementKey: string | null;
  }>`select c.policy_code as "policyCode", l.item, c.fund_year as "fundYear", l.approved_fen as fen, l.achievement_key as "achievementKey"
    from subsidies.claim c join subsidies.claim_line l on l.district = c.district and l.claim_id = c.id
    where c.district = ${district} and c.party_key = ${partyKey} and l.payment = 'committed'
      and (${exceptClaim}::uuid is null or c.id <> ${exceptClaim}::uuid)`.execute(db);
  return rows;
}

export interface Demand {
  readonly item: string;
  /** Decided so far, paid or not. */
  readonly decidedFen: number;
  /** Filed and not decided. */
  readonly waitingFen: number;
}

/** What all claims but one ask of a policy's year, by item; those that ended without money do not count. */
export async function listDemand(
  db: Db,
  district: string,
  of: { readonly policyCode: string; readonly fundYear: number; readonly exceptClaim: string },
): Promise<Demand[]> {
  const waiting = sql`f.state in ('submitted', 'recommended', 'supplementing', 'accepted', 'checked', 'reviewed', 'cleared')`;
  const over = sql`f.state in ('draft', 'refused', 'not-accepted', 'withdrawn')`;
  const { rows } = await sql<Demand>`select l.item,
      coalesce(sum(l.approved_fen) filter (where not ${waiting} and not ${over}), 0)::bigint as "decidedFen",
      coalesce(sum(l.claimed_fen) filter (where ${waiting}), 0)::bigint as "waitingFen"
    from subsidies.claim c
    join subsidies.claim_line l on l.district = c.district and l.claim_id = c.id
    join procedures.file f on f.district = c.district and f.id = c.id
    where c.district = ${district} and c.policy_code = ${of.policyCode} and c.fund_year = ${of.fundYear} and c.id <> ${of.exceptClaim}
    group by l.item`.execute(db);
  return rows;
}

/** Whether a supplement was asked for before. */
export async function wasSupplemented(db: Db, district: string, fileId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from procedures.action_log where district = ${district} and file_id = ${fileId}
    and action = 'request-supplement' limit 1`.execute(db);
  return rows.length > 0;
}

export async function findClaimNumber(db: Db, district: string, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const { rows } = await sql<{
    number: string;
  }>`select number from procedures.file where district = ${district} and id = ${id}`.execute(db);
  return rows[0]?.number ?? null;
}
