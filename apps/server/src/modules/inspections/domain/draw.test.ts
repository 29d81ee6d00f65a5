import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrawLists, draw, hashLists, publicLists, seedOf, sha256 } from './draw.ts';
import { standingOf } from './public-draw.ts';

const object = (n: number, tickets = 1, excluded: string | null = null) => ({
  key: `o${n}`,
  name: `对象${n}`,
  tickets,
  grade: 'none',
  excluded,
});
const officer = (n: number, excluded: string | null = null) => ({
  key: `p${n}`,
  name: `人员${n}`,
  unit: null,
  certificateNo: null,
  excluded,
});
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const lists = (over: Partial<DrawLists> = {}): DrawLists => ({
  algorithm: 'jince-draw-2',
  count: 3,
  officersPerObject: 2,
  objects: range(10).map((n) => object(n, (n % 3) + 1)),
  officers: range(5).map((n) => officer(n)),
  conflicts: [],
  ...over,
});

describe('a draw', () => {
  it('gives the same result for the same lists and seed, whatever the order of the lists', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const given = lists();
        const turned = { ...given, objects: given.objects.toReversed(), officers: given.officers.toReversed() };
        expect(draw(turned, seed)).toEqual(draw(given, seed));
      }),
    );
  });

  it('draws nobody who is excluded, no officer in conflict, and shares the work evenly', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 9 }), (seed, count) => {
        const given = lists({
          count,
          objects: range(10).map((n) => object(n, 2, n === 4 ? '停业' : null)),
          officers: range(5).map((n) => officer(n, n === 0 ? '执法证过期' : null)),
          conflicts: range(10).map((n) => ({ object: `o${n}`, officer: 'p1', reason: '近亲属' })),
        });
        const result = draw(given, seed);
        expect(result).toHaveLength(count);
        const used = result.flatMap((one) => one.officers);
        expect(result.map((one) => one.object)).not.toContain('o4');
        expect(used).not.toContain('p0');
        expect(used).not.toContain('p1');
        const loads = ['p2', 'p3', 'p4'].map((key) => used.filter((one) => one === key).length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('leaves an object to a person where conflicts leave too few officers', () => {
    const given = lists({
      count: 1,
      objects: [object(1)],
      officers: [officer(1), officer(2)],
      conflicts: [{ object: 'o1', officer: 'p2', reason: '曾任职' }],
    });
    expect(draw(given, 'x')[0]?.officers).toEqual([]);
  });

  it('gives four times the chance to four times the tickets', () => {
    const given = lists({ count: 1, objects: [object(1, 4), object(2, 1)] });
    const first = range(4000).filter((n) => draw(given, `seed ${n}`)[0]?.object === 'o1').length;
    // 3200 expected, standard deviation 25.3: five of them to either side.
    expect(Math.abs(first - 3200)).toBeLessThan(127);
  });
});

it('binds the lists without their reasons, which stay inside', () => {
  const given = lists({
    objects: [object(1), object(2, 1, '已有待办结的检查 JC2026-7')],
    officers: [officer(1), officer(2, '执法证已于 2026-01-01 到期')],
    conflicts: [{ object: 'o1', officer: 'p1', reason: '配偶在该公司任职' }],
  });
  const shown = publicLists(given);
  expect(JSON.stringify(shown)).not.toMatch(/JC2026|到期|配偶/);
  expect(shown.objects.map((one) => one.excluded)).toEqual([null, 'excluded']);
  expect(hashLists(given)).toBe(hashLists({ ...given, conflicts: [{ object: 'o1', officer: 'p1', reason: '其他' }] }));
  expect(hashLists(given)).not.toBe(hashLists({ ...given, conflicts: [] }));
  const first = { ...given, algorithm: 'jince-draw-1' } as const;
  expect(hashLists(first)).not.toBe(
    hashLists({ ...first, conflicts: [{ object: 'o1', officer: 'p1', reason: '其他' }] }),
  );
});

it('tells nobody of a check that has not been made', () => {
  expect(['assigned', 'passed', 'rechecked', 'cased', undefined, 'a state to come'].map(standingOf)).toEqual([
    'waiting',
    'fit',
    'correcting',
    'followed',
    'cancelled',
    'waiting',
  ]);
});

it('is repeated by the published script, which finds a changed result', () => {
  const given = lists({
    objects: range(10).map((n) => object(n, (n % 3) + 1, n === 4 ? '停业' : null)),
    officers: range(5).map((n) => officer(n, n === 0 ? '执法证过期' : null)),
    conflicts: [{ object: 'o3', officer: 'p1', reason: '近亲属' }],
  });
  const secret = sha256('secret');
  const listHash = hashLists(given);
  const seed = seedOf(secret, '体彩 2026135 期 03 11 19', listHash);
  const published = {
    lists: publicLists(given),
    listHash,
    commitment: sha256(secret),
    secret,
    publicText: '体彩 2026135 期 03 11 19',
    seed,
    result: draw(given, seed),
  };
  const path = join(mkdtempSync(join(tmpdir(), 'draw-')), 'draw.json');
  const run = (content: object) => {
    writeFileSync(path, JSON.stringify(content));
    return execFileSync(process.execPath, ['docs/repeat-draw.mjs', path], { encoding: 'utf8', stdio: 'pipe' });
  };
  expect(run(published).match(/✓/g)).toHaveLength(4);
  expect(() => run({ ...published, result: published.result.toReversed() })).toThrow();
  expect(() => run({ ...published, publicText: '另一段文字' })).toThrow();
});
