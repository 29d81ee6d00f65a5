import type { OfficialPaper, PaperBlock } from '@jince/contract';
import * as pack from '@jince/wujiang';
import { describe, expect, it } from 'vitest';
import { docxParts, textsOf } from '../testing/docx-texts.ts';
import { placedLines } from '../testing/placed-lines.ts';
import { composePaper } from './compose-paper.ts';
import { renderOfficialDocx } from './render-official-docx.ts';
import { renderOfficialPdf } from './render-official-pdf.ts';
import { sampleValues } from './sample-values.ts';

const FILL = '知识产权强区建设工作推进情况';
const paperOf = (blocks: PaperBlock[], head: OfficialPaper['head'] = 'none'): OfficialPaper => ({
  template: 'x',
  title: '标题',
  head,
  mark: null,
  blocks,
});
function sample(code: string): OfficialPaper {
  const template = pack.documentTemplates.find((one) => one.code === code);
  if (template === undefined) throw new Error(code);
  return composePaper({ template, values: sampleValues(template), today: '2026-11-22', reading: pack }, '演示数据');
}
const near = (value: number | undefined, expected: number, by = 1) => {
  expect(value).toBeGreaterThan(expected - by);
  expect(value).toBeLessThan(expected + by);
};

describe('the page', () => {
  const long = paperOf([{ kind: 'paragraph', text: FILL.repeat(60) }]);
  const lines = placedLines(long);
  const first = lines.filter((line) => line.page === 1 && !line.text.includes('—'));

  it('is A4 and PDF/A-2b, and the same bytes for the same paper', () => {
    const pdf = renderOfficialPdf({ paper: long, createdAtSeconds: 1 });
    expect(pdf.toString('latin1')).toContain('MediaBox [0 0 595.2756 841.8898]');
    expect(pdf.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(renderOfficialPdf({ paper: long, createdAtSeconds: 1 }).equals(pdf)).toBe(true);
  });

  it('holds 22 lines of 28 letters, the first indented by two', () => {
    expect(first).toHaveLength(22);
    expect(first.map((line) => [...line.text].length)).toEqual([26, ...Array.from({ length: 21 }, () => 28)]);
  });

  it('keeps the margins: 28 mm left, 37 mm above, the lines spread over 225 mm', () => {
    near(first[1]?.xMm, 28, 0.1);
    near((first[0]?.xMm ?? 0) - (first[1]?.xMm ?? 0), (2 * 156) / 28, 0.1);
    const pitches = first.slice(1).map((line, at) => line.yMm - (first[at]?.yMm ?? 0));
    for (const pitch of pitches) near(pitch, 225 / 22, 0.05);
    // A letter of 16 pt in the middle of its line: upper edge of the letter below that of the text.
    near((first[0]?.yMm ?? 0) - 0.88 * 16 * (25.4 / 72), 37, 2.4);
  });

  it('numbers pages between dashes 7 mm below the text, odd right and even left', () => {
    const numbers = lines.filter((line) => line.text.includes('—'));
    expect(numbers.map((line) => line.text)).toEqual(['— 1 —', '— 2 —']);
    for (const number of numbers) near(number.yMm, 37 + 225 + 7 + 0.38 * 14 * (25.4 / 72), 0.5);
    near(numbers[0]?.xMm, 28 + 156 - 14 * (25.4 / 72) - 13, 6);
    near(numbers[1]?.xMm, 28 + 14 * (25.4 / 72), 0.5);
  });
});

describe('a paper with a red head', () => {
  const lines = placedLines(sample('award-order'));
  const at = (text: string) => lines.findIndex((line) => line.text.includes(text));

  it('has its parts in the order of the standard', () => {
    const order = [
      '文件',
      '吴市监知〔2026〕12号',
      '关于下达2026年度',
      '各有关单位',
      '一、下达金额',
      '附件：',
      '苏州市吴江区财政局',
      '2026年11月20日',
      '（此件公开发布）',
      '扶持资金分配表',
      '抄送：',
      '2026年11月20日印发',
    ];
    // Later than the one before it: the same words may stand twice.
    let from = 0;
    for (const text of order) {
      const found = lines.findIndex((line, place) => place >= from && line.text.includes(text));
      expect(found, text).toBeGreaterThanOrEqual(from);
      from = found;
    }
  });

  it('drops the head 35 mm and keeps the number in 〔〕', () => {
    const head = lines[at('苏')];
    expect(head?.yMm).toBeGreaterThan(37 + 35);
    expect(head?.yMm).toBeLessThan(37 + 35 + 12);
    expect(lines[at('〔2026〕')]?.text).toBe('吴市监知〔2026〕12号');
  });

  it('puts the seal on a page with text', () => {
    const signed = lines.find((line, place) => line.text === '2026年11月20日' && place > at('附件：'));
    expect(lines.some((line) => line.page === signed?.page && line.text.startsWith('附件：'))).toBe(true);
  });

  it('says the amount in figures and capitals', () => {
    const text = lines.map((line) => line.text).join('');
    expect(text).toContain('542,345元（大写：人民币伍拾肆万贰仟叁佰肆拾伍元整）');
  });
});

describe('a letter', () => {
  it('has the issuer 30 mm from the edge and no number on its first page', () => {
    const lines = placedLines(sample('acceptance-notice'));
    const head = lines.find((line) => line.text.includes('苏州市吴江区市场监督管理局'));
    near(head?.yMm, 30 + 0.88 * 33 * (25.4 / 72), 2);
    expect(lines.filter((line) => line.text.includes('—')).map((line) => line.text)).toEqual(['— 2 —']);
  });
});

it('keeps every template to pages without an overflow of its tables', () => {
  for (const template of pack.documentTemplates)
    for (const line of placedLines(sample(template.code)))
      if (line.text !== '演示数据' && !line.text.includes('监督管理局')) {
        expect(line.xMm, `${template.code} ${line.text}`).toBeGreaterThan(27.9);
        expect(line.xMm, `${template.code} ${line.text}`).toBeLessThan(184);
      }
});

describe('the Word file', () => {
  it('has the margins, the grid of 22 lines and 28 letters, and numbers left and right', async () => {
    const parts = await docxParts(await renderOfficialDocx(sample('award-order'), '局'));
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(xml).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>');
    expect(parts.get('word/settings.xml')).toContain('w:evenAndOddHeaders');
    const feet = [...parts].filter(([name]) => /footer\d\.xml$/.test(name)).map(([, part]) => part);
    expect(feet.map((part) => /<w:jc w:val="(\w+)"/.exec(part)?.[1]).sort()).toEqual(['left', 'right']);
    for (const foot of feet) expect(foot).toContain('<w:sz w:val="28"/>');
  });

  it('sets the faces of the standard, with stand-ins for machines without them', async () => {
    const parts = await docxParts(await renderOfficialDocx(sample('award-order'), '局'));
    const xml = parts.get('word/document.xml') ?? '';
    const run = (text: string) => xml.slice(xml.lastIndexOf('<w:r>', xml.indexOf(text)), xml.indexOf(text));
    expect(run('扶持资金的通知')).toMatch(/方正小标宋简体[\s\S]*<w:sz w:val="44"\/>/);
    expect(run('各有关单位')).toMatch(/仿宋_GB2312[\s\S]*<w:sz w:val="32"\/>/);
    expect(run('一、下达金额')).toContain('黑体');
    expect(run('抄送：')).toContain('<w:sz w:val="28"/>');
    const exact = xml.match(/w:line="579" w:lineRule="exact"/g) ?? [];
    expect(exact.length).toBeGreaterThan(20);
    expect(parts.get('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,');
  });

  it.each(pack.documentTemplates.map((template) => template.code))('says what the paper %s says', async (code) => {
    const paper = sample(code);
    const parts = await docxParts(await renderOfficialDocx(paper, '局'));
    const words = [...parts]
      .filter(([name]) => name.endsWith('.xml'))
      .flatMap(([, xml]) => textsOf(xml))
      .join('');
    for (const block of paper.blocks) {
      if ('text' in block) expect(words).toContain(block.text);
      if (block.kind === 'table') for (const cell of block.rows.flat()) expect(words).toContain(cell);
      if (block.kind === 'form') for (const cell of block.rows.flat()) expect(words).toContain(cell.text);
    }
    const heads = [...parts].filter(([name]) => /header\d\.xml$/.test(name)).map(([, xml]) => xml);
    expect(heads.every((xml) => xml.includes('演示数据'))).toBe(true);
  });
});
