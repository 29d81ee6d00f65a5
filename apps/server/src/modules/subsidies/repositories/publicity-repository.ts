import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';

export interface ListRow {
  readonly id: string;
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly versionId: string;
  readonly policyTitle: string;
  readonly policyDocNo: string | null;
  readonly example: boolean;
  readonly workingDays: number;
  readonly openedOn: string;
  readonly closesOn: string | null;
  readonly contact: string;
  readonly publishedBy: string;
  readonly publishedAt: string;
}

export interface ListSummary extends ListRow {
  readonly rows: number;
  readonly totalFen: number;
  readonly claims: number;
  readonly openObjections: number;
}

export interface EntryRow {
  readonly listId: string;
  readonly no: number;
  readonly claimId: string;
  readonly lineId: string;
  readonly name: string;
  readonly uscc: string;
  readonly category: string;
  readonly clause: string;
  readonly matter: string;
  readonly amountFen: number;
  readonly note: string;
  readonly standing: 'listed' | 'corrected' | 'withdrawn';
}

export interface ChangeRow {
  readonly no: number;
  readonly kind: 'correction' | 'withdrawal';
  readonly on: string;
  readonly reason: string;
  readonly before: string;
  readonly after: string;
}

const LIST = sql`p.id, p.year, p.serial, p.number, p.title, p.issuer, p.version_id as "versionId", p.policy_title as "policyTitle",
  p.policy_doc_no as "policyDocNo", p.example, p.working_days as "workingDays", p.opened_on as "openedOn", p.closes_on as "closesOn",
  p.contact, p.published_by_name as "publishedBy", p.published_at as "publishedAt"`;

const ENTRY = sql`r.list_id as "listId", r.no, r.claim_id as "claimId", r.line_id as "lineId", r.name, r.uscc, r.category, r.clause, r.matter,
  r.amount_fen as "amountFen", r.note, r.standing`;

const SUMMARY = sql`${LIST}, s.rows, s.total as "totalFen", s.claims, o.open as "openObjections"`;
const SUMMARY_FROM = sql`subsidies.public_list p
  cross join lateral (select count(*)::int as rows, coalesce(sum(r.amount_fen) filter (where r.standing <> 'withdrawn'), 0)::bigint as total,
    count(distinct r.claim_id)::int as claims from subsidies.public_row r where r.district = p.district and r.list_id = p.id) s
  cross join lateral (select count(*)::int as open from subsidies.objection b where b.district = p.district and b.list_id = p.id
    and b.state = 'open') o`;

export async function selectLists(
  db: Db,
  district: string,
  page: { readonly size: number; readonly skip: number },
): Promise<{ rows: ListSummary[]; total: number }> {
  const { rows } = await sql<ListSummary>`select ${SUMMARY} from ${SUMMARY_FROM} where p.district = ${district}
    order by p.year desc, p.serial desc limit ${page.size} offset ${page.skip}`.execute(db);
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from subsidies.public_list where district = ${district}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export async function findList(db: Db, district: string, id: string): Promise<ListSummary | undefined> {
  const { rows } =
    await sql<ListSummary>`select ${SUMMARY} from ${SUMMARY_FROM} where p.district = ${district} and p.id = ${id}`.execute(
      db,
    );
  return rows[0];
}

export async function listEntries(db: Db, district: string, listId: string): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`select ${ENTRY} from subsidies.public_row r where r.district = ${district}
    and r.list_id = ${listId} order by r.no`.execute(db);
  return rows;
}

export async function listChanges(db: Db, district: string, listId: string): Promise<ChangeRow[]> {
  const { rows } =
    await sql<ChangeRow>`select no, kind, on_day as "on", reason, text_before as "before", text_after as "after"
    from subsidies.public_change where district = ${district} and list_id = ${listId} order by seq`.execute(db);
  return rows;
}

/** Rows of a claim that stand in lists, the newest list last. */
export async function listEntriesOfClaim(
  db: Db,
  district: string,
  claimId: string,
): Promise<(EntryRow & Pick<ListRow, 'number' | 'openedOn' | 'closesOn'> & { publishedAt: string })[]> {
  const { rows } = await sql<
    EntryRow & Pick<ListRow, 'number' | 'openedOn' | 'closesOn'> & { publishedAt: string }
  >`select ${ENTRY}, p.number, p.opened_on as "openedOn", p.closes_on as "closesOn", p.published_at as "publishedAt"
    from subsidies.public_row r join subsidies.public_list p on p.district = r.district and p.id = r.list_id
    where r.district = ${district} and r.claim_id = ${claimId} order by p.year, p.serial, r.no`.execute(db);
  return rows;
}

/** The next number of a year: publishing takes turns, so none is left out or given twice. */
export async function nextSerial(tx: Tx, district: string, year: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`subsidies.public-list:${district}:${year}`}, 0))`.execute(
    tx,
  );
  const { rows } = await sql<{ n: number }>`select coalesce(max(serial), 0) + 1 as n from subsidies.public_list
    where district = ${district} and year = ${year}`.execute(tx);
  return rows[0]?.n ?? 1;
}

export async function insertList(tx: Tx, ctx: Ctx, one: Omit<ListRow, 'publishedBy' | 'publishedAt'>): Promise<void> {
  await sql`insert into subsidies.public_list (district, id, year, serial, number, title, issuer, version_id, policy_title, policy_doc_no, example,
      working_days, opened_on, closes_on, contact, published_by_name, published_at)
    values (${ctx.district}, ${one.id}, ${one.year}, ${one.serial}, ${one.number}, ${one.title}, ${one.issuer}, ${one.versionId},
      ${one.policyTitle}, ${one.policyDocNo}, ${one.example}, ${one.workingDays}, ${one.openedOn}, ${one.closesOn}, ${one.contact},
      ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

export async function insertEntries(tx: Tx, ctx: Ctx, entries: readonly Omit<EntryRow, 'standing'>[]): Promise<void> {
  await sql`insert into subsidies.public_row (district, list_id, no, claim_id, line_id, name, uscc, category, clause, matter, amount_fen, note)
    select ${ctx.district}, (e->>'listId')::uuid, (e->>'no')::int, (e->>'claimId')::uuid, (e->>'lineId')::uuid, e->>'name', e->>'uscc',
      e->>'category', e->>'clause', e->>'matter', (e->>'amountFen')::bigint, e->>'note'
    from jsonb_array_elements(${JSON.stringify(entries)}::jsonb) e`.execute(tx);
}

export async function changeEntry(
  tx: Tx,
  ctx: Ctx,
  entry: EntryRow,
  change: Omit<ChangeRow, 'no' | 'on'> & {
    readonly name?: string;
    readonly matter?: string;
    readonly note?: string;
    readonly amountFen?: number;
  },
): Promise<void> {
  const standing = change.kind === 'withdrawal' ? 'withdrawn' : 'corrected';
  await sql`update subsidies.public_row set standing = ${standing}, name = ${change.name ?? entry.name}, matter = ${change.matter ?? entry.matter},
      note = ${change.note ?? entry.note}, amount_fen = ${change.amountFen ?? entry.amountFen}
    where district = ${ctx.district} and list_id = ${entry.listId} and no = ${entry.no}`.execute(tx);
  const { name, matter, note, amountFen } = entry;
  const before = JSON.stringify({ name, matter, note, amountFen, standing: entry.standing });
  await sql`insert into subsidies.public_change (district, list_id, no, kind, on_day, reason, text_before, text_after, actor_name, row_before)
    values (${ctx.district}, ${entry.listId}, ${entry.no}, ${change.kind}, ${ctx.today}, ${change.reason}, ${change.before}, ${change.after},
      ${ctx.actor.displayName}, ${before}::jsonb)`.execute(tx);
  await publishEvent(tx, ctx, 'subsidies.publicity.changed', { listId: entry.listId });
}

/** Lists whose publicity has not run out by a day, or has no last day yet. */
export async function listOpenLists(tx: Tx, district: string, on: string): Promise<ListRow[]> {
  const { rows } = await sql<ListRow>`select ${LIST} from subsidies.public_list p where p.district = ${district}
    and (p.closes_on is null or p.closes_on >= ${on}) order by p.id for update`.execute(tx);
  return rows;
}

export async function setClosesOn(tx: Tx, district: string, id: string, closesOn: string | null): Promise<void> {
  await sql`update subsidies.public_list set closes_on = ${closesOn} where district = ${district} and id = ${id}`.execute(
    tx,
  );
}

/** One text that changes with whatever the public reads: a list published, a row corrected or withdrawn, a last day moved. */
export async function publicityVersionOf(db: Db, district: string): Promise<string> {
  const { rows } = await sql<{ version: string }>`select concat_ws(':', count(*), max(p.published_at),
      coalesce(sum(p.closes_on - date '2000-01-01'), 0),
      (select count(*) from subsidies.public_change c where c.district = ${district})) as version
    from subsidies.public_list p where p.district = ${district}`.execute(db);
  return rows[0]?.version ?? '';
}
