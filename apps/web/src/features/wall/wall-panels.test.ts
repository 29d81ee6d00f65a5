import { describe, expect, it } from 'vitest';
import type { Plan } from '../../lib/plan.ts';
import { pagesOf, panelsOf } from './wall-panels.ts';

const indicator = (code: string, value: number | null) =>
  ({ code, value, target: null }) as unknown as Plan['headline'][number];

const plan = {
  headline: [],
  chapters: [
    {
      code: 'III',
      title: 'Three',
      clauses: [
        {
          code: 'III.1',
          indicators: [...'abcdefghi'].map((code, index) => indicator(code, index)),
          measures: [{ label: 'kept', standing: 'behind' }],
        },
        { code: 'III.2', indicators: [indicator('z', null)], measures: [{ label: 'later', standing: 'not-built' }] },
      ],
    },
    {
      code: 'V',
      title: 'Five',
      clauses: [{ code: 'V.1', indicators: [], measures: [{ label: 'cases', standing: 'not-built' }] }],
    },
  ],
} as unknown as Plan;

describe('pagesOf', () => {
  it('makes nearly equal pages and always at least one', () => {
    expect(pagesOf([1, 2, 3, 4, 5, 6, 7, 8, 9], 7).map((page) => page.length)).toEqual([5, 4]);
    expect(pagesOf([], 7)).toEqual([[]]);
  });
});

describe('panelsOf', () => {
  it('has no panel for what is not there', () => {
    expect(panelsOf(undefined, undefined, [])).toEqual([]);
  });

  it('spreads a chapter over panels and leaves out figures that say nothing', () => {
    const panels = panelsOf(plan, undefined, []);
    expect(panels.map((panel) => panel.key)).toEqual(['III-0', 'III-1', 'V-0']);
    const rows = panels.flatMap((panel) => (panel.kind === 'chapter' ? panel.rows : []));
    expect(rows.map((row) => row.indicator.code).join('')).toBe('abcdefghi');
  });

  it('keeps a chapter that is not built, and says so once', () => {
    const said = panelsOf(plan, undefined, []).map((panel) => (panel.kind === 'chapter' ? panel.notBuilt : []));
    expect(said).toEqual([[], ['later'], ['cases']]);
  });
});
