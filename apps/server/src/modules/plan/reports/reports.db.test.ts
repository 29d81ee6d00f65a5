import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { IndicatorSummary } from '@jince/contract';
import { writeDemoFiles } from '@jince/wujiang';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../platform/context/context.ts';
import type { DocumentBlock, OfficialDocument } from '../../../platform/documents/index.ts';
import { docxTexts } from '../../../platform/documents/testing/docx-texts.ts';
import { renderedText } from '../../../platform/documents/testing/rendered-text.ts';
import { importFile } from '../../../platform/imports/import-file.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { numberText } from '../domain/sentences.ts';
import { noCampaigns } from '../ports.ts';
import { openPlanDesk, type PlanDesk } from '../testing/plan-desk.ts';
import { reportDocument } from './run-report.ts';

const TODAY = '2026-11-22';
let desk: PlanDesk;
let folder: string;
let director: Ctx;

beforeAll(async () => {
  desk = await openPlanDesk();
  folder = mkdtempSync(join(tmpdir(), 'jince-reports-'));
  const manifest = await writeDemoFiles(folder, { scale: 0.02 });
  for (const file of manifest.files)
    await importFile(desk.test.system(), desk.tasks, join(folder, file.file), { kind: file.kind, commit: true });
  await desk.settle();
  director = await desk.test.as('director');
}, 540_000);

afterAll(async () => {
  await desk?.test.close();
  rmSync(folder, { recursive: true, force: true });
});

const list = () => desk.call(director, 'listReports');

async function make(year: number) {
  const ordered = await desk.call(director, 'makeReport', { body: { year } });
  await drainJobs(desk.test.services, desk.tasks);
  return { ...ordered, ...(await list()).items.find((item) => item.id === ordered.id) };
}

async function fetchFile(id: string, format: 'pdf' | 'docx'): Promise<{ fileName: string; content: Buffer }> {
  const answer = (await desk.call(director, 'downloadReport', { params: { id }, query: { format } })) as unknown as {
    fileName: string;
    content: Readable;
  };
  return { fileName: answer.fileName, content: await buffer(answer.content) };
}

type Table = Extract<DocumentBlock, { kind: 'table' }>;
const tablesOf = (document: OfficialDocument, first: string): Table[] =>
  document.blocks.filter((block): block is Table => block.kind === 'table' && block.columns[0]?.title === first);

const shown = ({ decimals }: IndicatorSummary, value: number | null) =>
  value === null ? '—' : numberText('zh', value, decimals);

/** Label, unit, value, last year's and target of every indicator as the interface gives them. */
async function lines(asOf?: string): Promise<string[]> {
  const view = await desk.call(director, 'getPlan', { query: asOf === undefined ? {} : { asOf } });
  return view.chapters
    .flatMap((chapter) => chapter.clauses.flatMap((clause) => clause.indicators))
    .map((one) =>
      [
        one.label,
        one.unit,
        shown(one, one.value),
        shown(one, one.previous),
        shown(one, one.target?.value ?? null),
      ].join(),
    );
}
/** Tables of figures: the headline, then those of the clauses. */
const figuresOf = (document: OfficialDocument) =>
  tablesOf(document, '指标').filter((table) => table.columns[2]?.title === '本期');
const printed = (document: OfficialDocument) =>
  figuresOf(document)
    .slice(1)
    .flatMap((table) => table.rows.map((cells) => cells.slice(0, 5).join()));

describe('a report', () => {
  it('prints for every indicator the figures of the interface', async () => {
    const document = await reportDocument(director, noCampaigns, { year: 2026, asOf: TODAY });
    const expected = await lines();
    expect(expected.length).toBeGreaterThan(40);
    expect(printed(document)).toEqual(expected);
  });

  it('of a past year prints those of its last day', async () => {
    const document = await reportDocument(director, noCampaigns, { year: 2024, asOf: '2024-12-31' });
    expect(printed(document)).toEqual(await lines('2024-12-31'));
    expect(document.subtitle).toBe('数据截至2024年12月31日');
    expect(printed(document)).not.toEqual(await lines());
  });

  it('says the same on its pages and in the Word file', async () => {
    const document = await reportDocument(director, noCampaigns, { year: 2026, asOf: TODAY });
    const report = await make(2026);
    const words = await docxTexts((await fetchFile(report.id, 'docx')).content);
    const pages = renderedText(document).split('\n');
    const cells = figuresOf(document).flatMap((table) => table.rows.flatMap((row) => row.slice(1, 5)));
    const figures = cells.filter((cell) => /\d/.test(cell));
    expect(figures.length).toBeGreaterThan(80);
    for (const figure of new Set(figures)) {
      expect(words, figure).toContain(figure);
      expect(pages, figure).toContain(figure);
    }
  });

  it('puts every town beside the district, as the page of the indicator does', async () => {
    const document = await reportDocument(director, noCampaigns, { year: 2026, asOf: TODAY });
    const [table] = tablesOf(document, '镇（街道）');
    const heading = table?.columns[1]?.title as string;
    const view = await desk.call(director, 'getPlan');
    const one = view.headline.find((indicator) => heading.startsWith(indicator.label)) as IndicatorSummary;
    const detail = await desk.call(director, 'getIndicator', { params: { code: one.code } });
    const buckets = detail.cuts.find((cut) => cut.cut === 'town')?.buckets ?? [];
    expect(buckets.length).toBeGreaterThan(5);
    for (const bucket of buckets)
      expect(table?.rows.find((row) => row[0] === bucket.label)?.[1]).toBe(shown(one, bucket.value));
    expect(table?.rows.at(-1)?.slice(0, 2)).toEqual(['全区', shown(one, one.value)]);
  });

  it('names rule, facts, registers and imports of each figure, and the day and the demo on the cover', async () => {
    const document = await reportDocument(director, noCampaigns, { year: 2026, asOf: TODAY });
    const table = tablesOf(document, '指标').find((one) => one.columns[1]?.title === '规则');
    expect(table?.rows.length).toBeGreaterThan(40);
    for (const row of table?.rows ?? []) {
      expect(row[1]).toMatch(/（第1版）$/);
      expect(row[3]).not.toBe('—');
    }
    expect(table?.rows.some((row) => /^第\d+(、\d+)*号$/.test(row[4] ?? ''))).toBe(true);
    expect(document.cover.map((line) => line.label)).toEqual(['统计日', '指标算出时间', '范围', '规划', '性质']);
    expect(document.mark).toBe('演示数据');
  });

  it('is the same bytes when nothing has changed', async () => {
    const [first, second] = [await make(2026), await make(2026)];
    const pdf = async (id: string) => (await fetchFile(id, 'pdf')).content;
    expect((await pdf(first.id)).equals(await pdf(second.id))).toBe(true);
    expect((await list()).items.slice(0, 2).map((item) => item.id)).toEqual([second.id, first.id]);
  });
});

describe('an order', () => {
  it('is a job whose files are kept, listed and recorded', async () => {
    const report = await make(2025);
    expect(report).toMatchObject({ year: 2025, asOf: '2025-12-31', state: 'ready', error: null });
    expect(report.files?.map((file) => file.format)).toEqual(['pdf', 'docx']);
    const pdf = await fetchFile(report.id, 'pdf');
    expect(pdf.fileName).toBe('吴江区知识产权中长期发展规划2025年度实施情况报告（演示数据）.pdf');
    expect(pdf.content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.content.length).toBe(report.files?.[0]?.size);
    const { rows } = await sql<{
      action: string;
      actor_name: string;
    }>`select action, actor_name from platform.audit_entry
      where subject_id = ${report.id} order by seq`.execute(director.db);
    expect(rows.map((row) => row.action)).toEqual(['plan.report.make', 'plan.report.finish']);
    expect(new Set(rows.map((row) => row.actor_name))).toEqual(new Set([director.actor.displayName]));
  });

  it('of a year out of reach is refused', async () => {
    const { years } = await list();
    expect([years[0], years.at(-1)]).toEqual([2026, 2021]);
    for (const year of [2020, 2027])
      await expect(desk.call(director, 'makeReport', { body: { year } })).rejects.toMatchObject({
        code: 'plan.report.no-such-year',
      });
  });

  it('that fails says so, has no file, and is made when tried again', async () => {
    const { files } = desk.test.services;
    const { put } = files;
    files.put = () => Promise.reject(new Error('磁盘已满'));
    const ordered = await desk.call(director, 'makeReport', { body: { year: 2023 } });
    const now = () => list().then(({ items }) => items.find((item) => item.id === ordered.id));
    try {
      expect(await now()).toMatchObject({ state: 'making', files: [] });
      await expect(
        desk.call(director, 'downloadReport', { params: { id: ordered.id }, query: { format: 'pdf' } }),
      ).rejects.toMatchObject({ code: 'plan.report.not-ready' });
      await sql`update graphile_worker._private_jobs set max_attempts = 1 where key = ${ordered.jobId}`.execute(
        director.db,
      );
      await drainJobs(desk.test.services, desk.tasks);
      expect(await now()).toMatchObject({
        state: 'failed',
        files: [],
        error: '没有做成，没有生成文件；可以重新编制。原因：磁盘已满',
      });
    } finally {
      files.put = put;
    }
    await desk.call(await desk.test.as('ip-officer'), 'retryJob', { params: { id: ordered.jobId } });
    await drainJobs(desk.test.services, desk.tasks);
    expect(await now()).toMatchObject({ state: 'ready', error: null });
  });
});
