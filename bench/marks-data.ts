import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { makeRandom } from './matching-random.ts';

/** Real names and mutations of them, made without any table of the package that is measured. */
const DATA = new URL('../../shared/data/', import.meta.url);
const require = createRequire(new URL('../packages/trademark-similarity/package.json', import.meta.url));
const { pinyin } = require('pinyin-pro') as typeof import('pinyin-pro');

export const MUTATIONS = ['same sound', 'near glyph', 'insertion', 'deletion', 'swap'] as const;
export type Mutation = (typeof MUTATIONS)[number];

export interface MarkQuery {
  readonly kind: Mutation;
  readonly text: string;
  /** Place of the name it was made of. */
  readonly at: number;
}

/** 0 ≤ x < 1. */
const randomOf = (seed: number): (() => number) => {
  const { below } = makeRandom(seed);
  return () => below(2 ** 32) / 2 ** 32;
};

const readLines = (path: string): string[] =>
  readFileSync(new URL(path, DATA), 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim());

/** 267,397 real short names of companies; undefined where the data is not there. */
export function readRealNames(): string[] | undefined {
  if (!existsSync(new URL('names/company_short_names.txt', DATA))) return undefined;
  return [...new Set(readLines('names/company_short_names.txt').filter((name) => /^\p{Script=Han}+$/u.test(name)))];
}

type Table = ReadonlyMap<string, readonly string[]>;

/** Characters in use by frequency of use in the names, each with those of the same syllable whatever the tone. */
function soundTable(names: readonly string[]): { readonly used: readonly string[]; readonly sounds: Table } {
  const used = [...new Set(names.join(''))];
  const bySyllable = new Map<string, string[]>();
  for (const character of used) {
    const syllable = pinyin(character, { toneType: 'none' });
    bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), character]);
  }
  const sounds = new Map(
    [...bySyllable.values()].flatMap((same) =>
      same.map((one) => [one, same.filter((other) => other !== one)] as [string, string[]]),
    ),
  );
  return { used, sounds };
}

/** Human lists of characters that look alike, made symmetric. */
function listedGlyphs(): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>();
  const put = (a: string, b: string) => near.set(a, (near.get(a) ?? new Set()).add(b));
  for (const path of ['hanzi/形近字语料库.txt', 'hanzi/形近字语料库（CV2）.txt'])
    for (const line of readLines(path)) {
      const [head = '', list = ''] = line.split(/\s+/);
      for (const other of list)
        if (/\p{Script=Han}/u.test(other) && head !== '') {
          put(head, other);
          put(other, head);
        }
    }
  return near;
}

/** Characters of the same structure that differ in one part (柏/桐), from the decompositions; at most 12 of each. */
function decomposedGlyphs(used: readonly string[], random: () => number): Map<string, Set<string>> {
  const common = new Set(used);
  const byFrame = new Map<string, string[]>();
  for (const line of readLines('hanzi/ids_lv1.txt')) {
    const [character = '', text = ''] = line.split('\t');
    const parts = /^([⿰⿱⿸⿺⿵⿴])(\p{Script=Han})(\p{Script=Han})/u.exec(text);
    if (parts === null || !common.has(character)) continue;
    // The larger part stays: the second one of most characters.
    const frame = `${parts[1]}?${parts[3]}`;
    byFrame.set(frame, [...(byFrame.get(frame) ?? []), character]);
  }
  const near = new Map<string, Set<string>>();
  for (const group of byFrame.values())
    for (const one of group) {
      const others = group.filter((other) => other !== one).sort(() => random() - 0.5);
      near.set(one, new Set(others.slice(0, 12)));
    }
  return near;
}

export interface MarkWorld {
  readonly names: readonly string[];
  readonly used: readonly string[];
  readonly sounds: Table;
  readonly glyphs: Readonly<Record<'listed' | 'decomposed', ReadonlyMap<string, ReadonlySet<string>>>>;
}

export function makeMarkWorld(names: readonly string[]): MarkWorld {
  const { used, sounds } = soundTable(names);
  return { names, used, sounds, glyphs: { listed: listedGlyphs(), decomposed: decomposedGlyphs(used, randomOf(5)) } };
}

export interface QueryOptions {
  readonly seed: number;
  readonly perKind: number;
  /** Which places may be mutated: training and test take different ones. */
  readonly pick?: (at: number) => boolean;
  readonly glyphs?: 'listed' | 'decomposed' | 'both';
}

/** Queries of each kind; none is itself a name, and a deletion leaves two signs at least. */
export function makeMarkQueries(world: MarkWorld, options: QueryOptions): MarkQuery[] {
  const { names, used, sounds } = world;
  const random = randomOf(options.seed);
  const below = (n: number) => Math.floor(random() * n);
  const any = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const known = new Set(names);
  const frequent = names.filter((_, at) => at % 7 === 0).join('');
  const glyphsOf = (sign: string): string[] => {
    const how =
      options.glyphs === 'both' || options.glyphs === undefined
        ? any(['listed', 'decomposed'] as const)!
        : options.glyphs;
    return [...(world.glyphs[how].get(sign) ?? [])];
  };
  const replaced = (signs: string[], others: (sign: string) => readonly string[]): string | undefined => {
    const at = below(signs.length);
    const other = any(others(signs[at]!));
    return other === undefined ? undefined : signs.with(at, other).join('');
  };
  const make: Record<Mutation, (signs: string[]) => string | undefined> = {
    'same sound': (signs) => replaced(signs, (sign) => sounds.get(sign) ?? []),
    'near glyph': (signs) => replaced(signs, glyphsOf),
    insertion: (signs) => {
      const sign = random() < 0.5 ? frequent[below(frequent.length)] : any(used);
      return signs.toSpliced(below(signs.length + 1), 0, sign!).join('');
    },
    deletion: (signs) => (signs.length < 3 ? undefined : signs.toSpliced(below(signs.length), 1).join('')),
    swap: (signs) => {
      const at = below(signs.length - 1);
      const swapped = [...signs];
      [swapped[at], swapped[at + 1]] = [signs[at + 1]!, signs[at]!];
      return swapped.join('');
    },
  };
  return MUTATIONS.flatMap((kind) => {
    const queries: MarkQuery[] = [];
    while (queries.length < options.perKind) {
      const at = below(names.length);
      if (options.pick !== undefined && !options.pick(at)) continue;
      const text = make[kind]([...names[at]!]);
      if (text !== undefined && text !== '' && !known.has(text)) queries.push({ kind, text, at });
    }
    return queries;
  });
}

/** Share of the queries of each kind whose name is among the first `most` found. */
export function recallByKind(
  queries: readonly MarkQuery[],
  search: (text: string) => readonly number[],
): Record<Mutation, number> {
  const hits = Object.fromEntries(MUTATIONS.map((kind) => [kind, 0])) as Record<Mutation, number>;
  const counts = { ...hits };
  for (const { kind, text, at } of queries) {
    counts[kind]++;
    if (search(text).includes(at)) hits[kind]++;
  }
  return Object.fromEntries(MUTATIONS.map((kind) => [kind, hits[kind] / Math.max(1, counts[kind])])) as Record<
    Mutation,
    number
  >;
}
