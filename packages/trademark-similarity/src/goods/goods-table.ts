import type { Said } from '../evidence/say.ts';

/** One line of a table of similar goods: what holds between two similar groups of one edition. */
export interface GroupRelation {
  readonly from: string;
  /** Null where the line is about one group alone. */
  readonly to: string | null;
  /** Parts of one group are not similar to each other under `intra_group_exception`; other types join groups. */
  readonly type:
    | 'similar'
    | 'cross_search'
    | 'cross_group_protected'
    | 'intra_group_exception'
    | 'group_moved'
    | 'group_note';
  /** The goods it holds for, as the table words it. */
  readonly scope: string;
}

/** 类似商品和服务区分表 of one edition, as data. Editions move goods: keep them side by side with their dates. */
export interface GoodsTable {
  readonly edition: string;
  /** First day of the edition. */
  readonly from: string;
  /** Last day; null while it holds. */
  readonly to: string | null;
  /** Classes whose groups the table knows; of others only the class is compared. */
  readonly classes: readonly number[];
  readonly groups: readonly string[];
  readonly relations: readonly GroupRelation[];
}

/** Where the goods of a mark stand: its class, and similar groups (`2501`) where they are known. */
export interface GoodsPlace {
  readonly niceClass: number;
  readonly groups?: readonly string[];
}

export type GoodsRelationKind =
  | 'same-group'
  | 'similar-group'
  | 'cross-search'
  | 'same-class'
  | 'related-class'
  | 'other';

export interface GoodsRelation extends Said {
  readonly kind: GoodsRelationKind;
  /** Groups that meet, where the relation is one of groups. */
  readonly groups: readonly (readonly [string, string])[];
  /** Limits of the relation as the table words them: often only some goods of a group. */
  readonly scopes: readonly string[];
}

/** The closest first. */
const ORDER: readonly GoodsRelationKind[] = [
  'same-group',
  'similar-group',
  'cross-search',
  'same-class',
  'related-class',
  'other',
];
const JOINING = {
  similar: 'similar-group',
  cross_group_protected: 'similar-group',
  cross_search: 'cross-search',
} as const;

/** Answers how goods are related by a table; an office may give its own. */
export class GoodsRelations {
  readonly table: GoodsTable;
  readonly #byPair = new Map<string, GroupRelation[]>();
  readonly #byClasses = new Map<string, GroupRelation[]>();

  constructor(table: GoodsTable) {
    this.table = table;
    for (const relation of table.relations) {
      if (relation.to === null || !(relation.type in JOINING)) continue;
      put(this.#byPair, pair(relation.from, relation.to), relation);
      put(this.#byClasses, pair(relation.from.slice(0, 2), relation.to.slice(0, 2)), relation);
    }
  }

  /** How the goods of two marks are related; the closest relation of any of their groups. */
  relate(a: GoodsPlace, b: GoodsPlace): GoodsRelation {
    const found = [...this.#ofGroups(a, b), this.#ofClasses(a, b)];
    return found.sort((x, y) => ORDER.indexOf(x.kind) - ORDER.indexOf(y.kind))[0] as GoodsRelation;
  }

  #ofGroups(a: GoodsPlace, b: GoodsPlace): GoodsRelation[] {
    return (a.groups ?? []).flatMap((x) =>
      (b.groups ?? []).flatMap((y) => {
        if (x === y) return [this.#sameGroup(x)];
        return (this.#byPair.get(pair(x, y)) ?? []).map((relation) => joined(x, y, relation));
      }),
    );
  }

  #sameGroup(group: string): GoodsRelation {
    const exceptions = this.table.relations.filter(
      ({ from, type }) => from === group && type === 'intra_group_exception',
    );
    const limit = exceptions.length === 0 ? '' : '，但该群内各部分之间有不类似的例外，须核对具体商品';
    return {
      kind: 'same-group',
      groups: [[group, group]],
      scopes: exceptions.map(({ scope }) => scope),
      zh: `指定商品同属 ${group} 类似群${limit}`,
      en: `goods of the same similar group ${group}${limit === '' ? '' : ', which has parts that are not similar'}`,
    };
  }

  #ofClasses(a: GoodsPlace, b: GoodsPlace): GoodsRelation {
    const none = { groups: [], scopes: [] };
    if (a.niceClass === b.niceClass) {
      const known = (a.groups?.length ?? 0) > 0 && (b.groups?.length ?? 0) > 0;
      return {
        ...none,
        kind: 'same-class',
        zh: `同属第 ${a.niceClass} 类${known ? '，类似群不同且区分表未注明交叉检索' : '，未按类似群比对，须核对具体商品'}`,
        en: `same class ${a.niceClass}${known ? ', other similar groups' : ', similar groups were not compared'}`,
      };
    }
    const relations = this.#byClasses.get(pair(twoDigits(a.niceClass), twoDigits(b.niceClass))) ?? [];
    const groups = [...new Set(relations.map(({ from, to }) => `${from} ${to}`))].map(
      (one) => one.split(' ') as [string, string],
    );
    if (groups.length > 0)
      return {
        kind: 'related-class',
        groups,
        scopes: relations.map(({ scope }) => scope),
        zh: `第 ${a.niceClass} 类与第 ${b.niceClass} 类之间有类似或交叉检索的类似群（${groups
          .slice(0, 3)
          .map((one) => one.join('—'))
          .join('、')}${groups.length > 3 ? ' 等' : ''}）`,
        en: `classes ${a.niceClass} and ${b.niceClass} have similar or cross-searched groups`,
      };
    const known = this.table.classes.includes(a.niceClass) || this.table.classes.includes(b.niceClass);
    return {
      ...none,
      kind: 'other',
      zh: `第 ${a.niceClass} 类与第 ${b.niceClass} 类不同类别${known ? '，区分表未注明类似' : '（区分表数据未含此类，未比对类似群）'}`,
      en: `classes ${a.niceClass} and ${b.niceClass} differ${known ? '' : '; their groups are not in the table'}`,
    };
  }
}

function joined(x: string, y: string, relation: GroupRelation): GoodsRelation {
  const kind = JOINING[relation.type as keyof typeof JOINING];
  const word = kind === 'cross-search' ? '须交叉检索' : '类似';
  return {
    kind,
    groups: [[x, y]],
    scopes: [relation.scope],
    zh: `${x} 与 ${y} 类似群${word}（${relation.scope}）`,
    en: `similar groups ${x} and ${y} are ${kind === 'cross-search' ? 'cross-searched' : 'similar'} within a stated scope`,
  };
}

const twoDigits = (niceClass: number): string => String(niceClass).padStart(2, '0');
const pair = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
