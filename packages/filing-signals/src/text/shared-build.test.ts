import { expect, it } from 'vitest';
import { sampleText, seededRandom } from '../testing/sample-district.ts';
import { NearDuplicateIndex, type TextDocument } from './near-duplicate-index.ts';
import { makeSharedIndexMemory, SharedIndexBuild } from './shared-build.ts';

const random = seededRandom(11);
const originals: TextDocument[] = Array.from({ length: 150 }, (_, at) => ({ id: `d${at}`, ...sampleText(random) }));
const copies = originals.slice(0, 20).map(({ title, abstract }, at) => ({
  id: `c${at}`,
  title,
  abstract: abstract!.replace(/\d+/g, '7').replace('避免', '防止'),
}));
const documents = [...originals, ...copies, { id: 'bare', title: '一种储纬器', abstract: null }];

it.each([1, 2, 3])('gives what one thread gives when %i parts build it', (of) => {
  const memory = makeSharedIndexMemory(documents, of);
  const builds = Array.from({ length: of }, (_, part) => new SharedIndexBuild(documents, memory, { part, of }));
  for (const step of ['count', 'add', 'prepare'] as const) for (const build of builds) build[step]();
  const linked = builds[0]!.link();
  const pairs = builds.flatMap((build, part) => build.finish(linked).pairs({ part, of }));
  const plain = new NearDuplicateIndex(documents).pairs();
  expect(plain.length).toBeGreaterThanOrEqual(copies.length);
  const unique = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]));
  expect([...unique.keys()].sort()).toEqual(plain.map(({ a, b }) => `${a} ${b}`).sort());
  for (const { a, b, score } of plain) expect(unique.get(`${a} ${b}`)!.score).toBeCloseTo(score, 12);
});

it('goes on like any index: takes in and forgets', () => {
  const memory = makeSharedIndexMemory(documents, 1);
  const build = new SharedIndexBuild(documents, memory, { part: 0, of: 1 });
  build.count();
  build.add();
  build.prepare();
  const index = build.finish(build.link());
  index.add({ ...originals[50]!, id: 'late' });
  expect(index.query(originals[50]!).map(({ id }) => id)).toEqual(['late']);
  index.remove('late');
  expect(index.query(originals[50]!)).toEqual([]);
});
