import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Registered } from '../domain/check-report.ts';
import type { Values } from '../domain/values.ts';
import { within } from './agency-repository.ts';
import { type MatterFilter, type MatterRow, matterTests, type PageRequest, selectPageOf } from './matter-repository.ts';

export interface ReportRow extends MatterRow {
  readonly agency_id: string;
  readonly agency_name: string;
  readonly party_id: string | null;
  readonly year: number;
  readonly due_on: string;
  readonly given: Values;
  readonly explanations: Readonly<Record<string, string>>;
  readonly registered: Readonly<Record<string, Registered>> | null;
  readonly contradictions: number;
  readonly filed_on: string | null;
  readonly draft_version: number;
}

const columns = sql`m.id, m.file_id, f.number, f.state, m.town_code, m.agency_id, m.agency_name, m.party_id, m.year, m.due_on, m.given,
  m.explanations, m.registered, m.contradictions, m.filed_on, m.draft_version,
  (select max(l.at) from procedures.action_log l where l.district = f.district and l.file_id = f.id) as updated_at`;
const source = sql`agency_affairs.annual_report m join procedures.file f on f.district = m.district and f.id = m.file_id`;

export async function findReport(
  db: Db,
  district: string,
  id: string,
  scope: Scope = { kind: 'district' },
): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`select ${columns} from ${source}
    where m.district = ${district} and m.id = ${id} and ${within(scope, 'm')}`.execute(db);
  return rows[0];
}

export async function lockReport(tx: Tx, district: string, id: string): Promise<ReportRow | undefined> {
  await sql`select 1 from agency_affairs.annual_report where district = ${district} and id = ${id} for update`.execute(
    tx,
  );
  return findReport(tx, district, id);
}

export async function findReportOfYear(
  db: Db,
  district: string,
  agencyId: string,
  year: number,
): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`select ${columns} from ${source}
    where m.district = ${district} and m.agency_id = ${agencyId} and m.year = ${year}`.execute(db);
  return rows[0];
}

export interface ReportFilter extends MatterFilter {
  readonly year?: number | undefined;
  readonly late?: boolean | undefined;
}

export function reportTests(district: string, scope: Scope, filter: ReportFilter): RawBuilder<unknown>[] {
  const tests = matterTests(district, scope, filter, sql`m.agency_name`);
  if (filter.year !== undefined) tests.push(sql`m.year = ${filter.year}`);
  const late = sql`(m.filed_on is not null and m.filed_on > m.due_on)`;
  if (filter.late !== undefined) tests.push(filter.late ? late : sql`not ${late}`);
  return tests;
}

const ORDERS: Readonly<Record<string, RawBuilder<unknown>>> = {
  number: sql`f.number`,
  agency: sql`m.agency_name`,
  year: sql`m.year`,
  state: sql`f.state`,
  filedOn: sql`m.filed_on`,
  contradictions: sql`m.contradictions`,
  updatedAt: sql`updated_at`,
};

export const selectReports = (db: Db, tests: readonly RawBuilder<unknown>[], page: PageRequest) =>
  selectPageOf<ReportRow>(db, { columns, source, tests, orders: ORDERS, page });

interface NewReport {
  readonly id: string;
  readonly fileId: string;
  readonly agency: {
    readonly id: string;
    readonly name: string;
    readonly partyId: string | null;
    readonly townCode: string | null;
  };
  readonly year: number;
  readonly dueOn: string;
  readonly given: Values;
}

export async function insertReport(tx: Tx, ctx: Ctx, report: NewReport): Promise<void> {
  const { agency } = report;
  await sql`insert into agency_affairs.annual_report (district, id, file_id, agency_id, agency_name, party_id, town_code, year, due_on, given, created_at)
    values (${ctx.district}, ${report.id}, ${report.fileId}, ${agency.id}, ${agency.name}, ${agency.partyId}, ${agency.townCode},
      ${report.year}, ${report.dueOn}, ${JSON.stringify(report.given)}, ${ctx.now})`.execute(tx);
}

export async function saveReportDraft(
  tx: Tx,
  district: string,
  id: string,
  draft: { readonly version: number; readonly given: Values; readonly explanations: Readonly<Record<string, string>> },
): Promise<number | undefined> {
  const { rows } = await sql<{
    version: number;
  }>`update agency_affairs.annual_report set given = ${JSON.stringify(draft.given)},
      explanations = ${JSON.stringify(draft.explanations)}, draft_version = draft_version + 1
    where district = ${district} and id = ${id} and draft_version = ${draft.version} returning draft_version as version`.execute(
    tx,
  );
  return rows[0]?.version;
}

export async function markReportFiled(
  tx: Tx,
  ctx: Ctx,
  id: string,
  filed: { readonly registered: Readonly<Record<string, Registered>>; readonly contradictions: number },
): Promise<void> {
  await sql`update agency_affairs.annual_report set filed_on = coalesce(filed_on, ${ctx.today}::date),
      registered = ${JSON.stringify(filed.registered)}, contradictions = ${filed.contradictions}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export interface DutyRow {
  readonly agency_id: string;
  readonly agency: string;
  readonly town_code: string | null;
  readonly report_id: string | null;
  readonly state: string | null;
  readonly filed_on: string | null;
  readonly contradictions: number | null;
}

interface DutyFilter {
  readonly year: number;
  readonly kinds: readonly string[];
  readonly q?: string | undefined;
  readonly town?: readonly string[] | undefined;
  readonly state?: readonly string[] | undefined;
}

function duties(district: string, scope: Scope, filter: DutyFilter): RawBuilder<unknown> {
  const tests = [
    sql`a.district = ${district}`,
    sql`a.merged_into is null and not a.gone and a.in_district and a.status in ('active', 'suspended', 'unknown')`,
    sql`a.kinds && ${filter.kinds}::text[]`,
    // Who began after the year has nothing to report for it.
    sql`coalesce(a.licensed_on, a.established_on, ${`${filter.year}-12-31`}::date) <= ${`${filter.year}-12-31`}`,
    within(scope, 'a'),
  ];
  const q = filter.q?.trim();
  if (q) tests.push(sql`a.name ilike ${containsPattern(q)}`);
  if (filter.town?.length) tests.push(sql`coalesce(a.town_code, 'none') = any(${filter.town}::text[])`);
  if (filter.state?.length) tests.push(sql`coalesce(f.state, 'none') = any(${filter.state}::text[])`);
  return sql`agencies.agency a
    left join agency_affairs.annual_report m on m.district = a.district and m.agency_id = a.id and m.year = ${filter.year}
    left join procedures.file f on f.district = m.district and f.id = m.file_id
    where ${sql.join(tests, sql` and `)}`;
}

/** Who has to report for a year, those who have not first. */
export async function selectDuties(
  db: Db,
  district: string,
  scope: Scope,
  filter: DutyFilter & { readonly page: number; readonly pageSize: number },
) {
  const from = duties(district, scope, filter);
  const { rows } =
    await sql<DutyRow>`select a.id as agency_id, a.name as agency, a.town_code, m.id as report_id, f.state, m.filed_on,
      m.contradictions from ${from}
    order by m.filed_on is not null, a.name, a.id limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`.execute(
      db,
    );
  const counted = await sql<{ total: number; filed: number; accepted: number }>`select count(*)::int as total,
      count(m.filed_on)::int as filed, count(*) filter (where f.state = 'accepted')::int as accepted from ${from}`.execute(
    db,
  );
  const counts = counted.rows[0] ?? { total: 0, filed: 0, accepted: 0 };
  return { rows, ...counts };
}
