import { type IpcSymbol, parseIpc } from '@jince/identifiers';
import type { StrategicCondition } from '@jince/law';

/** A table of strategic industries: the shipped one, or the office's own. */
export interface StrategicSource {
  readonly industries: readonly {
    readonly code: string;
    readonly name: string;
    readonly conditions: readonly StrategicCondition[];
  }[];
  /** Places of a newer IPC → the main group of the table's edition they came from. */
  readonly newer: Readonly<Record<string, string>>;
}

/**
 * How the industries of a patent are known. ipc: a condition asks for IPC alone. ipc-keyword: every condition met also asks
 * for keywords, which IPC cannot decide, or was met through an older edition of IPC: a candidate.
 */
export type StrategicBasis = 'sender' | 'ipc' | 'ipc-keyword';

export interface StrategicHit {
  readonly code: string;
  readonly name: string;
  /** Symbol of the patent that met the condition, and the pattern that says so. */
  readonly symbol: string;
  readonly pattern: string;
  readonly keywords: readonly string[];
  readonly certain: boolean;
}

export interface StrategicMatcher {
  /** Codes in the order of the table; of certain hits where there are any, else of candidates. */
  classify(ipc: readonly string[]): { codes: string[]; basis: 'ipc' | 'ipc-keyword' | null };
  /** Every condition a patent meets, the certain ones first. */
  explain(ipc: readonly string[]): StrategicHit[];
}

interface Condition {
  readonly code: string;
  readonly name: string;
  readonly keywords: readonly string[];
  readonly order: number;
}

interface Pattern {
  readonly condition: number;
  readonly excludes: boolean;
  readonly text: string;
}

interface Met {
  readonly condition: Condition;
  readonly symbol: string;
  readonly pattern: string;
  readonly certain: boolean;
}

const CACHE_SIZE = 100_000;

/**
 * The places in the index a symbol is looked up at, from the widest: section, class, subclass, main group (with star), and the
 * symbol itself. Compared part by part: H04L1* is the key 'H04L1*', which no symbol of H04L 12 has.
 */
function placesOf(symbol: IpcSymbol): string[] {
  const places = [`${symbol.section}*`];
  if (symbol.class === undefined) return places;
  const upToClass = symbol.section + symbol.class;
  places.push(`${upToClass}*`);
  if (symbol.subclass === undefined) return places;
  const subclass = upToClass + symbol.subclass;
  places.push(`${subclass}*`);
  if (symbol.mainGroup === undefined) return [...places, subclass];
  places.push(`${subclass}${symbol.mainGroup}*`, `${subclass}${symbol.mainGroup}/${symbol.subgroup ?? '00'}`);
  return places;
}

/** The place a pattern of the table stands at. @throws RangeError for what is no pattern */
function placeOfPattern(pattern: string): string {
  const open = pattern.endsWith('*');
  const parsed = parseIpc(open ? pattern.slice(0, -1) : pattern);
  if (!parsed.ok || (open && parsed.subgroup !== undefined)) throw new RangeError(`Not an IPC pattern: "${pattern}"`);
  const places = placesOf(parsed);
  if (!open) return places.at(-1) as string;
  return parsed.mainGroup === undefined
    ? (places.findLast((place) => place.endsWith('*')) as string)
    : (places.at(-2) as string);
}

/** The symbol of the table's edition a newer one came from. */
function olderSymbol(symbol: IpcSymbol, newer: StrategicSource['newer']): IpcSymbol | undefined {
  const subclass = `${symbol.section}${symbol.class ?? ''}${symbol.subclass ?? ''}`;
  const older = newer[`${subclass}${symbol.mainGroup ?? ''}`] ?? newer[subclass];
  const parsed = older === undefined ? undefined : parseIpc(older);
  return parsed?.ok ? parsed : undefined;
}

/**
 * Compiles a table into a matcher. A symbol meets a condition when the most particular of its patterns that cover it is an
 * include: an exact include wins over an exact exclude of the same condition, an exact exclude over a subclass it lies in.
 * @throws RangeError for a pattern that is no IPC
 */
export function createStrategicMatcher(table: StrategicSource): StrategicMatcher {
  const conditions: Condition[] = [];
  const index = new Map<string, Pattern[]>();
  for (const { code, name, conditions: own } of table.industries) {
    for (const { include, exclude, keywords } of own) {
      const condition = conditions.length;
      conditions.push({ code, name, keywords, order: condition });
      for (const [patterns, excludes] of [
        [exclude, true],
        [include, false],
      ] as const) {
        for (const text of patterns) {
          const place = placeOfPattern(text);
          index.set(place, [...(index.get(place) ?? []), { condition, excludes, text }]);
        }
      }
    }
  }
  const known = new Map<string, readonly Met[]>();
  const look = (symbol: string): readonly Met[] => {
    let met = known.get(symbol);
    if (met === undefined) {
      met = meet(symbol, table, index, conditions);
      if (known.size > CACHE_SIZE) known.clear();
      known.set(symbol, met);
    }
    return met;
  };
  return {
    classify(ipc) {
      const met = ipc.flatMap(look);
      const certain = met.filter((one) => one.certain);
      const counted = certain.length > 0 ? certain : met;
      if (counted.length === 0) return { codes: [], basis: null };
      const ordered = [...counted].sort((a, b) => a.condition.order - b.condition.order);
      return {
        codes: [...new Set(ordered.map((one) => one.condition.code))],
        basis: certain.length > 0 ? 'ipc' : 'ipc-keyword',
      };
    },
    explain: (ipc) =>
      [...new Set(ipc)]
        .flatMap(look)
        .sort((a, b) => Number(b.certain) - Number(a.certain) || a.condition.order - b.condition.order)
        .map(({ condition, symbol, pattern, certain }) => ({
          code: condition.code,
          name: condition.name,
          symbol,
          pattern,
          keywords: condition.keywords,
          certain,
        })),
  };
}

function meet(
  text: string,
  table: StrategicSource,
  index: ReadonlyMap<string, readonly Pattern[]>,
  conditions: readonly Condition[],
): Met[] {
  const parsed = parseIpc(text);
  if (!parsed.ok) return [];
  const older = olderSymbol(parsed, table.newer);
  return [
    ...meetPlaces(placesOf(parsed), index).map((one) => ({ ...one, direct: true })),
    ...(older === undefined ? [] : meetPlaces(placesOf(older), index).map((one) => ({ ...one, direct: false }))),
  ].map(({ condition: at, pattern, direct }) => {
    const condition = conditions[at] as Condition;
    return { condition, symbol: parsed.value, pattern, certain: direct && condition.keywords.length === 0 };
  });
}

/** Walks from the widest place to the narrowest: what the narrowest says of a condition holds. */
function meetPlaces(
  places: readonly string[],
  index: ReadonlyMap<string, readonly Pattern[]>,
): { condition: number; pattern: string }[] {
  const verdict = new Map<number, Pattern>();
  // Within a place excludes stand before includes of the same condition, so that an include wins.
  for (const place of places) for (const pattern of index.get(place) ?? []) verdict.set(pattern.condition, pattern);
  return [...verdict.values()]
    .filter((pattern) => !pattern.excludes)
    .map((pattern) => ({ condition: pattern.condition, pattern: pattern.text }));
}

/**
 * Codes of what a sender states: '1.2 (电子核心产业)' → 1.2, '新材料产业' → 3 by the names of the table; unknown words are
 * left out.
 */
export function statedCodes(
  texts: readonly string[],
  industries: StrategicSource['industries'],
  sectors: Readonly<Record<string, string>>,
): string[] {
  const bare = (text: string) => text.replace(/产业$|（.*?）|\(.*?\)|\s/g, '');
  const byName = new Map<string, string>([
    ...Object.entries(sectors).map(([code, name]) => [bare(name), code] as const),
    ...industries.map(({ code, name }) => [bare(name), code] as const),
  ]);
  const codes = texts.map((text) => /^[1-9](?:\.\d{1,2}){0,3}(?!\d)/.exec(text.trim())?.[0] ?? byName.get(bare(text)));
  return [...new Set(codes.filter((code) => code !== undefined))];
}
