import type { Jurisdiction } from '../../../platform/jurisdiction/jurisdiction.ts';

type Pack = Jurisdiction['classAdvice'];

export type Strength = 'core' | 'related' | 'neighbour';
export interface ClassReason {
  readonly text: string;
  /** What of the enterprise points there: industry, words of the scope, a class it already stands in. */
  readonly basis: string;
}
export interface AdvisedClass {
  readonly niceClass: number;
  readonly strength: Strength;
  readonly reasons: readonly ClassReason[];
}
export interface Business {
  /** GB/T 4754 as in the register, letter first. */
  readonly industryCode: string | null;
  readonly industryLabel: string | null;
  /** Business scope as registered. */
  readonly scope: string | null;
}

const RANK: Readonly<Record<Strength, number>> = { core: 0, related: 1, neighbour: 2 };

/** Hints of the longest prefix the pack knows of an industry code. */
export function hintsOfIndustry(pack: Pack, industryCode: string | null): Pack['industries'][number] | undefined {
  const code = industryCode?.replace(/^[A-Z]/, '') ?? '';
  if (code === '') return undefined;
  let best: Pack['industries'][number] | undefined;
  for (const entry of pack.industries)
    if (code.startsWith(entry.code) && entry.code.length > (best?.code.length ?? 0)) best = entry;
  return best;
}

/** A scope without its brackets: they hold the formulas of the registry (licences, exceptions), not the business. */
export function plainScope(scope: string): string {
  return scope.replace(/[（(][^（）()]*[）)]/g, '');
}

/** Words of the pack that a scope contains, with their hints. */
export function hintsOfScope(pack: Pack, scope: string | null): { word: string; hint: Pack['keywords'][number] }[] {
  if (scope === null || scope === '') return [];
  const text = plainScope(scope);
  return pack.keywords.flatMap((hint) => {
    const word = hint.words.find((one) => text.includes(one));
    return word === undefined ? [] : [{ word, hint }];
  });
}

/**
 * Classes a business points to, with every reason: by its industry, by words of its scope, and those that stand close
 * to a core class. The strongest reason decides; order: core, related, neighbour, then by class.
 */
export function adviseClasses(pack: Pack, business: Business): AdvisedClass[] {
  const found = new Map<number, { strength: Strength; reasons: ClassReason[] }>();
  const add = (niceClass: number, strength: Strength, reason: ClassReason) => {
    const known = found.get(niceClass);
    if (known === undefined) found.set(niceClass, { strength, reasons: [reason] });
    else {
      if (RANK[strength] < RANK[known.strength]) known.strength = strength;
      known.reasons.push(reason);
    }
  };
  const industry = hintsOfIndustry(pack, business.industryCode);
  const industryBasis = `行业：${business.industryLabel ?? business.industryCode ?? ''}`;
  for (const hint of industry?.classes ?? [])
    add(hint.niceClass, hint.strength, { text: hint.reason, basis: industryBasis });
  for (const { word, hint } of hintsOfScope(pack, business.scope))
    add(hint.niceClass, hint.strength, { text: hint.reason, basis: `经营范围：${word}` });
  const core = [...found].filter(([, one]) => one.strength === 'core').map(([niceClass]) => niceClass);
  for (const { of, niceClass, reason } of pack.neighbours)
    if (core.includes(of)) add(niceClass, 'neighbour', { text: reason, basis: `相邻类别：第${of}类` });
  return [...found]
    .map(([niceClass, { strength, reasons }]) => ({ niceClass, strength, reasons }))
    .sort((a, b) => RANK[a.strength] - RANK[b.strength] || a.niceClass - b.niceClass);
}
