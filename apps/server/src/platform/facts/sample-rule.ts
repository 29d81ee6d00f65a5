import type { CodeSystem, CollectionSpec, FactSpec } from '@jince/rules';
import type { Ctx } from '../context/context.ts';

const CODES: Readonly<Record<Exclude<CodeSystem, 'place'>, string>> = {
  industry: 'C17',
  ipc: 'H01B',
  strategic: '1.2',
};

/** A literal of the rule language. */
export function literal(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function someCode(ctx: Ctx, { system = 'industry', values = {} }: FactSpec): string {
  return system === 'place' ? (Object.keys(values)[0] ?? ctx.district) : CODES[system];
}

function ofList(ctx: Ctx, spec: FactSpec): string {
  if (spec.of === 'number') return `1 in ${spec.name}`;
  if (spec.of === 'code' && spec.system !== 'place') return `${spec.name}.within([${literal(someCode(ctx, spec))}])`;
  const value = spec.of === 'code' ? someCode(ctx, spec) : (Object.keys(spec.values ?? {})[0] ?? 'US');
  return `${literal(value)} in ${spec.name}`;
}

/** A rule that uses the fact in the most common way: something to begin with. */
export function sampleRule(ctx: Ctx, spec: FactSpec): string {
  switch (spec.type) {
    case 'bool':
      return spec.name;
    case 'number':
      return `${spec.name} >= 1`;
    case 'date':
      return `${spec.name} >= today - years(1)`;
    case 'code':
      return spec.system === 'place'
        ? `${spec.name} == ${literal(someCode(ctx, spec))}`
        : `${spec.name}.within([${literal(someCode(ctx, spec))}])`;
    case 'list':
      return ofList(ctx, spec);
    case 'text': {
      const first = Object.keys(spec.values ?? {})[0];
      return first === undefined ? `${spec.name}.contains('科技')` : `${spec.name} == ${literal(first)}`;
    }
  }
}

/** The same for a collection: a question about its items by their first plain yes or no. */
export function sampleOfCollection(ctx: Ctx, { name, items }: Pick<CollectionSpec, 'name' | 'items'>): string {
  const facts = ctx.services.facts.catalogue.factsOf(items);
  const flag = facts.find((spec) => spec.type === 'bool');
  return flag === undefined ? `size(${name}) >= 1` : `${name}.exists(x, x.${flag.path})`;
}
