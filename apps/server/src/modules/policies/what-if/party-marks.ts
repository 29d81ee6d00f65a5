import type { SubjectCase } from '@jince/entitlements';
import { industryName } from '@jince/law';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { WHAT_IF_RUN } from './what-if.catalogue.ts';

export const CUTS = ['town', 'section', 'size'] as const;
export type Cut = (typeof CUTS)[number];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Above-scale or not where it is an enterprise, else the kind: headcount and revenue of others stand in no register. */
function sizeOf({ facts }: SubjectCase): string {
  if (facts.kind !== 'enterprise') return facts.kind === 'individual-business' ? 'individual-business' : 'other';
  return facts.aboveScale === true ? 'above-scale' : 'below-scale';
}

/** Bucket of a party in a cut; empty when it is not known. */
export function bucketOf(subject: SubjectCase, cut: Cut): string {
  if (cut === 'size') return sizeOf(subject);
  return textOf(subject.facts[cut === 'town' ? 'town' : 'industrySection']);
}

const SIZES: Readonly<Record<string, { zh: string; en: string }>> = {
  'above-scale': { zh: '规上工业企业', en: 'above-scale enterprises' },
  'below-scale': { zh: '其他企业', en: 'other enterprises' },
  'individual-business': { zh: '个体工商户', en: 'individual businesses' },
  other: { zh: '其他主体', en: 'other parties' },
};

export function bucketLabel(ctx: Ctx, cut: Cut, code: string): string {
  if (code === '') return ctx.language === 'zh' ? '不明' : 'unknown';
  if (cut === 'size') return SIZES[code]?.[ctx.language] ?? code;
  if (cut === 'town') return ctx.services.places.townName(code) ?? code;
  return `${code} ${industryName(code) ?? ''}`.trim();
}

export const nameOf = ({ facts, id }: SubjectCase): string => textOf(facts.name) || id;
export const usccOf = ({ facts }: SubjectCase): string | null => textOf(facts.uscc) || null;
export const townOf = (ctx: Ctx, { facts }: SubjectCase): string | null =>
  ctx.services.places.townName(textOf(facts.town) || null);

export interface Sight {
  /** Whether the actor sees the whole district. */
  readonly whole: boolean;
  sees(subject: SubjectCase): boolean;
}

/** Which parties of the district the actor may see here. */
export function sightOf(ctx: Ctx): Sight {
  const scope = scopeFor(ctx, WHAT_IF_RUN);
  if (scope.kind === 'district') return { whole: true, sees: () => true };
  const [towns, parties] = [new Set(scope.towns), new Set(scope.parties)];
  return { whole: false, sees: (subject) => towns.has(textOf(subject.facts.town)) || parties.has(subject.id) };
}
