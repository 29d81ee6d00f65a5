import { describe, expect, it } from 'vitest';
import { sampleText, seededRandom } from '../testing/sample-district.ts';
import { canonicalise } from './canonical.ts';
import { longestCommonSubsequence, maskUnits } from './common-subsequence.ts';
import { listPassages, NearDuplicateIndex, type TextDocument } from './near-duplicate-index.ts';

const random = seededRandom(3);
const documents: TextDocument[] = Array.from({ length: 120 }, (_, at) => ({ id: `d${at}`, ...sampleText(random) }));

/** Clauses shuffled, numbers changed, words replaced. */
function copyOf({ title, abstract }: TextDocument, id: string): TextDocument {
  const clauses = abstract!.replace('。', '').split('，');
  const turned = [...clauses.slice(3), ...clauses.slice(0, 3)].join('，');
  return {
    id,
    title: title.replace('装置', '设备'),
    abstract: `${turned.replace(/\d+/g, '5').replace('包括', '包含').replace('避免', '防止')}。`,
  };
}

describe('canonicalise', () => {
  it.each([
    ['所述装置包括３个孔', '设备包含 12 个孔'],
    ['第一端、第二端', '第三端，第四端'],
    ['提高效率', '提升效率'],
    ['ＬＳＴＭ模型', 'lstm模型'],
  ])('brings %s and %s to one form', (a, b) => {
    expect([...canonicalise(a).units]).toEqual([...canonicalise(b).units]);
  });

  it('keeps apart what differs, and survives anything', () => {
    expect([...canonicalise('储纬器').units]).not.toEqual([...canonicalise('送经辊').units]);
    expect(canonicalise('').units).toHaveLength(0);
    expect(canonicalise('。。，\u0000 \ud83d').units.length).toBeLessThan(3);
  });
});

describe('longestCommonSubsequence', () => {
  it('agrees with the plain table', () => {
    const units = (): Uint16Array =>
      Uint16Array.from({ length: Math.floor(random() * 90) }, () => 100 + Math.floor(random() * 6));
    for (let round = 0; round < 200; round++) {
      const [a, b] = [units(), units()];
      const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
      for (let i = 1; i <= a.length; i++)
        for (let j = 1; j <= b.length; j++)
          table[i]![j] =
            a[i - 1] === b[j - 1] ? table[i - 1]![j - 1]! + 1 : Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
      expect(longestCommonSubsequence(maskUnits(a), b)).toBe(table[a.length]![b.length]);
    }
  });
});

describe('NearDuplicateIndex', () => {
  const copies = documents.slice(0, 30).map((document, at) => copyOf(document, `c${at}`));

  it('finds altered copies and nothing else', () => {
    const pairs = new NearDuplicateIndex([...documents, ...copies]).pairs();
    expect(pairs.map(({ a, b }) => `${a} ${b}`)).toEqual(copies.map((_, at) => `d${at} c${at}`));
    expect(pairs.every(({ score }) => score >= 0.5 && score <= 1)).toBe(true);
  });

  it('finds the same from parts as in one go, and by query from either side', () => {
    const index = new NearDuplicateIndex([...documents, ...copies]);
    const whole = index.pairs().map(({ a, b, score }) => `${a} ${b} ${score.toFixed(6)}`);
    const parts = [0, 1, 2].flatMap((part) => index.pairs({ part, of: 3 }));
    expect([...new Set(parts.map(({ a, b, score }) => `${a} ${b} ${score.toFixed(6)}`))].sort()).toEqual(whole.sort());
    expect(index.query(documents[4]!).map(({ id }) => id)).toEqual(['c4']);
    expect(index.query(copies[4]!).map(({ id }) => id)).toEqual(['d4']);
    expect(
      index
        .query({ ...copies[4]!, id: 'stranger' })
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['c4', 'd4']);
  });

  it('takes in, replaces and forgets', () => {
    const index = new NearDuplicateIndex(documents);
    expect(index.query(copies[0]!).map(({ id }) => id)).toEqual(['d0']);
    index.add(copies[0]!);
    expect(index.query(documents[0]!).map(({ id }) => id)).toEqual(['c0']);
    index.add({ ...copies[0]!, ...sampleText(random) });
    expect(index.query(documents[0]!)).toEqual([]);
    index.add(copies[1]!);
    index.remove('d1');
    index.remove('nobody');
    expect(index.query(copies[1]!)).toEqual([]);
    expect(index.size).toBe(documents.length + 1);
    index.rebuild();
    expect(index.pairs()).toEqual([]);
  });

  it('finds crowds of copies whole', () => {
    const crowd = Array.from({ length: 40 }, (_, at) => ({ ...documents[0]!, id: `x${at}` }));
    expect(new NearDuplicateIndex([...documents.slice(1), ...crowd]).pairs()).toHaveLength((40 * 39) / 2);
  });

  it('begins empty and compares titles alone', () => {
    const index = new NearDuplicateIndex();
    expect(index.query(documents[0]!)).toEqual([]);
    for (const { id, title } of documents) index.add({ id, title, abstract: null });
    expect(index.query({ id: 'q', title: documents[7]!.title, abstract: '' }).map(({ id }) => id)).toContain('d7');
  });
});

describe('listPassages', () => {
  it('quotes what stands in both, without overlap', () => {
    for (const [at, document] of documents.slice(0, 30).entries()) {
      const copy = copyOf(document, `c${at}`);
      const passages = listPassages(document, copy);
      expect(passages.length).toBeGreaterThan(1);
      const taken = { title: new Set<number>(), abstract: new Set<number>() };
      for (const { part, text, a, b } of passages) {
        const source = document[part]!;
        expect(source.slice(a.start, a.end)).toBe(text);
        const other = copy[part]!.slice(b.start, b.end);
        expect([...canonicalise(other).units].join()).toContain([...canonicalise(text).units].slice(0, 5).join());
        for (let place = a.start; place < a.end; place++) {
          expect(taken[part].has(place)).toBe(false);
          taken[part].add(place);
        }
      }
    }
  });
});
