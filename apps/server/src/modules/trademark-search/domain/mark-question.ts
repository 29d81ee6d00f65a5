import type { GoodsPlace, GoodsRelation, GoodsRelations } from '@jince/trademark-similarity';

/** Which marks a search is about, whatever it compares. */
export interface MarkQuestion {
  /** Nice classes the asked mark is meant for. */
  readonly classes?: readonly number[] | undefined;
  /** Similar groups it is meant for; their classes count as asked. */
  readonly groups?: readonly string[] | undefined;
  readonly goods?: 'any' | 'related' | 'same' | undefined;
  readonly state?: 'living' | 'all' | undefined;
  /** Registration numbers that are left out: the asker's own. */
  readonly exclude?: readonly string[] | undefined;
}

/** Where the goods asked for stand: each class with the groups of it that were named. */
export function goodsPlaces({ classes = [], groups = [] }: MarkQuestion): GoodsPlace[] {
  const numbers = new Set([...classes, ...groups.map((group) => Number(group.slice(0, 2)))]);
  return [...numbers]
    .sort((a, b) => a - b)
    .map((niceClass) => ({ niceClass, groups: groups.filter((group) => Number(group.slice(0, 2)) === niceClass) }));
}

/** The closest first. */
const RANKS: Readonly<Record<GoodsRelation['kind'], number>> = {
  'same-group': 0,
  'similar-group': 1,
  'cross-search': 2,
  'same-class': 3,
  'related-class': 4,
  other: 5,
};
export const rankOfGoods = (kind: GoodsRelation['kind'] | undefined): number =>
  kind === undefined ? RANKS.other : RANKS[kind];

/** The closest relation of any asked place to any of a mark, and the class of the mark it is of. */
export function closestGoods(
  relations: GoodsRelations,
  asked: readonly GoodsPlace[],
  places: readonly GoodsPlace[],
): (GoodsRelation & { readonly niceClass: number }) | undefined {
  let best: (GoodsRelation & { readonly niceClass: number }) | undefined;
  for (const one of asked)
    for (const other of places) {
      const relation = { ...relations.relate(one, other), niceClass: other.niceClass };
      if (best === undefined || rankOfGoods(relation.kind) < rankOfGoods(best.kind)) best = relation;
    }
  return best;
}

/** Classes whose marks may count at all for what is asked; undefined: every class. */
export function classesInQuestion(
  relations: GoodsRelations | undefined,
  { goods = 'any', ...question }: MarkQuestion,
): ReadonlySet<number> | undefined {
  const asked = goodsPlaces(question);
  if (goods === 'any' || asked.length === 0) return undefined;
  const own = new Set(asked.map(({ niceClass }) => niceClass));
  if (goods === 'same' || relations === undefined) return own;
  for (let niceClass = 1; niceClass <= 45; niceClass++) {
    const related = asked.some((one) => relations.relate({ niceClass: one.niceClass }, { niceClass }).kind !== 'other');
    if (related) own.add(niceClass);
  }
  return own;
}
