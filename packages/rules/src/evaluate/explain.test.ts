import { describe, expect, it } from 'vitest';
import { sampleRule } from '../testing/sample-catalogue.ts';
import { createEvaluator } from './create-evaluator.ts';
import type { FactRow } from './fact-row.ts';
import type { TraceNode } from './trace-node.ts';

const explain = (text: string, row: FactRow): TraceNode =>
  createEvaluator(sampleRule(text))(row, '2026-11-22').explain();

/** The tree as lines: depth, outcome, sentence. */
function lines(node: TraceNode, depth = 0): string[] {
  const sign = { '1': '✓', '0': '✗', '-1': '?' }[String(node.outcome)];
  const own = `${'  '.repeat(depth)}${sign} ${node.kind === 'item' ? `第${node.item!.position + 1}件 ` : ''}${node.zh}`;
  return [own, ...node.children.flatMap((child) => lines(child, depth + 1))];
}

describe('an explanation', () => {
  it('is the tree of the rule with sentences and outcomes', () => {
    const row = { highTech: true, aboveScale: null, 'patents.valid': 2 };
    const node = explain('(enterprise.highTech || enterprise.aboveScale) && !(enterprise.patents.valid == 0)', row);
    expect(lines(node)).toEqual([
      '✓ （高新技术企业，或为规上工业企业），且有效专利不为 0 件',
      '  ✓ 高新技术企业，或为规上工业企业',
      '    ✓ 高新技术企业',
      '    ? 规上工业企业',
      '  ✓ 有效专利不为 0 件',
      '    ✗ 有效专利为 0 件',
    ]);
  });

  it('shows the facts a condition read, as one reads them', () => {
    const rule = 'enterprise.capitalFen / enterprise.patents.valid > 100';
    expect(explain(rule, { capitalFen: 5_000_000_000, 'patents.valid': 2 }).inputs).toEqual([
      {
        fact: 'enterprise.capitalFen',
        label: { zh: '注册资本', en: 'registered capital' },
        value: 5_000_000_000,
        unit: { zh: '分', en: 'fen' },
        text: { zh: '5000 万元', en: '¥50,000,000' },
      },
      {
        fact: 'enterprise.patents.valid',
        label: { zh: '有效专利', en: 'valid patents' },
        value: 2,
        unit: { zh: '件', en: '' },
        text: { zh: '2 件', en: '2' },
      },
    ]);
  });

  it.each<[string, FactRow, string[]]>([
    ["enterprise.kind == 'enterprise'", { kind: 'cooperative' }, ['农民专业合作社']],
    ['enterprise.establishedOn < today', { establishedOn: '2020-05-01' }, ['2020年5月1日', '2026年11月22日']],
    ['25 in enterprise.trademarks.classes', { 'trademarks.classes': [9, 25] }, ['9、25']],
    ['25 in enterprise.trademarks.classes', { 'trademarks.classes': [] }, ['无']],
    ['enterprise.highTech == enterprise.active', { highTech: false, active: null }, ['否', '不明']],
    ['size(enterprise.patents.filter(p, p.valid)) > 1', { patents: [{ valid: true }] }, ['1 件']],
  ])('%s of %j reads %j', (text, row, inputs) => {
    expect(explain(text, row).inputs.map((input) => input.text.zh)).toEqual(inputs);
  });

  it.each<[string, FactRow, string, string]>([
    ['enterprise.establishedOn < today', {}, '不明：缺少成立日期', 'unknown: date of establishment missing'],
    [
      'enterprise.highTech && enterprise.active',
      { active: true },
      '不明：缺少“是否高新技术企业”',
      'unknown: whether high-tech enterprise missing',
    ],
    [
      'enterprise.patents.total / enterprise.patents.valid > 1',
      { 'patents.total': 3, 'patents.valid': 0 },
      '不明：除数为零',
      'unknown: division by zero',
    ],
    [
      'enterprise.capitalFen * enterprise.capitalFen > 1',
      { capitalFen: 1e10 },
      '不明：结果超出范围',
      'unknown: the result is out of range',
    ],
    ['size(enterprise.patents) > 1', {}, '不明：没有取得专利', 'unknown: patents not given'],
    [
      'enterprise.patents.map(p, p.claims).max() > 1',
      { patents: [] },
      '不明：没有可供计算的专利',
      'unknown: no patents to compute from',
    ],
    [
      'enterprise.patents.exists(p, p.claims > 5)',
      { patents: [{ claims: null }, { claims: 1 }, {}] },
      '不明：有 2 件专利缺少权利要求数',
      'unknown: 2 of the patents: claims missing',
    ],
    [
      'enterprise.patents.map(p, p.claims).sum() > 5',
      { patents: [{ claims: 1 }, {}] },
      '不明：有 1 件专利缺少权利要求数',
      'unknown: 1 of the patents: claims missing',
    ],
    [
      'enterprise.highTech || enterprise.patents.valid > 1',
      {},
      '不明：缺少“是否高新技术企业”；缺少有效专利',
      'unknown: whether high-tech enterprise missing; valid patents missing',
    ],
  ])('%s of %j: says why it is unknown', (text, row, zh, en) => {
    const node = explain(text, row);
    expect(node.outcome).toBe(-1);
    expect(node.reason).toEqual({ zh, en });
  });

  const marks = [
    { valid: true, classes: [9], subject_id: 'm1' },
    { valid: true, classes: [25], subject_id: 'm2' },
    { valid: null, classes: [25] },
  ];

  it('shows the items that decided', () => {
    const node = explain('enterprise.trademarks.exists(t, t.valid && 25 in t.classes)', { trademarks: marks });
    expect(node.items).toEqual({ total: 3, met: 1, unknown: 1 });
    expect(lines(node)).toEqual([
      '✓ 有一件第 25 类的有效商标',
      '  ✓ 第2件 有效，且类别含第 25 类',
      '    ✓ 有效',
      '    ✓ 类别含第 25 类',
    ]);
    expect(node.children[0]?.item).toEqual({ position: 1, id: 'm2' });
    expect(node.children[0]?.inputs.map((input) => input.text.zh)).toEqual(['是', '25']);
  });

  it.each([
    ['enterprise.trademarks.all(t, t.valid)', [2], [-1]],
    ['enterprise.trademarks.all(t, 25 in t.classes)', [0], [0]],
    ['enterprise.trademarks.exists(t, 35 in t.classes)', [0, 1, 2], [0, 0, 0]],
    ['enterprise.trademarks.exists_one(t, 25 in t.classes)', [1, 2], [1, 1]],
    ['size(enterprise.trademarks.filter(t, 9 in t.classes)) == 1', [0], [1]],
    ['size(enterprise.trademarks.filter(t, t.valid)) == 1', [2], [-1]],
  ])('%s: shows items %j', (text, positions, outcomes) => {
    const { children } = explain(text, { trademarks: marks });
    expect(children.map((child) => child.item?.position)).toEqual(positions);
    expect(children.map((child) => child.outcome)).toEqual(outcomes);
  });

  it('shows five items at most', () => {
    const patents = Array.from({ length: 400 }, () => ({ valid: true }));
    const node = explain('enterprise.patents.exists(p, p.valid)', { patents });
    expect(node.children).toHaveLength(5);
    expect(node.items).toEqual({ total: 400, met: 400, unknown: 0 });
  });

  it('explains the value of a number', () => {
    const rule = sampleRule('enterprise.patents.valid / enterprise.patents.total', 'number');
    const known = createEvaluator(rule)({ 'patents.valid': 1, 'patents.total': 4 }, '2026-11-22').explain();
    expect(known).toMatchObject({ kind: 'value', outcome: 1, zh: '有效专利与专利总数之比' });
    const unknown = createEvaluator(rule)({ 'patents.valid': 1, 'patents.total': 0 }, '2026-11-22').explain();
    expect(unknown).toMatchObject({ outcome: -1, reason: { zh: '不明：除数为零' } });
  });
});
