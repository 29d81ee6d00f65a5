import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { featuresOf, type HitFeatures, type HitSeen, type Judged, rankOf, type Weights } from '../domain/rank-hit.ts';

export interface Ranking {
  readonly version: number;
  readonly weights: Weights;
  readonly learned_from: number;
}

/** The ranking in use; before anybody has judged, the weights of the jurisdiction as version 0. */
export async function currentRanking(db: Db, ctx: Ctx): Promise<Ranking> {
  const { rows } =
    await sql<Ranking>`select version, weights, learned_from from trademark_watch.ranking where district = ${ctx.district}
    order by version desc limit 1`.execute(db);
  return rows[0] ?? { version: 0, weights: ctx.services.jurisdiction.watchSettings.ranking, learned_from: 0 };
}

export async function insertRanking(tx: Tx, ctx: Ctx, ranking: Ranking): Promise<void> {
  await sql`insert into trademark_watch.ranking (district, version, weights, learned_from, made_at)
    values (${ctx.district}, ${ranking.version}, ${JSON.stringify(ranking.weights)}::jsonb, ${ranking.learned_from}, ${ctx.services.clock.now()})`.execute(
    tx,
  );
}

interface SeenRow {
  readonly id: string;
  readonly kind: HitSeen['kind'];
  readonly level: HitSeen['level'];
  readonly field: HitSeen['field'];
  readonly times: number;
  readonly price_fen: number | null;
  readonly usual_fen: number | null;
  readonly shop_infringing: number;
  readonly shop_cleared: number;
  readonly mark_infringing: number;
  readonly mark_cleared: number;
  readonly goods_relation: HitSeen['goods'];
  readonly with_picture: boolean;
}

/** What the ranking sees of hits; judgements of the hit itself do not count for it. */
export async function seeHits(
  db: Db,
  district: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, HitFeatures>> {
  const { rows } = await sql<SeenRow>`
    with judged as (select subject_key, mark_id, id, verdict = 'infringing' as bad, verdict in ('licensed', 'own', 'not-similar') as good
      from trademark_watch.hit where district = ${district} and verdict is not null),
    usual as (select mark_id, percentile_cont(0.5) within group (order by price_fen) as fen from trademark_watch.hit
      where district = ${district} and price_fen is not null group by mark_id having count(*) > 2)
    select h.id, h.kind, h.level, h.field, h.times, h.price_fen, h.goods_relation, h.picture is not null as with_picture, u.fen as usual_fen,
      coalesce(s.bad, 0)::int as shop_infringing, coalesce(s.good, 0)::int as shop_cleared,
      coalesce(k.bad, 0)::int as mark_infringing, coalesce(k.good, 0)::int as mark_cleared
    from trademark_watch.hit h left join usual u on u.mark_id = h.mark_id
    left join lateral (select count(*) filter (where j.bad) as bad, count(*) filter (where j.good) as good from judged j
      where j.subject_key = h.subject_key and j.id <> h.id) s on true
    left join lateral (select count(*) filter (where j.bad) as bad, count(*) filter (where j.good) as good from judged j
      where j.mark_id = h.mark_id and j.id <> h.id) k on true
    where h.district = ${district} and h.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(
    rows.map((row) => [
      row.id,
      featuresOf({
        kind: row.kind,
        level: row.level,
        field: row.field,
        times: row.times,
        priceFen: row.price_fen,
        usualFen: row.usual_fen,
        goods: row.goods_relation,
        picture: row.with_picture,
        shop: { infringing: row.shop_infringing, cleared: row.shop_cleared },
        mark: { infringing: row.mark_infringing, cleared: row.mark_cleared },
      }),
    ]),
  );
}

const AT_A_TIME = 1000;

/** Puts the open hits in the order of the ranking; a thousand at a time. */
export async function rankOpenHits(db: Db, ctx: Ctx): Promise<void> {
  const { weights, version } = await currentRanking(db, ctx);
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{
      id: string;
    }>`select id from trademark_watch.hit where district = ${ctx.district} and state = 'open'
      and id > ${after} order by id limit ${AT_A_TIME}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    const seen = await seeHits(
      db,
      ctx.district,
      rows.map(({ id }) => id),
    );
    const ids = [...seen.keys()];
    await sql`update trademark_watch.hit h set rank = r.rank, rank_version = ${version} from unnest(${ids}::uuid[],
      ${[...seen.values()].map((features) => rankOf(weights, features))}::real[]) as r(id, rank)
      where h.district = ${ctx.district} and h.id = r.id and h.state = 'open'`.execute(db);
  }
}

/** The last judgement of each hit that says yes or no, with what the ranking saw then. */
export async function listJudged(db: Db, district: string): Promise<Judged[]> {
  const { rows } = await sql<{ verdict: string; features: HitFeatures }>`select distinct on (hit_id) verdict, features
    from trademark_watch.hit_judgement where district = ${district} order by hit_id, at desc, id desc`.execute(db);
  return rows
    .filter(({ verdict }) => verdict !== 'unsure')
    .map(({ verdict, features }) => ({ features, infringing: verdict === 'infringing' }));
}
