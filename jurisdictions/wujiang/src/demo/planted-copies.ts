import type { Patent } from './patent.ts';
import { inventAbstract } from './patent-abstract.ts';
import type { Rng } from './random.ts';

/** Text of a filing in place of the one it would have. */
export type PlantedText = { title: string; abstract: string; inventors: string[] };

/** How far back from the latest filing plants are looked for. */
const LOOKED_AT = 4000;
/** Filings of one applicant that say the same. */
const SERIES = 5;

const SYNONYMS: readonly (readonly [string, string])[] = [
  ['包括', '包含'],
  ['固定于', '紧固于'],
  ['避免了', '防止了'],
  ['减少了', '降低了'],
  ['工作时', '使用过程中'],
  ['根据', '依据'],
  ['铰接在', '转动连接于'],
];

/** The same abstract said a little otherwise: other numbers, other words, the clauses of the middle turned round. */
function copyOf(text: string, nth: number): string {
  const numbers = text.replace(/\d+/g, (digits) => String(Number(digits) + nth * 5));
  const worded = SYNONYMS.slice(0, nth * 2).reduce((kept, [from, to]) => kept.replaceAll(from, to), numbers);
  if (nth % 2 === 0) return worded;
  const [opening = '', joints = '', ...rest] = worded.split('。');
  return [opening, joints.split('；').toReversed().join('；'), ...rest].join('。');
}

type Source = {
  count: number;
  make(index: number): Patent;
  /** Whether an export with abstracts holds the filing. */
  told(index: number): boolean;
  rng(index: number): Rng;
};

const plain = (patent: Patent): boolean =>
  patent.life.kind !== 'design' &&
  patent.applicants.length === 1 &&
  patent.transfer === undefined &&
  !patent.abnormal &&
  patent.applicants[0]?.party?.kind === 'enterprise' &&
  patent.applicants[0].party.endedOn === undefined;

function suitable(source: Source): Map<number, Patent[]> {
  const byOwner = new Map<number, Patent[]>();
  for (let index = Math.max(0, source.count - LOOKED_AT); index < source.count; index++) {
    if (!source.told(index)) continue;
    const patent = source.make(index);
    if (!plain(patent)) continue;
    const owner = patent.applicants[0]?.party?.index ?? -1;
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), patent]);
  }
  return byOwner;
}

/**
 * Copies among the invented filings, so that a search has something to find: two enterprises say the same in a series, and
 * a third copies what another filed before it. Only texts and inventors are replaced, no date, holder or status.
 */
export function plantCopies(source: Source): ReadonlyMap<number, PlantedText> {
  const planted = new Map<number, PlantedText>();
  const owners = [...suitable(source).values()];
  const series = owners.filter((patents) => patents.length >= SERIES && patents.length <= SERIES * 3).slice(0, 2);
  for (const patents of series) {
    const [first, ...others] = patents.slice(0, SERIES);
    if (first === undefined) continue;
    const abstract = inventAbstract(first.title, first.life.kind, source.rng(first.index));
    const { title, inventors } = first;
    planted.set(first.index, { title, abstract, inventors });
    for (const [at, other] of others.entries())
      planted.set(other.index, { title, abstract: copyOf(abstract, at + 1), inventors });
  }
  const alone = owners.filter((patents) => patents.length < SERIES).flat();
  const original = alone.find((patent) => patent.life.kind === 'invention');
  const copier = alone.find(
    (patent) =>
      original !== undefined &&
      patent.life.filedOn > original.life.filedOn + 30 &&
      patent.applicants[0]?.party?.index !== original.applicants[0]?.party?.index,
  );
  if (original !== undefined && copier !== undefined) {
    const abstract = inventAbstract(original.title, original.life.kind, source.rng(original.index));
    planted.set(original.index, { title: original.title, abstract, inventors: original.inventors });
    planted.set(copier.index, { title: original.title, abstract: copyOf(abstract, 2), inventors: copier.inventors });
  }
  return planted;
}
