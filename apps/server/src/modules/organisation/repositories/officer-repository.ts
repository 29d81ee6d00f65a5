import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { BodyScope } from '../domain/officer-scope.ts';

export interface OfficerRow {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly post: string | null;
  readonly region: string | null;
  readonly certificateNo: string | null;
  readonly certificateKind: string | null;
  readonly certificateFrom: string | null;
  readonly certificateTo: string | null;
  readonly certificateState: 'valid' | 'expiring' | 'expired' | 'none';
  readonly phone: string | null;
}

export interface OfficerFilter {
  readonly district: string;
  readonly today: string;
  /** A certificate that ends within so many days is 'expiring'. */
  readonly warningDays: number;
  readonly scope: BodyScope | undefined;
  readonly q: string | undefined;
  /** Whether `q` may look into names and numbers: who sees them masked must not find them by guessing. */
  readonly searchPersonal: boolean;
  readonly bodies: readonly string[] | undefined;
  readonly states: readonly string[] | undefined;
  readonly sort: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

const from = sql`organisation.officer o
  left join organisation.body b on b.district = o.district and b.id = o.body_id`;

function stateOf({ today, warningDays }: OfficerFilter): RawBuilder<unknown> {
  return sql`case when o.certificate_no is null then 'none' when o.certificate_to < ${today}::date then 'expired'
    when o.certificate_to < ${today}::date + ${warningDays}::int then 'expiring' else 'valid' end`;
}

function conditions(filter: OfficerFilter): RawBuilder<unknown> {
  const found = [sql`o.district = ${filter.district}`];
  const { scope, q } = filter;
  if (scope !== undefined) {
    found.push(sql`((b.place_kind = 'town' and b.place_code = any(${scope.towns}::text[]))
      or (b.place_kind = 'zone' and b.place_code = any(${scope.zones}::text[])) or b.id = any(${scope.bodies}::text[]))`);
  }
  if (q) {
    const pattern = containsPattern(q);
    const personal = filter.searchPersonal
      ? sql`or o.name ilike ${pattern} or o.certificate_no ilike ${pattern}`
      : sql``;
    found.push(
      sql`(coalesce(b.name, o.body_name) ilike ${pattern} or o.post ilike ${pattern} or o.region ilike ${pattern} ${personal})`,
    );
  }
  if (filter.bodies?.length) found.push(sql`o.body_id = any(${filter.bodies}::text[])`);
  if (filter.states?.length) found.push(sql`${stateOf(filter)} = any(${filter.states}::text[])`);
  return sql.join(found, sql` and `);
}

const SORTS: Readonly<Record<string, string>> = {
  name: 'o.name collate "zh-x-icu"',
  organisationName: 'coalesce(b.name, o.body_name) collate "zh-x-icu"',
  post: 'o.post collate "zh-x-icu"',
  region: 'o.region collate "zh-x-icu"',
  certificateTo: 'o.certificate_to',
};

function orderBy(sort: string | undefined): RawBuilder<unknown> {
  const descending = sort?.startsWith('-') ?? false;
  const column = SORTS[(sort ?? '').replace(/^-/, '')];
  if (column === undefined) return sql`order by b.position nulls last, o.post, o.id`;
  return sql.raw(`order by ${column} ${descending ? 'desc' : 'asc'} nulls last, o.id`);
}

/** One page of officers with the exact total; needs the transaction in which the district is set (row-level security). */
export async function findOfficers(tx: Tx, filter: OfficerFilter): Promise<{ rows: OfficerRow[]; total: number }> {
  const where = conditions(filter);
  const count = await sql<{ total: number }>`select count(*) as total from ${from} where ${where}`.execute(tx);
  const { rows } = await sql<OfficerRow>`
    select o.id, o.name, o.body_id as "organisationId", coalesce(b.name, o.body_name) as "organisationName", o.post, o.region,
      o.certificate_no as "certificateNo", o.certificate_kind as "certificateKind", o.certificate_from as "certificateFrom",
      o.certificate_to as "certificateTo", ${stateOf(filter)} as "certificateState", o.phone
    from ${from} where ${where} ${orderBy(filter.sort)} limit ${filter.limit} offset ${filter.offset}`.execute(tx);
  return { rows, total: count.rows[0]?.total ?? 0 };
}
