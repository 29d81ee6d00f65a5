import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerWorkbook } from '../../../platform/workbook/answer-workbook.ts';
import { listCaseOutcomes } from '../../cases/index.ts';
import { CAMPAIGN_EDIT } from '../trademark-watch.catalogue.ts';
import { hitsWithin, metOn } from './reach-hit.ts';

interface CampaignRow {
  readonly id: string;
  readonly year: number;
  readonly name: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly figures: { readonly platformsUrged?: number; readonly targets?: Readonly<Record<string, number | null>> };
  readonly typical: string | null;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

async function listCampaigns(ctx: Ctx): Promise<CampaignRow[]> {
  const { rows } =
    await sql<CampaignRow>`select id, year, name, from_on, to_on, figures, typical from trademark_watch.net_campaign
    where district = ${ctx.district} order by from_on desc, id`.execute(ctx.db);
  return rows;
}

interface HitCounts {
  readonly hits: number;
  readonly infringing: number;
  readonly shops: number;
  readonly rows: number;
  readonly led: number;
}

const metBetween = ({ from, to }: Span) => sql`${metOn} between ${from}::date and ${to}::date and h.kind = 'listing'`;

async function countHits(ctx: Ctx, span: Span): Promise<HitCounts> {
  const { rows } =
    await sql<HitCounts>`select count(*)::int as hits, count(*) filter (where h.verdict = 'infringing')::int as infringing,
      count(distinct h.subject_key) filter (where h.verdict = 'infringing')::int as shops, coalesce(sum(h.times), 0)::int as rows,
      count(*) filter (where exists (select 1 from trademark_watch.hit_action a where a.district = h.district and a.hit_id = h.id))::int as led
    from trademark_watch.hit h where h.district = ${ctx.district} and ${metBetween(span)} and ${hitsWithin(ctx)}`.execute(
      ctx.db,
    );
  return rows[0] as HitCounts;
}

async function countNotices(ctx: Ctx, { from, to }: Span) {
  const { rows } = await sql<{ sent: number; platforms: number; removed: number }>`select count(*)::int as sent,
      count(distinct platform)::int as platforms, coalesce(sum(removed_links), 0)::int as removed
    from trademark_watch.platform_notice where district = ${ctx.district} and notified_on between ${from}::date and ${to}::date`.execute(
    ctx.db,
  );
  return rows[0] as { sent: number; platforms: number; removed: number };
}

/** Cases that grew from hits and were opened in the time, with what they came to. */
async function countCases(ctx: Ctx, { from, to }: Span) {
  const { rows } = await sql<{ id: string }>`select distinct target_id as id from trademark_watch.hit_action
    where district = ${ctx.district} and kind = 'case' and target_id is not null`.execute(ctx.db);
  const ours = new Set(rows.map((row) => row.id));
  const filed = (await listCaseOutcomes(ctx, { from, to, by: 'filed' })).filter((one) => ours.has(one.caseId));
  const clues = await sql<{
    n: number;
  }>`select count(*)::int as n from trademark_watch.hit_action where district = ${ctx.district} and kind = 'case'
    and (ordered_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date`.execute(ctx.db);
  return {
    clues: clues.rows[0]?.n ?? 0,
    filed: filed.length,
    businessFen: filed.reduce((sum, one) => sum + one.businessAmountFen, 0),
    fineFen: filed.reduce((sum, one) => sum + one.fineFen, 0),
  };
}

async function readFigures(ctx: Ctx, campaign: CampaignRow) {
  const span = { from: campaign.from_on, to: campaign.to_on };
  const [hits, notices, cases] = [
    await countHits(ctx, span),
    await countNotices(ctx, span),
    await countCases(ctx, span),
  ];
  const hitsAt = `/protection/watch?kind=listing&seenFrom=${span.from}&seenTo=${span.to}`;
  const targets = campaign.figures.targets ?? {};
  const figure = (code: string, zh: string, en: string, unit: string, value: number, href: string | null = null) => ({
    code,
    label: ctx.language === 'zh' ? zh : en,
    unit,
    value,
    entered: false,
    href,
    target: targets[code] ?? null,
  });
  return [
    figure('rows', '监测商品记录', 'Rows met', '条', hits.rows, hitsAt),
    figure('hits', '监测命中', 'Hits', '条', hits.hits, hitsAt),
    figure('infringing', '判断为涉嫌侵权', 'Judged infringing', '条', hits.infringing, `${hitsAt}&verdict=infringing`),
    figure('shops', '涉嫌侵权店铺', 'Shops', '家', hits.shops, `${hitsAt}&verdict=infringing`),
    figure('notices', '通知平台', 'Notices to platforms', '份', notices.sent, '/protection/platform-notices'),
    figure('removed', '删除、下架链接', 'Links taken down', '条', notices.removed, '/protection/platform-notices'),
    figure('clues', '转案件线索', 'Clues', '条', cases.clues, '/protection/watch?action=case'),
    figure('cases', '立案', 'Cases opened', '件', cases.filed, '/protection/watch?action=case'),
    figure('business', '案值', 'Value of cases', '元', cases.businessFen / 100),
    figure('fines', '罚款', 'Fines', '元', cases.fineFen / 100),
    {
      ...figure('platforms-urged', '督促平台', 'Platforms urged', '家次', campaign.figures.platformsUrged ?? 0),
      entered: true,
    },
  ];
}

async function countPlaces(ctx: Ctx, span: Span) {
  const towns = await sql<{
    code: string;
    hits: number;
  }>`select h.town_code as code, count(*)::int as hits from trademark_watch.hit h
    where h.district = ${ctx.district} and h.town_code is not null and h.verdict = 'infringing' and ${metBetween(span)} and ${hitsWithin(ctx)}
    group by 1 order by 2 desc`.execute(ctx.db);
  const outside = await sql<{
    place: string;
    hits: number;
  }>`select s.outside_place as place, count(*)::int as hits from trademark_watch.hit h
    join trademark_watch.shop s on s.district = h.district and s.subject_key = h.subject_key and s.state = 'outside'
    where h.district = ${ctx.district} and h.verdict = 'infringing' and ${metBetween(span)} and ${hitsWithin(ctx)}
    group by 1 order by 2 desc, 1`.execute(ctx.db);
  const platforms = await sql<{ platform: string; hits: number; notices: number; removed: number }>`
    select p.platform, p.hits, coalesce(n.notices, 0)::int as notices, coalesce(n.removed, 0)::int as removed from
      (select h.platform, count(*)::int as hits from trademark_watch.hit h where h.district = ${ctx.district} and h.platform is not null
        and h.verdict = 'infringing' and ${metBetween(span)} and ${hitsWithin(ctx)} group by 1) p
    left join (select platform, count(*) as notices, sum(removed_links) as removed from trademark_watch.platform_notice
      where district = ${ctx.district} and notified_on between ${span.from}::date and ${span.to}::date group by 1) n on n.platform = p.platform
    order by p.hits desc, p.platform`.execute(ctx.db);
  return { towns: towns.rows, outside: outside.rows, platforms: platforms.rows };
}

const shown = ({ id, year, name, from_on: fromOn, to_on: toOn }: CampaignRow) => ({ id, year, name, fromOn, toOn });

/** Figures of a campaign: counted from hits, notices and cases of its time; what no register knows is marked as entered. */
export async function getNetFigures(ctx: Ctx, query: { readonly campaign?: string | undefined }) {
  const campaigns = await listCampaigns(ctx);
  const current = campaigns.find((one) => one.id === query.campaign) ?? campaigns[0];
  if (query.campaign !== undefined && current?.id !== query.campaign) throw new AppError('platform.not-found');
  const base = { campaigns: campaigns.map(shown), mayEdit: may(ctx, CAMPAIGN_EDIT) };
  if (current === undefined)
    return { ...base, current: null, figures: [], typical: null, towns: [], outside: [], platforms: [] };
  const places = await countPlaces(ctx, { from: current.from_on, to: current.to_on });
  return {
    ...base,
    ...places,
    current: shown(current),
    figures: await readFigures(ctx, current),
    typical: current.typical,
    towns: ctx.services.jurisdiction.towns.map((town) => ({
      code: town.code,
      name: town.name,
      ...town.cartogram,
      hits: places.towns.find((one) => one.code === town.code)?.hits ?? 0,
    })),
  };
}

export async function exportNetFigures(ctx: Ctx, id: string): Promise<FileAnswer> {
  const campaign = (await listCampaigns(ctx)).find((one) => one.id === id);
  if (campaign === undefined) throw new AppError('platform.not-found');
  const figures = await readFigures(ctx, campaign);
  const places = await countPlaces(ctx, { from: campaign.from_on, to: campaign.to_on });
  const rows = [
    ...figures.map((one) => [
      '总体',
      one.label,
      one.value,
      one.unit,
      [one.entered ? '人工填报' : '系统统计', one.target === null ? undefined : `目标 ${one.target}`]
        .filter((part) => part !== undefined)
        .join('，'),
    ]),
    ...places.platforms.map((one) => [
      '平台',
      one.platform,
      one.hits,
      '条',
      `通知 ${one.notices} 份，删链 ${one.removed} 条`,
    ]),
    ...places.towns.map((one) => [
      '区内',
      ctx.services.places.townName(one.code) ?? one.code,
      one.hits,
      '条',
      '涉嫌侵权命中',
    ]),
    ...places.outside.map((one) => ['外地', one.place, one.hits, '条', '涉嫌侵权命中']),
  ];
  return answerWorkbook({
    fileName: `${campaign.name}统计`,
    sheet: '统计',
    heading: [`${campaign.name}（${campaign.from_on} 至 ${campaign.to_on}），统计于 ${ctx.today}`],
    headers: ['范围', '项目', '数值', '单位', '说明'],
    batches: (async function* () {
      yield rows;
    })(),
  });
}
