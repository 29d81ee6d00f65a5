import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatIpc, parseIpc, parseIpcList } from './ipc.ts';
import { compileIpcPattern, ipcMatches } from './ipc-pattern.ts';

const TABLE = '../shared/data/codes/strategic_industry_ipc_2021.json';

describe('parseIpc', () => {
  it.each([
    ['G06F 17/30(2006.01)I', 'G06F17/30', 'subgroup'],
    ['G06F17/30 (2006.01)', 'G06F17/30', 'subgroup'],
    ['H01B11/22', 'H01B11/22', 'subgroup'],
    ['h01b 11/22', 'H01B11/22', 'subgroup'],
    ['Ｈ０１Ｂ１１／２２', 'H01B11/22', 'subgroup'],
    ['G06F-017/30', 'G06F17/30', 'subgroup'],
    ['G06F0017300000', 'G06F17/30', 'subgroup'],
    ['G06F0016245800', 'G06F16/2458', 'subgroup'],
    ['Int.Cl.7 G06F 17/30', 'G06F17/30', 'subgroup'],
    ['A01K47/00', 'A01K47/00', 'main-group'],
    ['H04L 12', 'H04L12', 'main-group'],
    ['H04L', 'H04L', 'subclass'],
    ['H04', 'H04', 'class'],
    ['H', 'H', 'section'],
  ])('%s → %s (%s)', (input, value, level) => expect(parseIpc(input)).toMatchObject({ ok: true, value, level }));

  it('keeps version and aspect', () => {
    expect(parseIpc('G06F 17/30(2006.01)I')).toMatchObject({
      version: '2006.01',
      aspect: 'I',
      mainGroup: 17,
      subgroup: '30',
    });
  });
  it.each(['I06F 17/30', 'G6F', 'G06F 17/3', 'G06F 17/30/2', '专利'])('refuses %s', (input) => {
    expect(parseIpc(input)).toMatchObject({ ok: false, problem: 'format' });
  });
  it('prints with a blank', () => {
    expect(formatIpc({ section: 'H', class: '01', subclass: 'B', mainGroup: 11, subgroup: '22' })).toBe('H01B 11/22');
    expect(formatIpc({ section: 'H', class: '01' })).toBe('H01');
  });
});

describe('parseIpcList', () => {
  it.each([
    ['H01B11/22; H01B7/18 | G02B6/44', ['H01B11/22', 'H01B7/18', 'G02B6/44']],
    ['H01B 11/22(2006.01)I,H01B 7/18(2006.01)N', ['H01B11/22', 'H01B7/18']],
    ['H01B11/22 H01B 7/18 H01B11/22', ['H01B11/22', 'H01B7/18']],
    ['H01B11/22；G02B6/44\nD01D5/00', ['H01B11/22', 'G02B6/44', 'D01D5/00']],
    ['', []],
  ])('%s', (input, symbols) => expect(parseIpcList(input)).toEqual({ symbols, refused: [] }));
  it('returns what is no symbol', () => {
    expect(parseIpcList('H01B11/22; 14-02')).toEqual({ symbols: ['H01B11/22'], refused: ['14-02'] });
  });
});

describe('ipcMatches', () => {
  it.each([
    ['H04L1/00', 'H04L1*', true],
    ['H04L 1/18', 'H04L1*', true],
    ['H04L12/24', 'H04L1*', false],
    ['H04L12/24', 'H04L12*', true],
    ['H04M3/42', 'H04M*', true],
    ['H04N3/42', 'H04M*', false],
    ['C08L23/06', 'C08*', true],
    ['C09L23/06', 'C08*', false],
    ['H04L12/24', 'H*', true],
    ['G06F9/44', 'G06F9/44', true],
    ['G06F9/445', 'G06F9/44', false],
    ['G06F9/4', 'G06F9/44', false],
    ['H03M13/00', 'H03M13', true],
    ['H03M13/05', 'H03M13', false],
    ['G16H', 'G16H', true],
    ['G16H10/00', 'G16H', false],
    ['H04L', 'H04L1*', false],
    ['broken', 'H*', false],
  ])('%s under %s: %s', (symbol, pattern, expected) => expect(ipcMatches(symbol, pattern)).toBe(expected));

  it.each(['', '*', 'Z99*', 'G06F9/44*'])('refuses the pattern "%s"', (pattern) => {
    expect(() => compileIpcPattern(pattern)).toThrow(RangeError);
  });

  it.skipIf(!existsSync(TABLE))('compiles the whole strategic-industry table', () => {
    type Row = { conditions: { include: string[]; exclude: string[] }[] };
    const rows = JSON.parse(readFileSync(TABLE, 'utf8')) as Row[];
    const patterns = rows.flatMap((row) =>
      row.conditions.flatMap((condition) => [...condition.include, ...condition.exclude]),
    );
    expect(patterns.length).toBe(1_689 + 983);
    for (const pattern of patterns) expect(ipcMatches(pattern.replace('*', ''), pattern), pattern).toBe(true);
  });
  if (!existsSync(TABLE)) console.log(`absent, block skipped: ${TABLE}`);
});
