import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { markMentions } from './mark-parties.ts';
import { MENTION_COLUMNS, type MentionDecision, type MentionRow } from './mention-repository.ts';

export interface ReviewRow extends MentionRow {
  readonly party_name: string | null;
  readonly party_uscc: string | null;
  readonly lists: number;
  readonly uses: number;
}

const SELECT = sql`select ${MENTION_COLUMNS}, p.name as party_name, p.uscc as party_uscc,
    (select count(*) from parties.membership s where s.district = m.district and s.mention_id = m.id) as lists,
    0 as uses
  from parties.mention m left join parties.party p on p.district = m.district and p.id = m.party_id`;

/** A mention is anybody's business in the district; a liaison sees those linked to, or proposed for, his towns. */
function within(scope: Scope): RawBuilder<unknown> {
  if (scope.kind === 'district') return sql`true`;
  return sql`(p.town_code = any(${scope.towns}::text[]) or p.id = any(${scope.parties}::uuid[]) or exists (
    select 1 from jsonb_array_elements(m.candidates) c join parties.party q on q.district = m.district and q.id = (c->>'id')::uuid
    where q.town_code = any(${scope.towns}::text[]) or q.id = any(${scope.parties}::uuid[])))`;
}

export interface ReviewFilter {
  readonly q?: string | undefined;
  readonly decisions: readonly string[];
  readonly importId?: string | undefined;
}

function where(district: string, scope: Scope, filter: ReviewFilter) {
  const like = filter.q === undefined ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`where m.district = ${district} and m.decision = any(${filter.decisions}::text[]) and ${within(scope)}
    and (${like}::text is null or m.name ilike ${like})
    and (${filter.importId ?? null}::uuid is null or m.first_import = ${filter.importId ?? null}::uuid or exists (
      select 1 from imports.import_row r cross join lateral jsonb_array_elements(r.record_values->'holders') h
      where r.district = m.district and r.import_id = ${filter.importId ?? null}::uuid and r.record_values ? 'holders' and h->>'key' = m.name_key
        and coalesce(h->>'locality', '') = m.locality and coalesce(h->>'uscc', '') = m.uscc))`;
}

export async function listReviewPage(
  db: Db,
  district: string,
  scope: Scope,
  filter: ReviewFilter,
  page: { limit: number; offset: number },
) {
  const condition = where(district, scope, filter);
  const { rows } =
    await sql<ReviewRow>`${SELECT} ${condition} order by m.score desc, m.name, m.id limit ${page.limit} offset ${page.offset}`.execute(
      db,
    );
  const count = await sql<{
    n: number;
  }>`select count(*) as n from parties.mention m left join parties.party p on p.district = m.district and p.id = m.party_id ${condition}`.execute(
    db,
  );
  return { rows, total: count.rows[0]?.n ?? 0 };
}

export async function findReview(db: Db, district: string, scope: Scope, id: string): Promise<ReviewRow | undefined> {
  const { rows } =
    await sql<ReviewRow>`${SELECT} where m.district = ${district} and m.id = ${id} and ${within(scope)}`.execute(db);
  return rows[0];
}

/** The next mention that waits, in the order of the list; the first one again after the last. */
export async function findNextReview(
  db: Db,
  district: string,
  scope: Scope,
  after: { id: string; name: string; score: number },
): Promise<{ id: string | null; remaining: number }> {
  const condition = where(district, scope, { decisions: ['review'] });
  const next = await sql<{
    id: string;
  }>`select m.id from parties.mention m left join parties.party p on p.district = m.district and p.id = m.party_id
    ${condition} and m.id <> ${after.id} order by (m.score < ${after.score}::real or (m.score = ${after.score}::real and (m.name, m.id) > (${after.name}, ${after.id}::uuid))) desc,
      m.score desc, m.name, m.id limit 1`.execute(db);
  const count = await sql<{
    n: number;
  }>`select count(*) as n from parties.mention m left join parties.party p on p.district = m.district and p.id = m.party_id ${condition}`.execute(
    db,
  );
  return { id: next.rows[0]?.id ?? null, remaining: count.rows[0]?.n ?? 0 };
}

export async function listMentionsOfParty(db: Db, district: string, partyId: string): Promise<ReviewRow[]> {
  const { rows } =
    await sql<ReviewRow>`${SELECT} where m.district = ${district} and m.party_id = ${partyId} order by m.name`.execute(
      db,
    );
  return rows;
}

/** Writes what follows from a judgement. What the engine is to look at again counts as never compared. */
export async function setMentionDecision(db: Db, district: string, id: string, to: MentionDecision): Promise<void> {
  await sql`update parties.mention set party_id = ${to.partyId}, decision = ${to.decision}, score = ${to.score},
      reasons = ${JSON.stringify(to.reasons)}, candidates = ${JSON.stringify(to.candidates)}, matched_at = case when ${to.decision} = 'person' then now() end
    where district = ${district} and id = ${id}`.execute(db);
}

/** Marks what is said of a mention, of its party and of those it waits to be compared with: before and after it is decided. */
export async function markReview(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  const { district } = ctx;
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select x.party_id from parties.mention m
      cross join lateral (select m.party_id union all select (k->>'id')::uuid from jsonb_array_elements(m.candidates) k) x(party_id)
      where m.district = ${district} and m.id = ${id}`,
  );
  await markMentions(tx, ctx, sql`select ${id}::uuid`);
}
