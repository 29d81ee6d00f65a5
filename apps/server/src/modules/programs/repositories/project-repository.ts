import type { ProgramKind } from '@jince/wujiang';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { ScoreParts } from '../domain/score-review.ts';

export interface TeamPerson {
  readonly name: string;
  readonly title: string;
  readonly employer: string;
  readonly task: string;
}
export interface BudgetLine {
  readonly item: string;
  readonly grantFen: number;
  readonly selfFen: number;
  readonly note: string;
}
export interface StoredEligibility {
  readonly outcome: 'true' | 'false' | 'unknown';
  readonly asOf: string;
  readonly sentence: string;
  readonly trace: unknown;
}

export interface ProjectRow {
  readonly id: string;
  readonly file_id: string;
  readonly number: string;
  readonly state: string;
  readonly file_version: number;
  readonly call_id: string;
  readonly call_title: string;
  readonly call_number: string;
  readonly kind: string;
  readonly terms: ProgramKind;
  readonly title: string;
  readonly abstract: string;
  readonly field: string | null;
  readonly lead_party_id: string;
  readonly lead_name: string;
  readonly town_code: string | null;
  readonly team: readonly TeamPerson[];
  readonly budget: readonly BudgetLine[];
  readonly requested_fen: number;
  readonly eligibility: StoredEligibility | null;
  readonly score: number | null;
  readonly score_parts: ScoreParts | null;
  readonly granted_fen: number | null;
  readonly approval_no: string | null;
  readonly agreement_no: string | null;
  readonly term_from: string | null;
  readonly term_to: string | null;
  readonly conclusion: string | null;
  readonly performance: number | null;
  readonly ended_on: string | null;
  readonly ended_as: 'accepted' | 'failed' | 'terminated' | null;
  readonly draft_version: number;
  readonly created_at: string;
  /** When its file last moved. */
  readonly updated_at: string;
}

const columns = sql`p.id, p.file_id, f.number, f.state, f.version as file_version, p.call_id, c.title as call_title, c.number as call_number,
  p.kind, c.terms, p.title, p.abstract, p.field, p.lead_party_id, p.lead_name, p.town_code, p.team, p.budget, p.requested_fen,
  p.eligibility, p.score, p.score_parts, p.granted_fen, p.approval_no, p.agreement_no, p.term_from, p.term_to, p.conclusion,
  p.performance, p.ended_on, p.ended_as, p.draft_version, p.created_at,
  (select max(l.at) from procedures.action_log l where l.district = f.district and l.file_id = f.id) as updated_at`;
const source = sql`programs.project p
  join programs.call c on c.district = p.district and c.id = p.call_id
  join procedures.file f on f.district = p.district and f.id = p.file_id`;

export async function findProject(db: Db, district: string, id: string): Promise<ProjectRow | undefined> {
  const { rows } = await sql<ProjectRow>`select ${columns} from ${source}
    where p.district = ${district} and p.id = ${id}`.execute(db);
  return rows[0];
}

/** The project, held until the transaction ends. */
export async function lockProject(tx: Tx, district: string, id: string): Promise<ProjectRow | undefined> {
  await sql`select 1 from programs.project where district = ${district} and id = ${id} for update`.execute(tx);
  return findProject(tx, district, id);
}

export interface ProjectFilter {
  readonly q?: string | undefined;
  readonly call?: string | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly state?: readonly string[] | undefined;
  readonly town?: readonly string[] | undefined;
  readonly party?: string | undefined;
  readonly closed?: boolean | undefined;
}

/** @param within what the actor may see, over `p` */
export function projectTests(
  district: string,
  within: RawBuilder<boolean>,
  filter: ProjectFilter,
): RawBuilder<unknown>[] {
  const tests: RawBuilder<unknown>[] = [sql`p.district = ${district}`, within];
  const q = filter.q?.trim();
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    tests.push(sql`(p.title ilike ${like} or p.lead_name ilike ${like} or f.number ilike ${like})`);
  }
  if (filter.call !== undefined) tests.push(sql`p.call_id = ${filter.call}`);
  if (filter.kind?.length) tests.push(sql`p.kind = any(${filter.kind}::text[])`);
  if (filter.state?.length) tests.push(sql`f.state = any(${filter.state}::text[])`);
  if (filter.town?.length) tests.push(sql`coalesce(p.town_code, 'none') = any(${filter.town}::text[])`);
  if (filter.party !== undefined)
    tests.push(sql`(p.lead_party_id = ${filter.party} or exists (select 1 from programs.member m
      where m.district = p.district and m.project_id = p.id and m.party_id = ${filter.party}))`);
  if (filter.closed !== undefined) tests.push(filter.closed ? sql`f.closed_at is not null` : sql`f.closed_at is null`);
  return tests;
}

const ORDERS: Readonly<Record<string, RawBuilder<unknown>>> = {
  number: sql`f.number`,
  title: sql`p.title`,
  lead: sql`p.lead_name`,
  state: sql`f.state`,
  score: sql`p.score`,
  requestedFen: sql`p.requested_fen`,
  updatedAt: sql`updated_at`,
};

export async function selectProjects(
  db: Db,
  tests: readonly RawBuilder<unknown>[],
  page: { readonly page: number; readonly pageSize: number; readonly sort?: string | undefined },
): Promise<{ readonly rows: ProjectRow[]; readonly total: number }> {
  const where = sql.join(tests, sql` and `);
  const key = page.sort?.replace(/^-/, '') ?? '';
  const column = ORDERS[key] ?? sql`f.number`;
  const descending = page.sort === undefined || !(key in ORDERS) || page.sort.startsWith('-');
  const { rows } = await sql<ProjectRow>`select ${columns} from ${source} where ${where}
    order by ${column} ${descending ? sql`desc nulls last` : sql`asc nulls last`}, p.id
    limit ${page.pageSize} offset ${(page.page - 1) * page.pageSize}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*) as n from ${source} where ${where}`.execute(db);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

/** How many members each project's consortium has. */
export async function countMembers(
  db: Db,
  district: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`select m.project_id as id, count(*) as n from programs.member m
    where m.district = ${district} and m.project_id = any(${ids}::uuid[]) group by m.project_id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.n]));
}

/** Projects of a call in any of some states, whatever the reader's reach. */
export async function listProjectsOfCall(
  db: Db,
  district: string,
  callId: string,
  states: readonly string[],
): Promise<ProjectRow[]> {
  const { rows } = await sql<ProjectRow>`select ${columns} from ${source}
    where p.district = ${district} and p.call_id = ${callId} and f.state = any(${states}::text[])
    order by p.score desc nulls last, f.number`.execute(db);
  return rows;
}

export interface NewProject {
  readonly id: string;
  readonly fileId: string;
  readonly callId: string;
  readonly kind: string;
  readonly title: string;
  readonly lead: { readonly id: string; readonly name: string; readonly townCode: string | null };
}

export async function insertProject(tx: Tx, ctx: Ctx, project: NewProject): Promise<void> {
  const { lead } = project;
  await sql`insert into programs.project (district, id, file_id, call_id, kind, title, lead_party_id, lead_name, town_code, created_at)
    values (${ctx.district}, ${project.id}, ${project.fileId}, ${project.callId}, ${project.kind}, ${project.title}, ${lead.id},
      ${lead.name}, ${lead.townCode}, ${ctx.now})`.execute(tx);
}

export type ProjectChange = Partial<
  Omit<
    ProjectRow,
    'id' | 'file_id' | 'number' | 'state' | 'call_id' | 'kind' | 'terms' | 'created_at' | 'updated_at' | 'draft_version'
  >
>;
const JSON_COLUMNS = new Set(['team', 'budget', 'eligibility', 'score_parts']);

export async function updateProject(tx: Tx, district: string, id: string, change: ProjectChange): Promise<void> {
  const sets = Object.entries(change).map(
    ([column, value]) => sql`${sql.id(column)} = ${JSON_COLUMNS.has(column) ? JSON.stringify(value) : value}`,
  );
  await sql`update programs.project set ${sql.join(sets)} where district = ${district} and id = ${id}`.execute(tx);
}

/** Counts another saving of the application; undefined when someone saved meanwhile. */
export async function nextDraft(tx: Tx, district: string, id: string, version: number): Promise<number | undefined> {
  const { rows } = await sql<{ draft_version: number }>`update programs.project set draft_version = draft_version + 1
    where district = ${district} and id = ${id} and draft_version = ${version} returning draft_version`.execute(tx);
  return rows[0]?.draft_version;
}
