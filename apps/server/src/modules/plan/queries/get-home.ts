import { addDays, addYears } from '@jince/calendar';
import { lawNumber, lawNumbers } from '@jince/law';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { type RegisterIndex, type RowTest, registersChangedAt, toDay } from '../../../platform/register-index/index.ts';
import { countRightsByParty, PATENT_READ, patentIndex, rightScopeTest } from '../../ip-rights/index.ts';
import type { PartyIndexData } from '../../parties/index.ts';
import { countCells } from '../domain/count-cells.ts';
import type { Population } from '../domain/population.ts';
import { countWaiting, recentImports } from '../repositories/home-repository.ts';
import { countPatents, countTrademarks } from './count-rights.ts';
import { otherRightsPopulation } from './other-population.ts';
import { partyPopulation, partyStatusAt } from './party-population.ts';
import { patentPopulation, trademarkPopulation } from './right-population.ts';

const TREND_YEARS = 6;

const count = (population: Population): number => {
  let n = 0;
  for (let row = 0; row < population.size; row++) if (population.tests.every((test) => test(row))) n += 1;
  return n;
};

/** High-tech or above-scale firms in being that hold no valid Chinese patent on the day. */
async function zeroPatent(ctx: Ctx, parties: PartyIndexData, asOf: string): Promise<number> {
  return count(
    await partyPopulation(
      ctx,
      parties,
      'parties-without-patent',
      { membership: ['high-tech', 'above-scale'] },
      { asOf, cutByStatus: false },
    ),
  );
}

async function headline(ctx: Ctx, parties: PartyIndexData, asOf: string) {
  const options = { asOf, anyStatus: false };
  return {
    parties: count(await partyPopulation(ctx, parties, 'parties', {}, { asOf, cutByStatus: false })),
    inventions: count(await patentPopulation(ctx, parties, { patentKind: ['invention'] }, options)),
    patents: count(await patentPopulation(ctx, parties, {}, options)),
    trademarks: count(await trademarkPopulation(ctx, parties, {}, options)),
    zero: await zeroPatent(ctx, parties, asOf),
    gis: count(await otherRightsPopulation(ctx, parties, 'gis', {}, asOf)),
    madrid: count(await otherRightsPopulation(ctx, parties, 'madrid', {}, asOf)),
  };
}

type Headline = Awaited<ReturnType<typeof headline>>;

function figures(
  now: Headline,
  before: Headline,
  asOf: string,
  population: { persons: number; on: string } | undefined,
) {
  const figure = (
    code: keyof Headline,
    label: string,
    unit: string,
    definition: string,
    href: string,
    level: 'plain' | 'late' = 'plain',
  ) => ({
    code,
    label,
    value: now[code],
    unit,
    previous: before[code],
    previousLabel: '去年同日',
    definition,
    href,
    level,
  });
  const day = `asOf=${asOf}`;
  const list = [
    figure(
      'inventions',
      '有效发明专利',
      '件',
      '统计日有效的中国发明专利，每件计一次。',
      `/inventory?measure=patents&rows=town&patentKind=invention&${day}`,
    ),
    figure(
      'patents',
      '有效专利',
      '件',
      '统计日有效的发明、实用新型和外观设计。',
      `/inventory?measure=patents&rows=patent-kind&${day}`,
    ),
    figure(
      'trademarks',
      '有效注册商标',
      '件',
      '统计日注册或在宽展期的商标，按注册号 × 类别计件。',
      `/inventory?measure=trademarks&rows=town&${day}`,
    ),
    figure(
      'parties',
      '存续市场主体',
      '家',
      '统计日存续的企业、合作社、个体工商户等。',
      `/inventory?measure=parties&rows=party-kind&${day}`,
    ),
    figure(
      'zero',
      '高企与规上工业无有效专利',
      '家',
      '现行有效的高新技术企业、规上工业企业中，统计日名下没有有效中国专利的家数。',
      `/inventory?measure=parties-without-patent&rows=town&membership=high-tech,above-scale&${day}`,
      'late',
    ),
    figure('madrid', '马德里国际注册', '件', '统计日有效的国际注册，按国际注册号计件。', '/madrid'),
    figure('gis', '地理标志', '件', '已批准的地理标志产品、集体商标和证明商标。', '/gis'),
  ];
  if (population === undefined) return list;
  const per = (inventions: number) => Math.round((inventions / (population.persons / 10_000)) * 100) / 100;
  return [
    ...list.slice(0, 1),
    {
      code: 'inventionsPer10k',
      label: '每万人口有效发明专利',
      value: per(now.inventions),
      unit: '件',
      previous: per(before.inventions),
      previousLabel: '去年同日（同一人口数）',
      definition: `有效发明专利 ÷ 常住人口（万人）。人口取 ${population.on} 的 ${(population.persons / 10_000).toFixed(2)} 万人。`,
      href: `/inventory?measure=patents&rows=town&patentKind=invention&${day}`,
      level: 'plain' as const,
    },
    ...list.slice(1),
  ];
}

/** Values per town for the schematic map. */
async function cartogram(ctx: Ctx, parties: PartyIndexData, asOf: string) {
  const day = toDay(asOf);
  const rights = await countRightsByParty(ctx, asOf);
  const sums = new Map<
    string,
    { enterprises: number; withMark: number; withPatent: number; inventions: number; patents: number }
  >();
  for (let row = 0; row < parties.size; row++) {
    if (partyStatusAt(parties, row, day) !== 'active' || parties.kind.codeAt(row) !== 'enterprise') continue;
    const town = parties.town.codeAt(row);
    const sum = sums.get(town) ?? { enterprises: 0, withMark: 0, withPatent: 0, inventions: 0, patents: 0 };
    const own = rights.get(parties.ids[row] as string);
    sum.enterprises += 1;
    if ((own?.trademarks ?? 0) > 0) sum.withMark += 1;
    if ((own?.patents ?? 0) > 0) sum.withPatent += 1;
    sums.set(town, sum);
  }
  const inventions = await patentPopulation(ctx, parties, { patentKind: ['invention'] }, { asOf, anyStatus: false });
  const patents = await patentPopulation(ctx, parties, {}, { asOf, anyStatus: false });
  const byTown = (population: Population) => {
    const town = population.dimensions.town?.();
    if (town === undefined) return new Map<string, number>();
    const cells = countCells(population.size, population.tests, town, undefined);
    return new Map(town.codes.map((code, n) => [code, cells.rowTotals[n] as number]));
  };
  const [inventionsByTown, patentsByTown] = [byTown(inventions), byTown(patents)];
  const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10);
  const pack = ctx.services.jurisdiction;
  return {
    measures: [
      { code: 'markCoverage', label: '企业商标覆盖率', unit: '%' },
      { code: 'patentCoverage', label: '企业专利覆盖率', unit: '%' },
      { code: 'inventions', label: '有效发明专利', unit: '件' },
      { code: 'patents', label: '有效专利', unit: '件' },
      { code: 'enterprises', label: '存续企业', unit: '家' },
    ],
    tiles: pack.towns.map((town) => {
      const sum = sums.get(town.code);
      return {
        townCode: town.code,
        label: town.shortName,
        column: town.cartogram.column,
        row: town.cartogram.row,
        width: 1,
        height: 1,
        zone: pack.findZoneOfTown(town.code)?.planName ?? null,
        values: {
          markCoverage: percent(sum?.withMark ?? 0, sum?.enterprises ?? 0),
          patentCoverage: percent(sum?.withPatent ?? 0, sum?.enterprises ?? 0),
          inventions: inventionsByTown.get(town.code) ?? 0,
          patents: patentsByTown.get(town.code) ?? 0,
          enterprises: sum?.enterprises ?? 0,
        },
        href: `/enterprises?town=${town.code}&kind=enterprise&status=active`,
      };
    }),
    note: '示意图：每格一个镇或街道，位置只表示大致方位，不是地图。',
  };
}

/** Valid inventions at the end of each year and on the day itself. */
async function trend(ctx: Ctx, asOf: string) {
  const data = await patentIndex.get(ctx);
  const { rights } = data;
  const granted = rights.statusCodes.number('granted');
  const invention = data.kind.number('invention');
  const china = data.country.number('CN');
  const scope: RowTest = rightScopeTest(ctx, data, PATENT_READ) ?? (() => true);
  const year = Number(asOf.slice(0, 4));
  const days = [...Array.from({ length: TREND_YEARS - 1 }, (_, i) => `${year - TREND_YEARS + 1 + i}-12-31`), asOf];
  const points = days.map((on) => {
    const day = toDay(on);
    let value = 0;
    for (let row = 0; row < data.size; row++) {
      if (
        data.kind.at(row) === invention &&
        data.country.at(row) === china &&
        rights.statusAt(row, day) === granted &&
        scope(row)
      )
        value += 1;
    }
    return { on, value, incomplete: false };
  });
  return {
    label: '有效发明专利',
    unit: '件',
    points,
    source: `来源：已导入的专利文件 · 口径：统计日有效 · 最近 ${lawNumber('patent.publication.months', asOf).value} 个月的申请尚未全部公开，不影响授权数`,
  };
}

async function waitingItems(ctx: Ctx, days: number) {
  const n = await countWaiting(ctx);
  const granted = { status: ['granted'], linked: true };
  const yesterday = addDays(ctx.today, -1);
  const until = addDays(ctx.today, days);
  const list = '/patents?status=granted&linked=true&sort=nextDueOn';
  const item = (code: string, label: string, count: number, level: 'late' | 'soon' | 'info', href: string) => ({
    code,
    label,
    count,
    level,
    href,
  });
  const lapsing = await countPatents(ctx, { ...granted, dueTo: yesterday });
  const soon = await countPatents(ctx, { ...granted, dueFrom: ctx.today, dueTo: until });
  const grace = await countTrademarks(ctx, { status: ['grace'], linked: true });
  return [
    item('lapsing', '滞纳期内、将终止的专利', lapsing, 'late', `${list}&dueTo=${yesterday}`),
    item('renewals', '宽展期内待续展的商标', grace, 'late', '/trademarks?status=grace&linked=true'),
    item('annuities', `${days} 天内到期的年费`, soon, 'soon', `${list}&dueFrom=${ctx.today}&dueTo=${until}`),
    item('reviews', '匹配待复核', n.reviews, 'info', '/matching'),
    item('doubtful', '导入中的存疑行', n.doubtful, 'info', '/imports'),
    item('previews', '待提交的导入', n.previews, 'info', '/imports?state=previewed,recognised'),
  ].filter((waiting) => waiting.count > 0);
}

export async function getHome(ctx: Ctx, index: RegisterIndex<PartyIndexData>, asOf = ctx.today) {
  const parties = await index.get(ctx);
  const pack = ctx.services.jurisdiction;
  const latest = pack.district.population.filter((p) => p.on <= asOf).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  const now = await headline(ctx, parties, asOf);
  const before = await headline(ctx, parties, addYears(asOf, -1));
  // The second-nearest warning distance of the law data: near enough to act, far enough to still act in time.
  const distances = lawNumbers('patent.annuity.alert-days-before', asOf).value.toSorted((a, b) => a - b);
  const [nearest = 0, days = nearest] = distances;
  const { recentImportDays } = pack.plan.home;
  return {
    asOf,
    dataAsOf: await registersChangedAt(ctx.db, ctx.district, [
      'parties',
      'mentions',
      'memberships',
      'patents',
      'trademarks',
    ]),
    planTitle: pack.plan.title.zh,
    figures: figures(now, before, asOf, latest),
    cartogram: await cartogram(ctx, parties, asOf),
    waiting: await waitingItems(ctx, days),
    trend: await trend(ctx, asOf),
    recentImports: {
      days: recentImportDays,
      ...(may(ctx, 'imports.import.read')
        ? await recentImports(ctx, recentImportDays)
        : { files: 0, rows: 0, toDecide: 0, lastAt: null }),
    },
  };
}
