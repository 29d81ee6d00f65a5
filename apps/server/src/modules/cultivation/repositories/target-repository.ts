import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CampaignSubject } from '../domain/fill-template.ts';
import type { Work, WorkState } from '../domain/work-of-visits.ts';
import { targetsWithin } from './target-scope.ts';

export interface TargetRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly campaign_title: string;
  readonly campaign_state: 'draft' | 'running' | 'closed';
  readonly subject: CampaignSubject;
  readonly steps: readonly { code: string; label: string }[];
  readonly subject_id: string;
  readonly label: string;
  readonly party_id: string | null;
  readonly party_name: string | null;
  readonly uscc: string | null;
  readonly industry_code: string | null;
  readonly town_code: string | null;
  readonly state: 'open' | 'contacted' | 'in-progress' | 'succeeded' | 'reverted' | 'left' | 'declined';
  readonly work: Work;
  readonly outcome: 'succeeded' | 'reverted' | 'left' | null;
  readonly step: string | null;
  readonly late: boolean;
  readonly entered_on: string;
  readonly assignee_id: string | null;
  readonly assignee: string | null;
  readonly visits: number;
  readonly last_visit_on: string | null;
  readonly next_on: string | null;
  readonly next_step: string | null;
  readonly overdue: boolean;
  readonly succeeded_on: string | null;
  readonly left_reason: string | null;
  readonly version: number;
}

export interface TargetFilter {
  readonly q?: string | undefined;
  readonly town?: readonly string[] | undefined;
  readonly state?: readonly string[] | undefined;
  readonly step?: readonly string[] | undefined;
  readonly assignee?: readonly string[] | undefined;
  readonly late?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  readonly mine?: boolean | undefined;
  readonly contacted?: boolean | undefined;
  readonly campaign?: readonly string[] | undefined;
  readonly running?: boolean | undefined;
}

/** States that still ask for work. */
export const OPEN_STATES = ['open', 'contacted', 'in-progress', 'reverted'] as const;

/** A next step whose day has passed, of a running campaign and a target that still asks for work. */
export function overdueSql(today: string): RawBuilder<boolean> {
  return sql`(t.next_on < ${today}::date and c.state = 'running' and t.state = any(${[...OPEN_STATES]}::text[]))`;
}

const withoutNone = (values: readonly string[]) => values.filter((value) => value !== 'none');

/** `column = any(values)`, where `none` among them asks for rows without a value. */
function among(column: RawBuilder<unknown>, values: readonly string[], type: 'text' | 'uuid'): RawBuilder<unknown> {
  const given = withoutNone(values);
  const found = sql`${column} = any(${given}::${sql.raw(type)}[])`;
  return given.length < values.length ? sql`(${found} or ${column} is null)` : found;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Conditions over `t` (target), `c` (campaign) and `p` (party), the actor's scope of `permission` among them. */
export function targetTests(ctx: Ctx, permission: string, filter: TargetFilter): RawBuilder<unknown> {
  const tests: RawBuilder<unknown>[] = [sql`t.district = ${ctx.district}`, targetsWithin(ctx, permission)];
  const add = (wanted: boolean | undefined, test: RawBuilder<unknown>) => {
    if (wanted !== undefined) tests.push(wanted ? test : sql`not coalesce(${test}, false)`);
  };
  if (filter.campaign?.length)
    tests.push(sql`t.campaign_id = any(${filter.campaign.filter((id) => UUID.test(id))}::uuid[])`);
  if (filter.town?.length) tests.push(among(sql`t.town_code`, filter.town, 'text'));
  if (filter.state?.length) tests.push(sql`t.state = any(${filter.state}::text[])`);
  if (filter.step?.length) tests.push(among(sql`t.step`, filter.step, 'text'));
  if (filter.assignee?.length)
    tests.push(
      among(
        sql`t.assignee_id`,
        filter.assignee.filter((id) => id === 'none' || UUID.test(id)),
        'uuid',
      ),
    );
  add(filter.late, sql`t.late`);
  add(filter.overdue, overdueSql(ctx.today));
  add(filter.contacted, sql`(t.contacted_on is not null and t.outcome is distinct from 'left')`);
  if (filter.mine === true) tests.push(sql`t.assignee_id = ${ctx.actor.userId}`);
  if (filter.running === true) tests.push(sql`c.state = 'running'`);
  const q = filter.q?.trim();
  if (q) {
    const pattern = containsPattern(q);
    tests.push(sql`(t.label ilike ${pattern} or p.name ilike ${pattern} or p.uscc ilike ${pattern})`);
  }
  return sql.join(tests, sql` and `);
}

const source = sql`cultivation.target t
  join cultivation.campaign c on c.district = t.district and c.id = t.campaign_id
  left join parties.party p on p.district = t.district and p.id = t.party_id
  left join platform.user_account a on a.district = t.district and a.id = t.assignee_id`;

const SORTS: Readonly<Record<string, string>> = {
  name: 't.label',
  town: 't.town_code',
  industry: 'p.industry_code',
  state: 't.state',
  step: 't.step',
  assignee: 'a.display_name',
  visits: 't.visits',
  lastVisitOn: 't.last_visit_on',
  nextOn: 't.next_on',
  enteredOn: 't.entered_on',
  succeededOn: 't.succeeded_on',
  campaign: 'c.title',
};

function order(sort: string | undefined): RawBuilder<unknown> {
  const descending = sort?.startsWith('-') ?? false;
  const column = SORTS[(sort ?? '').replace(/^-/, '')] ?? SORTS.nextOn;
  return sql.raw(`order by ${column} ${descending ? 'desc' : 'asc'} nulls last, t.town_code, t.label, t.id`);
}

/**
 * Rows of the worklist: every column of {@link TargetRow}. Of a page, only its rows are joined with names: the ones before
 * and behind it are sorted without.
 */
export function selectTargets(
  ctx: Ctx,
  where: RawBuilder<unknown>,
  sort: string | undefined,
  limit?: { page: number; pageSize: number },
): RawBuilder<TargetRow> {
  const chosen =
    limit === undefined
      ? where
      : sql`t.district = ${ctx.district} and t.id in (select t.id from ${source} where ${where} ${order(sort)}
          limit ${limit.pageSize} offset ${(limit.page - 1) * limit.pageSize})`;
  return sql<TargetRow>`select t.id, t.campaign_id, c.title as campaign_title, c.state as campaign_state, c.subject, c.steps, t.subject_id,
      t.label, t.party_id, p.name as party_name, p.uscc, p.industry_code, t.town_code, t.state, t.work, t.outcome, t.step, t.late, t.entered_on, t.assignee_id,
      a.display_name as assignee, t.visits, t.last_visit_on, t.next_on, t.next_step, coalesce(${overdueSql(ctx.today)}, false) as overdue,
      t.succeeded_on, t.left_reason, t.version
    from ${source} where ${chosen} ${order(sort)}`;
}

export async function countTargets(db: Db, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${source} where ${where}`.execute(db);
  return rows[0]?.total ?? 0;
}

/** One target within the actor's scope of a permission. */
export async function findTarget(db: Db, ctx: Ctx, permission: string, id: string): Promise<TargetRow | undefined> {
  const where = sql`${targetTests(ctx, permission, {})} and t.id = ${id}`;
  const { rows } = await selectTargets(ctx, where, undefined).execute(db);
  return rows[0];
}

export async function lockTarget(tx: Tx, district: string, id: string): Promise<void> {
  await sql`select 1 from cultivation.target where district = ${district} and id = ${id} for update`.execute(tx);
}

/** Writes where people are with a target; what the registers say of it is not touched. */
export async function updateWork(tx: Tx, district: string, id: string, state: WorkState): Promise<void> {
  await sql`update cultivation.target set work = ${state.work}, step = ${state.step}, visits = ${state.visits},
      contacted_on = ${state.contactedOn}, last_visit_on = ${state.lastVisitOn}, next_step = ${state.nextStep}, next_on = ${state.nextOn},
      version = version + 1
    where district = ${district} and id = ${id}`.execute(tx);
}
