import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface BanRow {
  readonly id: string;
  readonly partyId: string;
  readonly partyKey: string;
  readonly partyName: string;
  readonly uscc: string | null;
  readonly townCode: string | null;
  readonly from: string;
  /** Last day. */
  readonly until: string;
  readonly reason: string;
  readonly decisionNo: string;
  readonly claimId: string;
}

const BAN = sql`b.id, b.party_id as "partyId", b.party_key as "partyKey", b.party_name as "partyName", b.uscc, b.town_code as "townCode",
  b.from_on as "from", b.until_on as "until", b.reason, b.decision_no as "decisionNo", b.claim_id as "claimId"`;

/** The ban that holds longest on a day. */
export async function findBan(db: Db, district: string, partyKey: string, on: string): Promise<BanRow | undefined> {
  const { rows } =
    await sql<BanRow>`select ${BAN} from subsidies.ban b where b.district = ${district} and b.party_key = ${partyKey}
    and b.from_on <= ${on} and b.until_on >= ${on} order by b.until_on desc limit 1`.execute(db);
  return rows[0];
}

/** Parties under a ban on a day, by key. */
export async function listBanned(db: Db, district: string, on: string): Promise<Map<string, BanRow>> {
  const { rows } = await sql<BanRow>`select ${BAN} from subsidies.ban b where b.district = ${district}
    and b.from_on <= ${on} and b.until_on >= ${on} order by b.until_on`.execute(db);
  return new Map(rows.map((row) => [row.partyKey, row]));
}

export async function selectBans(
  db: Db,
  district: string,
  pattern: string | null,
  page: { size: number; skip: number },
) {
  const where = sql`b.district = ${district} and (${pattern}::text is null or b.party_name ilike ${pattern} or b.decision_no ilike ${pattern})`;
  const { rows } = await sql<BanRow>`select ${BAN} from subsidies.ban b where ${where}
    order by b.until_on desc, b.id limit ${page.size} offset ${page.skip}`.execute(db);
  const total = await sql<{ n: number }>`select count(*)::int as n from subsidies.ban b where ${where}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export async function insertBan(tx: Tx, ctx: Ctx, one: BanRow): Promise<void> {
  await sql`insert into subsidies.ban (district, id, party_id, party_key, party_name, uscc, town_code, from_on, until_on, reason, decision_no, claim_id)
    values (${ctx.district}, ${one.id}, ${one.partyId}, ${one.partyKey}, ${one.partyName}, ${one.uscc}, ${one.townCode}, ${one.from}, ${one.until},
      ${one.reason}, ${one.decisionNo}, ${one.claimId})`.execute(tx);
}
