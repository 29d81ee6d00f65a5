import { compileIpcPattern } from '@jince/identifiers';
import { strategicTable } from '@jince/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStrategicMatcher, statedCodes } from './strategic-industry.ts';

const official = createStrategicMatcher(strategicTable);

const industry = (code: string, include: string[], exclude: string[] = [], keywords: string[] = []) => ({
  code,
  name: `产业${code}`,
  conditions: [{ include, exclude, keywords }],
});
const matcher = (...industries: ReturnType<typeof industry>[]) => createStrategicMatcher({ industries, newer: {} });

describe('a condition', () => {
  it('is met by the structure of IPC, never by a prefix of its text', () => {
    const { classify } = matcher(industry('1.1', ['H04L1*', 'G06F9/44', 'C08*']));
    expect(classify(['H04L1/00']).codes).toEqual(['1.1']);
    expect(classify(['H04L12/02']).codes).toEqual([]);
    expect(classify(['G06F9/44']).codes).toEqual(['1.1']);
    expect(classify(['G06F9/445']).codes).toEqual([]);
    expect(classify(['C08L67/00']).codes).toEqual(['1.1']);
    expect(classify(['C09K11/00']).codes).toEqual([]);
    expect(classify(['不是分类号']).codes).toEqual([]);
  });
  it('leaves out what it excludes, and takes it again where it says so explicitly', () => {
    const { classify } = matcher(industry('1.1', ['G01S1*', 'G01S1/02', 'B41J*'], ['G01S1/02', 'G01S1/04', 'B41J2*']));
    expect(classify(['G01S1/00']).codes).toEqual(['1.1']);
    expect(classify(['G01S1/04']).codes).toEqual([]);
    expect(classify(['G01S1/02']).codes).toEqual(['1.1']);
    expect(classify(['B41J2/01']).codes).toEqual([]);
    expect(classify(['B41J3/01']).codes).toEqual(['1.1']);
  });
  it('excludes only for itself, and only the symbol', () => {
    const { classify } = matcher(industry('1.1', ['G06F*'], ['G06F11*']), industry('1.2', ['G06F11*']));
    expect(classify(['G06F11/14']).codes).toEqual(['1.2']);
    expect(classify(['G06F11/14', 'G06F9/44']).codes).toEqual(['1.1', '1.2']);
  });
});

describe('the basis', () => {
  it('is IPC alone where a condition asks for no more; its codes then leave candidates out', () => {
    const { classify, explain } = matcher(industry('3.1', ['C21D9/36']), industry('3.2', ['C21D*'], [], ['高品质钢']));
    expect(classify(['C21D9/36'])).toEqual({ codes: ['3.1'], basis: 'ipc' });
    expect(classify(['C21D8/00'])).toEqual({ codes: ['3.2'], basis: 'ipc-keyword' });
    expect(classify(['A01B1/00'])).toEqual({ codes: [], basis: null });
    expect(explain(['C21D9/36']).map((hit) => [hit.code, hit.pattern, hit.certain])).toEqual([
      ['3.1', 'C21D9/36', true],
      ['3.2', 'C21D*', false],
    ]);
  });
  it('is a candidate where a symbol of a newer IPC leads back to an older one', () => {
    const newer = createStrategicMatcher({
      industries: [industry('1.5', ['G06K9/00'])],
      newer: { G06V: 'G06K9/00', H01M50: 'H01M2/00' },
    });
    expect(newer.classify(['G06V10/20'])).toEqual({ codes: ['1.5'], basis: 'ipc-keyword' });
    expect(newer.classify(['H01M4/00']).codes).toEqual([]);
  });
});

describe('the official table', () => {
  it('compiles whole, and says what the plain reading of its patterns says', () => {
    const symbols = fc.sample(
      fc.oneof(
        fc
          .constantFrom(
            ...strategicTable.industries.flatMap((one) => one.conditions.flatMap((c) => [...c.include, ...c.exclude])),
          )
          .map((p) => {
            const bare = p.replace('*', '');
            return /\//.test(bare)
              ? bare
              : /\d$/.test(bare) && bare.length > 4
                ? `${bare}/02`
                : bare.length === 3
                  ? `${bare}B1/00`
                  : `${bare}7/14`;
          }),
        fc.constantFrom('H04L12/02', 'H04L1/00', 'D03D15/00', 'G06F9/445', 'B82Y10/00', 'H01L51/42'),
      ),
      { numRuns: 400, seed: 121 },
    );
    for (const symbol of symbols) {
      // A slow reading: the most particular include against the most particular exclude, by the shared pattern tests.
      const weight = (p: string) => (p.endsWith('*') ? p.length : 100);
      const best = (patterns: readonly string[]) =>
        Math.max(0, ...patterns.filter((p) => compileIpcPattern(p)(symbol)).map(weight));
      const expected = strategicTable.industries
        .filter(({ conditions }) => conditions.some((c) => best(c.include) > 0 && best(c.include) >= best(c.exclude)))
        .map(({ code }) => code);
      expect(
        [
          ...new Set(
            official
              .explain([symbol])
              .filter((hit) => hit.symbol === symbol)
              .map((hit) => hit.code),
          ),
        ].sort(),
        symbol,
      ).toEqual(/^(G06V|H10K|H01M50)/.test(symbol) ? expect.anything() : expected.sort());
    }
  });
  it.each([
    ['D01F6/62', ['3.5'], 'ipc-keyword'],
    ['G02B6/02', ['1.2'], 'ipc-keyword'],
    // 1.2 takes G02B 6 without these subgroups, and no other industry takes them.
    ['G02B6/44', [], null],
    ['H01B7/14', ['6.5'], 'ipc-keyword'],
    ['H01M10/052', ['5.2'], 'ipc-keyword'],
    ['G06N3/08', ['1.5'], 'ipc-keyword'],
    ['C21D9/36', ['3.1'], 'ipc'],
    ['B25J9/16', ['2.1'], 'ipc-keyword'],
    // Of the newer IPC, as G06K 9/00.
    ['G06V10/20', ['1.5'], 'ipc-keyword'],
    // Weaving is no strategic industry.
    ['D03D15/00', [], null],
  ])('reads %s as %j', (symbol, codes, basis) => {
    expect(official.classify([symbol])).toEqual({ codes, basis });
  });
});

it('reads what senders state by code or by name', () => {
  const read = (...texts: string[]) => statedCodes(texts, strategicTable.industries, strategicTable.sectors);
  expect(read('1.2 (电子核心产业)', '3.5.2')).toEqual(['1.2', '3.5.2']);
  expect(read('新材料产业', '高性能纤维及制品和复合材料')).toEqual(['3', '3.5']);
  expect(read('其他', '2021')).toEqual([]);
});
