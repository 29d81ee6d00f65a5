import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IndicatorSummary, routes } from '@jince/contract';
import { planIndicators, writeDemoFiles } from '@jince/wujiang';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../../platform/imports/import-file.ts';
import { openPlanDesk, type PlanDesk } from './testing/plan-desk.ts';

const TODAY = '2026-11-22';
let desk: PlanDesk;
let folder: string;

beforeAll(async () => {
  desk = await openPlanDesk();
  folder = mkdtempSync(join(tmpdir(), 'jince-figures-'));
  const manifest = await writeDemoFiles(folder, { scale: 0.08 });
  for (const file of manifest.files)
    await importFile(desk.test.system(), desk.importTasks, join(folder, file.file), { kind: file.kind, commit: true });
  await desk.settle();
}, 300_000);

afterAll(async () => {
  await desk?.test.close();
  rmSync(folder, { recursive: true, force: true });
});

const plan = () => desk.call(desk.test.system(), 'getPlan');
const allOf = (view: Awaited<ReturnType<typeof plan>>) =>
  view.chapters.flatMap((chapter) => chapter.clauses.flatMap((clause) => clause.indicators));
const figure = async (code: string): Promise<IndicatorSummary> => {
  const found = allOf(await plan()).find((one) => one.code === code);
  if (found === undefined) throw new Error(`no indicator ${code}`);
  return found;
};
const rows = (code: string, query: object) =>
  desk.call(desk.test.system(), 'listIndicatorRows', { params: { code }, query: { page: 1, pageSize: 500, ...query } });

/** Written against the registers' tables without a word of the fact catalogue: numerator and denominator. */
const VALID_MARK = `exists (select 1 from parties.mention m join ip_rights.trademark_holder h on h.mention_id = m.id
  join ip_rights.trademark t on t.id = h.trademark_id and t.country = 'CN'
  join ip_rights.trademark_period s on s.trademark_id = t.id and s.valid_from <= $1 and (s.valid_to is null or s.valid_to > $1)
  where m.party_id = p.id and s.status in ('registered', 'grace'))`;
const VALID_PATENT = (
  more: string,
) => `exists (select 1 from parties.mention m join ip_rights.patent_holder h on h.mention_id = m.id
  join ip_rights.patent r on r.id = h.patent_id and r.country = 'CN'
  join ip_rights.patent_period s on s.patent_id = r.id and s.valid_from <= $1 and (s.valid_to is null or s.valid_to > $1)
  where m.party_id = p.id and s.status = 'granted' ${more})`;
const LISTED = (
  kind: string,
  more = '',
) => `exists (select 1 from parties.membership l join parties.mention m on m.id = l.mention_id
  where m.party_id = p.id and l.kind = '${kind}' and coalesce(l.status_text, '') !~ '撤销|注销|暂停|失效|过期|取消'
    and coalesce(l.valid_from <= $1, true) and coalesce(l.valid_to >= $1, true) ${more})`;
const CERTIFIED = LISTED('standard-certified', "and l.standard like '%29490%2023%'");
const ACTIVE = "p.status = 'active' and (p.established_on is null or p.established_on <= $1)";
const parties = (where: string) => `select count(*) as n from parties.party p where ${ACTIVE} and ${where}`;
const inventions = (where: string) => `select count(*) as n from ip_rights.patent r join ip_rights.patent_period s
  on s.patent_id = r.id and s.valid_from <= $1 and (s.valid_to is null or s.valid_to > $1)
  where r.country = 'CN' and r.kind = 'invention' and ${where}`;

const BY_HAND: Record<string, { numerator: string; denominator?: string; value?: (n: number, d: number) => number }> = {
  'one-enterprise-one-mark': {
    numerator: parties(`p.kind = 'enterprise' and ${VALID_MARK}`),
    denominator: parties("p.kind = 'enterprise'"),
    value: (n, d) => (n / d) * 100,
  },
  'one-coop-one-mark': {
    numerator: parties(`p.kind = 'co-operative' and ${VALID_MARK}`),
    denominator: parties("p.kind = 'co-operative'"),
    value: (n, d) => (n / d) * 100,
  },
  'high-tech-without-invention': {
    numerator: parties(`${LISTED('high-tech')} and not ${VALID_PATENT("and r.kind = 'invention'")}`),
    denominator: parties(LISTED('high-tech')),
  },
  'standard-high-tech': {
    numerator: parties(`${LISTED('high-tech')} and ${CERTIFIED}`),
    denominator: parties(LISTED('high-tech')),
    value: (n, d) => (n / d) * 100,
  },
  'inventions-per-10k': {
    numerator: inventions("s.status = 'granted'"),
    denominator: 'select 1572500 as n from (select $1::date) day',
    value: (n, d) => (n / d) * 10_000,
  },
  'invention-maintenance': {
    numerator: inventions("s.status = 'granted' and r.granted_on <= $1"),
    denominator: inventions('r.granted_on <= $1'),
    value: (n, d) => (n / d) * 100,
  },
  'madrid-registrations': {
    numerator: `select count(*) as n from ip_rights.madrid where registered_on <= $1 and expires_on >= $1`,
  },
  'exporters-without-cover': {
    numerator:
      parties(`${LISTED('exporter')} and not exists (select 1 from parties.mention m join ip_rights.madrid i on i.mention_id = m.id
      where m.party_id = p.id and i.registered_on <= $1 and i.expires_on >= $1)`),
    denominator: parties(LISTED('exporter')),
  },
  'market-entities': { numerator: parties('true') },
  'posts-filled': {
    numerator: `select count(*) as n from organisation.officer o join organisation.post p on p.body_id = o.body_id and p.title = o.post
      where $1::date is not null`,
    denominator: 'select sum(established) as n from organisation.post where $1::date is not null',
    value: (n, d) => (n / d) * 100,
  },
};

describe('figures', () => {
  it.each(Object.entries(BY_HAND))('%s is what SQL over the registers counts by hand', async (code, by) => {
    const shown = await figure(code);
    const numerator = await desk.number(by.numerator, [TODAY]);
    expect(shown.numerator).toBe(numerator);
    expect(numerator).toBeGreaterThan(0);
    if (by.denominator === undefined) return;
    const denominator = await desk.number(by.denominator, [TODAY]);
    expect(shown.denominator).toBe(denominator);
    if (by.value !== undefined)
      expect(shown.value).toBeCloseTo(by.value(numerator, denominator), shown.decimals === 2 ? 1 : 0);
  });

  it('are there for every clause, at least forty of them', async () => {
    const view = await plan();
    const clauses = view.chapters.flatMap((chapter) => chapter.clauses);
    expect(clauses).toHaveLength(16);
    for (const clause of clauses)
      expect(clause.indicators.filter((one) => one.value !== null).length, clause.code).toBeGreaterThan(0);
    const values = allOf(view).filter((one) => one.value !== null);
    expect(values.length).toBeGreaterThanOrEqual(40);
    // Shares of what nobody has begun in the files of the test: no hand-over, no mark printer, no request for aid.
    expect(
      allOf(view)
        .filter((one) => one.standing === 'no-data')
        .map(({ code }) => code),
    ).toEqual(['handovers-answered', 'printing-inspected', 'aid-answered']);
    expect(view.freshness).toMatchObject({ asOf: TODAY, pending: false });
    expect(view.headline.map((one) => one.code)).toContain('zero-patent-firms');
  });

  it('open to exactly as many rows as they count', async () => {
    for (const { code, kind } of planIndicators.filter((one) => one.computed !== undefined)) {
      const { numerator, denominator, unknown } = await figure(code);
      const total = async (part: string) => (await rows(code, { part, pageSize: 1 })).total;
      if (kind === 'count' || kind === 'share') {
        expect(await total('counted'), code).toBe(numerator);
        expect(await total('population'), code).toBe(denominator);
        expect(await total('unknown'), code).toBe(unknown);
      }
      if (kind === 'mean') expect(await total('counted'), code).toBe(denominator);
    }
  });

  it('add up over the buckets of a cut, and a bucket opens to its rows', async () => {
    const detail = await desk.call(desk.test.system(), 'getIndicator', { params: { code: 'one-enterprise-one-mark' } });
    expect(detail.cuts.map((cut) => cut.cut)).toEqual(['town', 'zone', 'industrySection']);
    for (const { cut, buckets } of detail.cuts) {
      expect(
        buckets.reduce((sum, bucket) => sum + (bucket.numerator ?? 0), 0),
        cut,
      ).toBe(detail.numerator);
      expect(
        buckets.reduce((sum, bucket) => sum + (bucket.denominator ?? 0), 0),
        cut,
      ).toBe(detail.denominator);
    }
    const town = detail.cuts[0]?.buckets.find((bucket) => (bucket.numerator ?? 0) > 0);
    const behind = await rows('one-enterprise-one-mark', { part: 'counted', cut: 'town', bucket: town?.code });
    expect(behind.total).toBe(town?.numerator);
    expect(new Set(behind.items.map((item) => item.town))).toEqual(new Set([town?.label]));
    expect(behind.items[0]?.facts.map((fact) => fact.path)).toContain('trademarks.valid');
  });
});

describe('over time', () => {
  it('keeps quarter ends, each as a direct computation of that day finds it', async () => {
    const detail = await desk.call(desk.test.system(), 'getIndicator', { params: { code: 'inventions-valid' } });
    expect(detail.trend.length).toBe(17);
    for (const on of ['2025-12-31', '2022-12-31']) {
      const point = detail.trend.find((one) => one.on === on);
      expect(point?.value).toBe(await desk.number(inventions("s.status = 'granted'"), [on]));
    }
    expect(detail.trend.at(-1)).toMatchObject({ on: TODAY, value: detail.value });
  });

  it('computes any other day when asked, and opens its rows', async () => {
    const asOf = '2024-05-17';
    const found = await desk.call(desk.test.system(), 'listIndicators', { query: { asOf, q: 'Market-Entities' } });
    expect(found.items).toHaveLength(1);
    expect(found.freshness).toMatchObject({ asOf, pending: false });
    const behind = await rows('market-entities', { asOf, part: 'counted', pageSize: 1 });
    expect(behind.total).toBe(found.items[0]?.value);
    expect(found.items[0]?.value).toBeLessThan((await figure('market-entities')).value ?? 0);
    const early = await desk.call(desk.test.system(), 'getPlan', { query: { asOf: '1990-01-01' } });
    expect(allOf(early).find((one) => one.code === 'inventions-per-10k')?.value).toBeNull();
  });

  it('marks points that the lists do not reach, and forecasts only from whole ones', async () => {
    const listed = await desk.call(desk.test.system(), 'getIndicator', { params: { code: 'standard-high-tech' } });
    expect(listed.trend.slice(0, -1).every((point) => point.incomplete)).toBe(true);
    expect(listed.trend.at(-1)?.incomplete).toBe(false);
    expect(listed.forecast).toBeNull();
    expect(listed.forecastNote).toContain('自导入之日起');
    const whole = await desk.call(desk.test.system(), 'getIndicator', { params: { code: 'inventions-valid' } });
    expect(whole.trend.some((point) => point.incomplete)).toBe(false);
    expect(whole.forecast?.points).toBe(12);
    expect(whole.forecast?.low).toBeLessThanOrEqual(whole.forecast?.value ?? 0);
    const filings = await desk.call(desk.test.system(), 'getIndicator', { params: { code: 'abnormal-filings' } });
    expect(filings.trend.filter((point) => point.incomplete).map((point) => point.on)).toContain('2026-03-31');
    expect(filings.trend.find((point) => point.on === '2024-12-31')?.incomplete).toBe(false);
  });
});

describe('what is due', () => {
  it('opens lists that hold as many rows as it counts, for the district and for a town', async () => {
    for (const ctx of [desk.test.system(), await desk.test.as('liaison', 'town', '320509105')]) {
      const { due } = await desk.call(ctx, 'getPlan');
      const counted = due.filter((item) => /^\/(patents|trademarks|plan)/.test(item.href));
      expect(counted.length).toBeGreaterThan(2);
      for (const item of counted) {
        const url = new URL(item.href, 'http://x');
        const query = Object.fromEntries(url.searchParams);
        const code = /indicators\/([^/]+)\/rows/.exec(url.pathname)?.[1];
        const name =
          code !== undefined ? 'listIndicatorRows' : url.pathname === '/patents' ? 'listPatents' : 'listTrademarks';
        const parsed = routes[name].query.parse({ ...query, pageSize: 1 });
        const { total } = await desk.call(ctx, name, { params: { code }, query: parsed as object });
        const shown = (code === undefined ? /^[\d,]+/ : /[\d,]+(?= \S+$)/).exec(item.label)?.[0];
        expect(Number(shown?.replaceAll(',', '')), item.label).toBe(total);
      }
    }
  });
});

describe('an indicator', () => {
  it('explains itself down to the files', async () => {
    const detail = await desk.call(desk.test.system(), 'getIndicator', { params: { code: 'inventions-per-10k' } });
    expect(detail.per).toMatchObject({ value: 1_572_500, on: '2023-12-31' });
    expect(detail.rules.map((rule) => rule.part)).toEqual(['population', 'counted']);
    expect(detail.rules[0]?.sentence.length).toBeGreaterThan(5);
    const kinds = detail.lineage.map((step) => step.kind);
    expect(new Set(kinds)).toEqual(new Set(['rule', 'fact', 'register', 'import']));
    expect(detail.lineage.find((step) => step.kind === 'fact')?.href).toMatch(/^\/facts\/patent\./);
    expect(detail.lineage.find((step) => step.kind === 'import')?.href).toMatch(/^\/imports\//);
    expect(detail.why.length).toBeGreaterThanOrEqual(4);
    expect(detail.why.some((step) => step.value?.includes('件/万人'))).toBe(true);
    expect(detail.why.map((step) => step.text).join()).toContain('进度起点：2025-12-31 的实际值');
  });

  it('spreads what is missing over towns by who could close it', async () => {
    const ctx = await desk.test.as('director');
    await desk.call(ctx, 'setTarget', {
      params: { code: 'zero-patent-firms', year: 2026 },
      body: { value: 1, basis: 'district', note: '演示' },
    });
    const detail = await desk.call(ctx, 'getIndicator', { params: { code: 'zero-patent-firms' } });
    const missing = (detail.value ?? 0) - 1;
    expect(detail.gap).toMatchObject({ missing, text: `再减少 ${missing} 家即达到 2026 年目标` });
    expect(detail.gap?.towns.reduce((sum, town) => sum + town.share, 0)).toBe(missing);
    for (const town of detail.gap?.towns ?? []) {
      const url = new URL(town.href, 'http://x');
      const behind = await rows('zero-patent-firms', Object.fromEntries(url.searchParams));
      expect(behind.total, town.label).toBe(town.available);
    }
    await desk.call(ctx, 'clearTarget', { params: { code: 'zero-patent-firms', year: 2026 } });
  });

  it('goes out as a workbook', async () => {
    const binding = await desk.call(desk.test.system(), 'exportIndicatorRows' as 'listIndicatorRows', {
      params: { code: 'marks-per-10k-entities' },
      query: { part: 'counted' },
    });
    const file = binding as unknown as { fileName: string; content: NodeJS.ReadableStream };
    const chunks: Buffer[] = [];
    for await (const chunk of file.content) chunks.push(Buffer.from(chunk));
    expect(file.fileName).toBe(`每万户市场主体有效注册商标-计入-${TODAY}.xlsx`);
    expect(Buffer.concat(chunks).subarray(0, 2).toString()).toBe('PK');
  });
});
