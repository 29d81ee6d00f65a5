import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface ExpertRow {
  readonly id: string;
  readonly name: string;
  readonly employer_party_id: string | null;
  readonly employer: string;
  readonly title: string;
  readonly fields: readonly string[];
  readonly agencies: readonly string[];
  readonly note: string | null;
  readonly active: boolean;
  readonly demo: boolean;
  readonly version: number;
  /** Reviews not yet scored. */
  readonly open: number;
  readonly assigned: number;
  readonly scored: number;
  readonly withdrawn: number;
  readonly declared: number;
}

const columns = sql`e.id, e.name, e.employer_party_id, coalesce(p.name, e.employer) as employer, e.title, e.fields, e.agencies, e.note,
  e.active, e.demo, e.version, coalesce(n.open, 0) as open, coalesce(n.assigned, 0) as assigned, coalesce(n.scored, 0) as scored,
  coalesce(n.withdrawn, 0) as withdrawn,
  (select count(*) from programs.conflict k where k.district = e.district and k.expert_id = e.id) as declared`;
const source = sql`programs.expert e
  left join parties.party p on p.district = e.district and p.id = e.employer_party_id
  left join lateral (select count(*) as assigned, count(*) filter (where r.state = 'assigned') as open,
      count(*) filter (where r.state = 'scored') as scored, count(*) filter (where r.state = 'withdrawn') as withdrawn
    from programs.review r where r.district = e.district and r.expert_id = e.id) n on true`;

export async function findExpert(db: Db, district: string, id: string): Promise<ExpertRow | undefined> {
  const { rows } = await sql<ExpertRow>`select ${columns} from ${source}
    where e.district = ${district} and e.id = ${id}`.execute(db);
  return rows[0];
}

export async function selectExperts(
  db: Db,
  district: string,
  filter: {
    readonly q?: string | undefined;
    readonly active?: boolean | undefined;
    readonly page: number;
    readonly pageSize: number;
  },
): Promise<{ readonly rows: ExpertRow[]; readonly total: number }> {
  const tests: RawBuilder<unknown>[] = [sql`e.district = ${district}`];
  const q = filter.q?.trim();
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    tests.push(
      sql`(e.name ilike ${like} or coalesce(p.name, e.employer) ilike ${like} or array_to_string(e.fields, ' ') ilike ${like})`,
    );
  }
  if (filter.active !== undefined) tests.push(sql`e.active = ${filter.active}`);
  const where = sql.join(tests, sql` and `);
  const { rows } = await sql<ExpertRow>`select ${columns} from ${source} where ${where}
    order by e.active desc, e.name, e.id limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`.execute(
    db,
  );
  const counted = await sql<{ n: number }>`select count(*) as n from ${source} where ${where}`.execute(db);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

export interface ExpertContent {
  readonly name: string;
  readonly employerPartyId: string | null;
  readonly employer: string;
  readonly title: string;
  readonly fields: readonly string[];
  readonly agencies: readonly string[];
  readonly active: boolean;
}

export async function insertExpert(tx: Tx, ctx: Ctx, id: string, expert: ExpertContent): Promise<void> {
  await sql`insert into programs.expert (district, id, name, employer_party_id, employer, title, fields, agencies, active, created_at)
    values (${ctx.district}, ${id}, ${expert.name}, ${expert.employerPartyId}, ${expert.employer}, ${expert.title},
      ${expert.fields}::text[], ${expert.agencies}::text[], ${expert.active}, ${ctx.now})`.execute(tx);
}

/** False when someone changed the expert meanwhile. */
export async function updateExpertRow(
  tx: Tx,
  district: string,
  id: string,
  expert: ExpertContent & { readonly version: number },
): Promise<boolean> {
  const { rows } =
    await sql`update programs.expert set name = ${expert.name}, employer_party_id = ${expert.employerPartyId},
      employer = ${expert.employer}, title = ${expert.title}, fields = ${expert.fields}::text[], agencies = ${expert.agencies}::text[],
      active = ${expert.active}, version = version + 1
    where district = ${district} and id = ${id} and version = ${expert.version} returning 1`.execute(tx);
  return rows.length > 0;
}

export interface ConflictRow {
  readonly id: string;
  readonly expert_id: string;
  readonly party_id: string | null;
  readonly body: string;
  readonly reason: string;
  readonly declared_on: string;
  readonly declared_by: string;
}

export async function listConflicts(db: Db, district: string, expertIds?: readonly string[]): Promise<ConflictRow[]> {
  const only = expertIds === undefined ? sql`true` : sql`k.expert_id = any(${expertIds}::uuid[])`;
  const { rows } =
    await sql<ConflictRow>`select k.id, k.expert_id, k.party_id, k.body, k.reason, k.declared_on, k.declared_by
    from programs.conflict k where k.district = ${district} and ${only} order by k.declared_on desc, k.id`.execute(db);
  return rows;
}

export async function insertConflict(
  tx: Tx,
  ctx: Ctx,
  conflict: {
    readonly id: string;
    readonly expertId: string;
    readonly partyId: string | null;
    readonly body: string;
    readonly reason: string;
  },
): Promise<void> {
  await sql`insert into programs.conflict (district, id, expert_id, party_id, body, reason, declared_on, declared_by)
    values (${ctx.district}, ${conflict.id}, ${conflict.expertId}, ${conflict.partyId}, ${conflict.body}, ${conflict.reason},
      ${ctx.today}, ${ctx.actor.displayName})`.execute(tx);
}
