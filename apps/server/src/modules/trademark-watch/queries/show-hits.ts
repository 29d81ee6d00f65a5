import type { ParsedInput, routes, WatchHit, WatchHitRow } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { hasFailed } from '../../../platform/jobs/job-repository.ts';
import { featureLabels, rankOf, reasonsOf } from '../domain/rank-hit.ts';
import {
  ACTION_KINDS,
  type ActionKind,
  actionLabels,
  fitsKind,
  kindLabels,
  levelLabels,
  type Verdict,
  verdictLabel,
} from '../domain/watch-types.ts';
import { listProofs } from '../repositories/capture-repository.ts';
import { type HitFileRow, listHitFiles } from '../repositories/hit-file-repository.ts';
import { type HitRecord, listHitRows, selectHits } from '../repositories/hit-repository.ts';
import { currentRanking, seeHits } from '../repositories/ranking-repository.ts';
import { findShop } from '../repositories/shop-repository.ts';
import { HIT_ACT, HIT_JUDGE } from '../trademark-watch.catalogue.ts';
import { hitsWithin, metOn, reachHit } from './reach-hit.ts';
import { proofView } from './show-proof.ts';

type Query = ParsedInput<(typeof routes)['listWatchHits']>['query'];

function toRow(ctx: Ctx, hit: HitRecord): WatchHitRow {
  return {
    id: hit.id,
    kind: hit.kind,
    kindLabel: kindLabels[hit.kind][ctx.language],
    markId: hit.mark_id,
    markName: hit.mark_name,
    markNo: hit.mark_no,
    platform: hit.platform,
    subject: hit.subject,
    title: hit.title,
    brand: hit.brand,
    found: hit.found,
    field: hit.field,
    withPicture: hit.picture !== null,
    level: hit.level,
    levelLabel: levelLabels[hit.level][ctx.language],
    score: hit.score,
    reasons: ctx.language === 'zh' ? hit.reasons_zh : hit.reasons_en,
    rank: hit.rank,
    priceFen: hit.price_fen,
    url: hit.url,
    times: hit.times,
    state: hit.state,
    verdict: hit.verdict,
    verdictLabel: hit.verdict === null ? null : verdictLabel(hit.verdict, hit.kind)[ctx.language],
    firstSeen: hit.first_seen,
    lastSeen: hit.last_seen,
    partyId: hit.party_id,
    actions: [...hit.actions],
  };
}

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`true` : sql`${column} = any(${[...values]}::text[])`;

/** Hits in the actor's reach: what nobody has judged first, the likeliest of them first. */
export async function listWatchHits(ctx: Ctx, query: Query) {
  const like = query.q === undefined ? undefined : containsPattern(query.q.trim());
  const acted = sql`exists (select 1 from trademark_watch.hit_action a where a.district = h.district and a.hit_id = h.id)`;
  const tests = [
    hitsWithin(ctx),
    like === undefined ? sql`true` : sql`(h.title ilike ${like} or h.subject ilike ${like} or m.name ilike ${like})`,
    among(sql`h.kind`, query.kind),
    among(sql`h.state`, query.state),
    among(sql`h.verdict`, query.verdict),
    among(sql`h.level`, query.level),
    among(sql`h.platform`, query.platform),
    query.mark === undefined ? sql`true` : sql`h.mark_id = ${query.mark}`,
    query.party === undefined ? sql`true` : sql`h.party_id = ${query.party}`,
    query.holder === undefined ? sql`true` : sql`m.party_id = ${query.holder}`,
    query.acted === undefined ? sql`true` : sql`${acted} = ${query.acted}`,
    query.action === undefined || query.action.length === 0
      ? sql`true`
      : sql`exists (select 1 from trademark_watch.hit_action a where a.district = h.district and a.hit_id = h.id
          and a.kind = any(${[...query.action]}::text[]))`,
    query.town === undefined ? sql`true` : sql`h.town_code = ${query.town}`,
    query.place === undefined
      ? sql`true`
      : sql`exists (select 1 from trademark_watch.shop s where s.district = h.district and s.subject_key = h.subject_key
          and s.state = 'outside' and s.outside_place = ${query.place})`,
    query.seenFrom === undefined ? sql`true` : sql`${metOn} >= ${query.seenFrom}::date`,
    query.seenTo === undefined ? sql`true` : sql`${metOn} <= ${query.seenTo}::date`,
  ];
  const { rows, total } = await selectHits(ctx.db, ctx.district, sql.join(tests, sql` and `), {
    size: query.pageSize,
    skip: (query.page - 1) * query.pageSize,
  });
  return { items: rows.map((hit) => toRow(ctx, hit)), total, page: query.page, pageSize: query.pageSize };
}

const CELL_LABELS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  text: { zh: '标题（名称）', en: 'Title or name' },
  brand: { zh: '品牌（字号）', en: 'Brand or trade name' },
  platform: { zh: '平台', en: 'Platform' },
  subject: { zh: '店铺（主体）', en: 'Shop or subject' },
  operator: { zh: '经营者', en: 'Operator' },
  uscc: { zh: '统一社会信用代码', en: 'Credit code' },
  address: { zh: '所在地', en: 'Place' },
  priceFen: { zh: '价格（元）', en: 'Price (yuan)' },
  url: { zh: '链接', en: 'Link' },
  picture: { zh: '图片', en: 'Picture' },
  page: { zh: '网页文件', en: 'Page' },
  goods: { zh: '商品服务', en: 'Goods' },
  classes: { zh: '类别', en: 'Classes' },
  groups: { zh: '类似群', en: 'Similar groups' },
  capturedOn: { zh: '采集日期', en: 'Captured on' },
};

const cellText = (name: string, value: unknown): string =>
  name === 'priceFen' ? (Number(value) / 100).toFixed(2) : Array.isArray(value) ? value.join('、') : String(value);

const ROWS_SHOWN = 20;

interface JudgementRow {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

interface ActionRow {
  readonly kind: ActionKind;
  readonly state: 'ordered' | 'done' | 'refused';
  readonly number: string | null;
  readonly href: string | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
}

/** The picture that is like the mark's, with where to see it. */
function pictureOf(ctx: Ctx, { picture }: HitRecord, files: readonly HitFileRow[]): WatchHit['picture'] {
  if (picture === null) return null;
  const { zh, en, level, markSha256: _, regions, ...rest } = picture;
  return {
    ...rest,
    level,
    levelLabel: levelLabels[level][ctx.language],
    fileId: files.find((one) => one.sha256 === picture.sha256)?.id ?? null,
    regions: regions.map(({ by, asked, found }) => ({ by, asked: { ...asked }, found: { ...found } })),
    reasons: ctx.language === 'zh' ? zh : en,
  };
}

/** Shop and who may stand behind it; a subject without a name has none. */
async function shopOf(ctx: Ctx, hit: HitRecord): Promise<WatchHit['shop']> {
  const shop = await findShop(ctx.db, ctx.district, hit.subject_key);
  if (shop === undefined) return null;
  return {
    key: shop.subject_key,
    state: shop.state,
    partyId: shop.party_id ?? shop.proposed_party,
    partyName: shop.party_name,
    town: ctx.services.places.townName(shop.town_code),
    outsidePlace: shop.outside_place,
    reasons: [...shop.reasons],
    score: shop.score,
  };
}

/** What was ordered; where whoever was to take it up failed for good, it is refused until it is tried anew. */
async function ordersOf(ctx: Ctx, id: string): Promise<ActionRow[]> {
  const { rows } = await sql<ActionRow>`select kind, state, number, href, note, ordered_by_name as by, ordered_at as at
    from trademark_watch.hit_action where district = ${ctx.district} and hit_id = ${id} order by ordered_at`.execute(
    ctx.db,
  );
  const told: ActionRow[] = [];
  for (const row of rows) {
    const tasks = ctx.services.subscribersOf(`trademark-watch.hit.${row.kind}-ordered`);
    const failed = row.state === 'ordered' && (await hasFailed(ctx.db, ctx.district, tasks, { hitId: id }));
    told.push(failed ? { ...row, state: 'refused' } : row);
  }
  return told;
}

/** One hit with its evidence, the reasons of its rank, what was judged and what became of it. */
export async function getWatchHit(ctx: Ctx, id: string): Promise<WatchHit> {
  const hit = await reachHit(ctx, id);
  const { district, db } = ctx;
  const [rows, files, ranking, seen, shop] = [
    await listHitRows(db, district, [id], ROWS_SHOWN),
    await listHitFiles(db, district, id),
    await currentRanking(db, ctx),
    await seeHits(db, district, [id]),
    await shopOf(ctx, hit),
  ];
  const proofs = await listProofs(
    db,
    district,
    [...rows, ...files].map((one) => one.sha256),
  );
  const judgements =
    await sql<JudgementRow>`select verdict, reason, by_name as by, at from trademark_watch.hit_judgement
    where district = ${district} and hit_id = ${id} order by at desc, id desc`.execute(db);
  const done = await ordersOf(ctx, id);
  const siblings = await sql<{
    n: number;
  }>`select count(*)::int as n from trademark_watch.hit where district = ${district}
    and subject_key = ${hit.subject_key} and mark_id = ${hit.mark_id} and state = 'open' and id <> ${id}`.execute(db);
  const features = seen.get(id);
  return {
    ...toRow(ctx, hit),
    picture: pictureOf(ctx, hit, files),
    markHolder: hit.mark_holder,
    markClasses: [...hit.mark_classes],
    address: hit.address,
    subjectUscc: hit.subject_uscc,
    goods: hit.goods,
    model: hit.model,
    rank: features === undefined ? hit.rank : rankOf(ranking.weights, features),
    rankVersion: ranking.version,
    rankReasons:
      features === undefined
        ? []
        : reasonsOf(ranking.weights, features).map(({ name, weight }) => ({
            text: featureLabels[name]?.[ctx.language] ?? name,
            weight: Math.round(weight * 100) / 100,
          })),
    verdictReason: hit.verdict_reason,
    judgedBy: hit.judged_by_name,
    judgedAt: hit.judged_at ?? null,
    closedReason: hit.closed_reason,
    rows: rows.map((row) => ({
      recordKey: row.record_key,
      sha256: row.sha256,
      size: row.size,
      capturedOn: row.captured_on,
      keptAt: row.kept_at,
      proof: proofView(proofs.get(row.sha256)),
      cells: Object.entries(row.cells).map(([name, value]) => ({
        label: CELL_LABELS[name]?.[ctx.language] ?? name,
        text: cellText(name, value),
      })),
    })),
    rowCount: hit.times,
    files: files.map((file) => ({
      id: file.id,
      part: file.part,
      fileName: file.file_name,
      mediaType: file.media_type,
      sha256: file.sha256,
      size: file.size,
      keptAt: file.kept_at,
      by: file.kept_by_name,
      proof: proofView(proofs.get(file.sha256)),
    })),
    judgements: judgements.rows.map((one) => ({
      ...one,
      verdictLabel: verdictLabel(one.verdict, hit.kind)[ctx.language],
      at: one.at,
    })),
    done: done.map((one) => ({
      ...one,
      label: actionLabels[one.kind][ctx.language],
      at: one.at,
    })),
    shop,
    siblings: siblings.rows[0]?.n ?? 0,
    mayJudge: may(ctx, HIT_JUDGE) && hit.state !== 'closed',
    mayAct: may(ctx, HIT_ACT) && hit.verdict === 'infringing',
    fits: ACTION_KINDS.filter((kind) => fitsKind(kind, hit.kind)),
  };
}
