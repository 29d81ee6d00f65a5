import { describe, expect, it } from 'vitest';
import type { OfficialDocument } from './document.ts';
import { renderDocx, renderPdf } from './index.ts';
import { docxParts, docxTexts } from './testing/docx-texts.ts';
import { renderedText } from './testing/rendered-text.ts';

const HOSTILE = '#panic("x") $\\ *星* <b>&amp;</b> "引号"';

function documentOf(change: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    title: ['区知识产权规划', '2026年度实施报告'],
    subtitle: '数据截至2026年11月22日',
    issuer: '市场监督管理局',
    date: '2026年11月22日',
    mark: '演示数据',
    header: '年度实施报告',
    contentsTitle: '目录',
    cover: [{ label: '统计日', value: '2026年11月22日' }],
    createdAtSeconds: 1_795_312_800,
    blocks: [
      { kind: 'heading', level: 1, text: '一、总体情况' },
      { kind: 'heading', level: 2, text: '（一）商标' },
      { kind: 'heading', level: 3, text: '1.措施' },
      { kind: 'paragraph', text: HOSTILE },
      { kind: 'note', text: '注一' },
      { kind: 'list', items: ['甲项', '乙项'] },
      {
        kind: 'table',
        caption: '表1',
        columns: [
          { title: '指标', width: 3 },
          { title: '本期', align: 'right' },
        ],
        rows: [
          ['有效发明专利', '3,412'],
          ['不明', '—'],
        ],
        note: '来源一',
      },
      {
        kind: 'bars',
        caption: '图1',
        targetLabel: '目标',
        items: [
          { label: '盛泽镇', value: 42.14, text: '42.1%', target: 60 },
          { label: '震泽镇', value: null, text: '无数据' },
        ],
      },
      {
        kind: 'lines',
        caption: '图2',
        target: { value: 3600, text: '目标3,600' },
        points: [
          { label: '2025年末', value: 3000, text: '3,000' },
          { label: '2026年', value: null, text: '' },
          { label: '今日', value: 3412, text: '3,412' },
        ],
      },
    ],
    ...change,
  };
}

const figures = ['有效发明专利', '3,412', '42.1%', '目标3,600', '3,000', '盛泽镇', '2025年末', '来源一', '甲项'];

describe('the PDF', () => {
  it('says on its pages what the document says', () => {
    const text = renderedText(documentOf());
    for (const figure of [...figures, '区知识产权规划', '2026年度实施报告', '市场监督管理局', '一、总体情况'])
      expect(text).toContain(figure);
  });

  it('shows texts as they are, whatever they look like', () => {
    const shown = renderedText(documentOf()).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');
    expect(shown.replaceAll('&amp;', '&')).toContain('#panic("x")');
  });

  it('is PDF/A-2b with its fonts inside, and the same bytes for the same document', () => {
    const first = renderPdf(documentOf());
    const again = renderPdf(documentOf());
    const head = first.content.toString('latin1');
    expect(first.pages).toBeGreaterThanOrEqual(3);
    expect(head).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(head).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(head).toContain('NotoSerifSC');
    expect(again.content.equals(first.content)).toBe(true);
    expect(renderPdf(documentOf({ subtitle: '另一日' })).content.equals(first.content)).toBe(false);
  });

  it('bears the mark on every page, and none without one', () => {
    const { pages } = renderPdf(documentOf());
    const marks = renderedText(documentOf())
      .split('\n')
      .filter((line) => line === '演示数据');
    // Across the page and in the head, cover included.
    expect(marks).toHaveLength(pages * 2);
    expect(renderedText(documentOf({ mark: null }))).not.toContain('演示数据');
  });

  it('lays out an empty table and empty charts', () => {
    const blocks: OfficialDocument['blocks'] = [
      { kind: 'table', caption: '表', columns: [{ title: '甲' }], rows: [] },
      { kind: 'bars', caption: '图', items: [] },
      { kind: 'lines', caption: '图', points: [] },
      { kind: 'bars', caption: '图', items: [{ label: '甲', value: 0, text: '0' }] },
      { kind: 'list', items: [] },
    ];
    expect(renderPdf(documentOf({ blocks })).pages).toBeGreaterThan(1);
  });
});

describe('the Word file', () => {
  it('is well-formed and says what the document says', async () => {
    const texts = await docxTexts(await renderDocx(documentOf()));
    for (const figure of [...figures, HOSTILE, '一、总体情况', '市场监督管理局']) expect(texts).toContain(figure);
  });

  it('holds a chart of its own for every figure, with the values behind it', async () => {
    const parts = await docxParts(await renderDocx(documentOf()));
    const charts = [...parts.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(2);
    expect(parts.get('word/charts/chart1.xml')).toContain('42.14');
  });

  it('bears the mark in the head of cover and pages, and none without one', async () => {
    const heads = async (document: OfficialDocument) =>
      [...(await docxParts(await renderDocx(document)))].filter(([name]) => /header\d+\.xml$/.test(name));
    const marked = await heads(documentOf());
    expect(marked).toHaveLength(2);
    expect(marked.every(([, xml]) => xml.includes('演示数据'))).toBe(true);
    expect((await heads(documentOf({ mark: null }))).some(([, xml]) => xml.includes('演示数据'))).toBe(false);
  });

  it('takes empty tables and charts', async () => {
    const blocks: OfficialDocument['blocks'] = [
      { kind: 'table', caption: '表', columns: [{ title: '甲' }], rows: [] },
      { kind: 'bars', caption: '图', items: [] },
      { kind: 'lines', caption: '图', points: [] },
    ];
    expect((await docxTexts(await renderDocx(documentOf({ blocks })))).length).toBeGreaterThan(3);
  });
});
