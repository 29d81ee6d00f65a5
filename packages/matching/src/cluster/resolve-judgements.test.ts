import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Judgement, resolveJudgements, type Verdict } from './resolve-judgements.ts';

const judge = (id: string, a: string, b: string, verdict: Verdict): Judgement => ({ id, a, b, verdict });
const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const judgements = fc
  .array(fc.tuple(node, node, fc.constantFrom<Verdict>('same', 'same', 'not-same', 'unsure')), { maxLength: 14 })
  .map((list) => list.map(([a, b, verdict], i) => judge(String(i), a, b, verdict)));
/** One judgement per pair, so that order cannot matter. */
const unordered = judgements.map((list) => {
  const pairs = new Set<string>();
  return list.filter(({ a, b }) => {
    const key = [a, b].sort().join('');
    return a !== b && !pairs.has(key) && pairs.add(key);
  });
});

describe('resolveJudgements', () => {
  it('makes same transitive and not-same hold between clusters, with the chain', () => {
    const resolved = resolveJudgements([
      judge('1', 'm1', 'p1', 'same'),
      judge('2', 'm2', 'm1', 'same'),
      judge('3', 'm2', 'p2', 'not-same'),
      judge('4', 'm3', 'p2', 'same'),
    ]);
    expect(resolved.clusters).toEqual([
      ['m1', 'm2', 'p1'],
      ['m3', 'p2'],
    ]);
    expect(resolved.decide('m2', 'p1').chain.map(({ id }) => id)).toEqual(['2', '1']);
    const decision = resolved.decide('p1', 'm3');
    expect(decision.verdict).toBe('not-same');
    expect(decision.chain.map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
  });

  it('reports a contradiction with its path and decides nothing through it', () => {
    const list = [judge('1', 'a', 'b', 'same'), judge('2', 'b', 'c', 'same'), judge('3', 'a', 'c', 'not-same')];
    const resolved = resolveJudgements(list);
    expect(resolved.conflicts).toEqual([{ judgement: list[2], path: [list[0], list[1]] }]);
    expect(resolved.decide('a', 'c').verdict).toBe('unsure');
    expect(resolved.decide('a', 'b').verdict).toBe('unsure');
    expect(resolved.decide('a', 'b').conflict?.judgement.id).toBe('3');
  });

  it('takes the last judgement of a pair that is not withdrawn', () => {
    const list = [judge('1', 'a', 'b', 'same'), judge('2', 'b', 'a', 'not-same')];
    expect(resolveJudgements(list).decide('a', 'b').verdict).toBe('not-same');
    expect(resolveJudgements([list[0]!, { ...list[1]!, withdrawn: true }]).decide('a', 'b').verdict).toBe('same');
  });

  it('keeps unsure to its own pair and knows nothing of strangers', () => {
    const resolved = resolveJudgements([judge('1', 'a', 'b', 'unsure'), judge('2', 'b', 'c', 'same')]);
    expect(resolved.decide('a', 'b').verdict).toBe('unsure');
    expect(resolved.decide('a', 'c').verdict).toBeUndefined();
    expect(resolved.decide('a', 'zzz').verdict).toBeUndefined();
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(judgements, node, node, (list, a, b) => {
        const resolved = resolveJudgements(list);
        expect(resolved.decide(a, b).verdict).toBe(resolved.decide(b, a).verdict);
      }),
    );
  });

  it('is transitive where nobody contradicts', () => {
    fc.assert(
      fc.property(judgements, node, node, node, (list, a, b, c) => {
        const { decide } = resolveJudgements(list);
        const [ab, bc] = [decide(a, b).verdict, decide(b, c).verdict];
        if (ab === 'same' && bc === 'same') expect(decide(a, c).verdict).toBe('same');
        if (ab === 'same' && bc === 'not-same') expect(['not-same', 'unsure']).toContain(decide(a, c).verdict);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of judgements on different pairs', () => {
    fc.assert(
      fc.property(unordered, fc.infiniteStream(fc.nat()), node, node, (list, keys, a, b) => {
        const shuffled = list.map((one) => [keys.next().value as number, one] as const).sort((x, y) => x[0] - y[0]);
        const [one, two] = [resolveJudgements(list), resolveJudgements(shuffled.map(([, judgement]) => judgement))];
        expect(two.clusters).toEqual(one.clusters);
        expect(two.decide(a, b).verdict).toBe(one.decide(a, b).verdict);
        expect(two.conflicts.length).toBe(one.conflicts.length);
      }),
    );
  });

  it('undoes: withdrawing a judgement equals never having given it', () => {
    fc.assert(
      fc.property(judgements, fc.nat(), node, node, (list, at, a, b) => {
        if (list.length === 0) return;
        const index = at % list.length;
        const withdrawn = list.map((one, i) => (i === index ? { ...one, withdrawn: true } : one));
        const without = list.filter((_, i) => i !== index);
        const [left, right] = [resolveJudgements(withdrawn), resolveJudgements(without)];
        expect(left.clusters).toEqual(right.clusters);
        expect(left.decide(a, b)).toEqual(right.decide(a, b));
      }),
    );
  });

  it('gives a chain that really leads from one node to the other', () => {
    fc.assert(
      fc.property(judgements, node, node, (list, a, b) => {
        const { verdict, chain, conflict } = resolveJudgements(list).decide(a, b);
        if (verdict === undefined || a === b) {
          expect(chain).toEqual([]);
          return;
        }
        let at: string = a;
        for (const step of chain) {
          expect([step.a, step.b]).toContain(at);
          at = step.a === at ? step.b : step.a;
        }
        expect(at).toBe(b);
        if (verdict === 'not-same') expect(chain.filter((step) => step.verdict === 'not-same')).toHaveLength(1);
        if (verdict === 'same') expect(chain.every((step) => step.verdict === 'same')).toBe(true);
        if (verdict === 'unsure' && !conflict) expect(chain.map((step) => step.verdict)).toEqual(['unsure']);
      }),
      { numRuns: 500 },
    );
  });
});
