import niceData from '../marks/nice-classes.json' with { type: 'json' };
import prohibitedData from '../marks/prohibited-signs.json' with { type: 'json' };
import groupData from '../marks/similar-groups-2023.json' with { type: 'json' };
import weakData from '../marks/weak-words.json' with { type: 'json' };
import { findWord, type WordMatch } from './find-word.ts';

/** A table with its days, where it is from and how far it may be trusted. */
export interface MarkTable {
  readonly title: string;
  readonly from: string;
  /** Last day; null while it holds. */
  readonly to: string | null;
  readonly provenance: string;
  readonly mark: string;
}

export interface NiceClass {
  readonly number: number;
  /** Short name of our own. */
  readonly zh: string;
  /** Heading of the class. */
  readonly en: string;
}
/** The 45 classes of the Nice classification, twelfth edition. */
export const niceClasses: MarkTable & { readonly classes: readonly NiceClass[] } = niceData;

/** What holds between two similar groups; `to` is null where a line is about one group alone. */
export interface SimilarGroupRelation {
  readonly from: string;
  readonly to: string | null;
  readonly type:
    | 'similar'
    | 'cross_search'
    | 'cross_group_protected'
    | 'intra_group_exception'
    | 'group_moved'
    | 'group_note';
  readonly scope: string;
}
export interface SimilarGroupTable extends MarkTable {
  readonly edition: string;
  /** Classes the table knows. */
  readonly classes: readonly number[];
  /** Codes of the groups: 2501. */
  readonly groups: readonly string[];
  readonly relations: readonly SimilarGroupRelation[];
}
const tables: readonly SimilarGroupTable[] = [
  {
    title: groupData.title,
    from: groupData.from,
    to: groupData.to,
    provenance: groupData.provenance,
    mark: groupData.mark,
    edition: groupData.title,
    classes: groupData.classes,
    groups: groupData.groups.map(({ code }) => code),
    relations: groupData.relations as SimilarGroupRelation[],
  },
];

/** 类似商品和服务区分表 in force on a day; undefined for a day no shipped edition covers. */
export const similarGroupsOn = (on: string): SimilarGroupTable | undefined =>
  tables.find(({ from, to }) => from <= on && (to === null || on <= to));

/** Similar groups whose accepted goods are called like this; only classes whose goods the table lists. */
export function groupsOfGoods(name: string): string[] {
  const wanted = name.trim();
  if (wanted === '') return [];
  return groupData.groups.filter(({ goods }) => goods.split('；').includes(wanted)).map(({ code }) => code);
}

export interface WeakWordGroup {
  readonly kind: 'place' | 'goods';
  readonly words: readonly string[];
}
/** Words that do not set a mark apart: places, generic names of goods. */
export const weakMarkWords: readonly WeakWordGroup[] = weakData.lists as WeakWordGroup[];

/** A ground on which a sign may not be a mark, or has no distinctive character, with words that point to it. */
export interface ProhibitedSign {
  readonly key: string;
  /** Law and article, of the text in force on the day. */
  readonly article: string;
  /** The word that was found. */
  readonly word: string;
  readonly zh: string;
  readonly en: string;
  /** What somebody has still to check about the article; null where nothing is. */
  readonly verify: string | null;
}

/**
 * Absolute grounds a text may fall under on a day. A hit asks a person to look; it decides nothing, and no hit is no clearance.
 * Each ground is told once, by its longest word.
 */
export function findProhibitedSigns(text: string, on: string): ProhibitedSign[] {
  const { versions, signs } = prohibitedData;
  const version = versions.find(({ from, to }) => from <= on && (to === null || on <= to));
  if (version === undefined) return [];
  const { law, verify, article: wording } = version;
  return signs.flatMap(({ key, article, words, match, zh, en }) => {
    const found = findWord(text, words, match as WordMatch);
    if (found === undefined) return [];
    return [{ key, article: wording.replace('{law}', law).replace('{article}', article), word: found, zh, en, verify }];
  });
}
