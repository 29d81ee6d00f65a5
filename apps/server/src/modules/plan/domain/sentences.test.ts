import { describe, expect, it } from 'vitest';
import type { Target } from './indicator.ts';
import {
  gapSentence,
  type Measured,
  methodText,
  noDataText,
  noForecastText,
  standingSentence,
  tallySentence,
  valueText,
} from './sentences.ts';

const share: Measured = { unit: { zh: '%', en: '%' }, decimals: 0, direction: 'up' };
const firms: Measured = { unit: { zh: '家', en: 'firms' }, decimals: 0, direction: 'down' };
const target = (value: number, basis: Target['basis'] = 'district'): Target => ({
  year: 2026,
  value,
  basis,
  note: null,
  setBy: null,
  setAt: null,
});

describe('standing in words', () => {
  it('says by how much, what was expected and what is', () => {
    expect(standingSentence('zh', share, 42, target(70), { standing: 'behind', expected: 64, short: 22 })).toBe(
      '滞后 22 个百分点：按进度应达 64%，实际 42%（2026 年目标 70%）',
    );
    expect(standingSentence('zh', firms, 35, target(20), { standing: 'attention', expected: 33, short: 2 })).toBe(
      '略有滞后，差 2 家：按进度应不高于 33 家，实际 35 家（2026 年目标 20 家）',
    );
    expect(standingSentence('zh', share, 64, target(70), { standing: 'on-track', expected: 64, short: 0 })).toBe(
      '进度正常：按进度应达 64%，实际 64%（2026 年目标 70%）',
    );
    expect(standingSentence('en', firms, 35, target(20), { standing: 'behind', expected: 30, short: 5 })).toBe(
      'Behind by 5 firms: at most 30 firms expected by now, 35 firms in fact (target of 2026 20 firms)',
    );
  });

  it('marks made-up targets', () => {
    const example = target(70, 'example');
    expect(standingSentence('zh', share, 71, example, { standing: 'done', expected: 64, short: 0 })).toBe(
      '已达到 2026 年示例目标 70%：实际 71%',
    );
    expect(standingSentence('zh', share, 60, example, { standing: 'attention', expected: null, short: 10 })).toContain(
      '示例目标 70% 还差 10 个百分点',
    );
  });
});

describe('other sentences', () => {
  it('write numbers with their unit', () => {
    expect(valueText('zh', { ...firms, decimals: 1 }, 12345.64)).toBe('12,345.6 家');
    expect(valueText('zh', share, 64.5)).toBe('65%');
  });

  it('tell the gap, also where nobody can be counted', () => {
    const unit = { zh: '家', en: 'firms' };
    expect(gapSentence('zh', share, target(70), 12, unit, 6)).toBe('还差 12 家达到 2026 年目标');
    expect(gapSentence('zh', firms, target(20), 15, unit, 15)).toBe('再减少 15 家即达到 2026 年目标');
    expect(gapSentence('zh', share, target(70), 0, unit, 0)).toBe('已达到 2026 年目标');
    expect(gapSentence('zh', { ...share, decimals: 1 }, target(70), null, unit, 6)).toContain('还差 6.0 个百分点');
  });

  it('say why there is no forecast, and how good one was before', () => {
    expect(noForecastText('zh', { ok: false, reason: 'too-few', points: 3 }, true)).toContain('自导入之日起');
    expect(noForecastText('zh', { ok: false, reason: 'too-few', points: 3 }, false)).toContain('只有 3 个');
    expect(noForecastText('en', { ok: false, reason: 'too-far', points: 12 }, false)).toContain('too far');
    const forecast = { on: '2027-12-31', value: 1, low: 0, high: 2, points: 12, backtest: { inside: 7, of: 8 } };
    expect(methodText('zh', forecast)).toContain('回测 8 次，7 次落在区间内');
    expect(methodText('zh', { ...forecast, backtest: null })).toContain('未回测');
  });

  it('count standings and name a rule that no longer fits', () => {
    expect(
      tallySentence('zh', [
        [{ zh: '滞后', en: 'Behind' }, 1],
        [{ zh: '正常', en: 'On track' }, 0],
        [{ zh: '已达成', en: 'Reached' }, 2],
      ]),
    ).toBe('1 项滞后、2 项已达成');
    expect(noDataText('zh', '没有事实 x')).toContain('没有事实 x');
  });
});
