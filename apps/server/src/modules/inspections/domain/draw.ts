import { createHash } from 'node:crypto';

/** An object that may be drawn. Weight is whole tickets: more of them, more chances. */
export interface DrawObject {
  readonly key: string;
  readonly name: string;
  readonly tickets: number;
  /** Which weight applies and why. */
  readonly grade: string;
  /** Why it is not drawn from. */
  readonly excluded: string | null;
}
export interface DrawOfficer {
  readonly key: string;
  readonly name: string;
  readonly unit: string | null;
  readonly certificateNo: string | null;
  readonly excluded: string | null;
}
/** An officer who may not check an object, and why. */
export interface DrawConflict {
  readonly object: string;
  readonly officer: string;
  readonly reason: string;
}
export interface DrawLists {
  /** The first one hashed the reasons as well; draws of its time keep their hash. */
  readonly algorithm: 'jince-draw-1' | 'jince-draw-2';
  readonly count: number;
  readonly officersPerObject: number;
  readonly objects: readonly DrawObject[];
  readonly officers: readonly DrawOfficer[];
  readonly conflicts: readonly DrawConflict[];
}
export interface DrawnObject {
  readonly object: string;
  /** The smallest of its tickets, which won. */
  readonly ticket: string;
  /** Empty when conflicts leave too few officers: a person assigns them then. */
  readonly officers: readonly string[];
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** JSON with keys in order of code points and no spaces: one text for one value. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`).join(',')}}`;
}

/** Why somebody is left out stays inside: reasons name relatives, and checks that nobody has been told of yet. */
const LEFT_OUT = 'excluded';

/** The lists as everyone may read them: the same draw, without a reason of anything. */
interface PublicDrawLists extends Omit<DrawLists, 'conflicts'> {
  readonly conflicts: readonly { readonly object: string; readonly officer: string }[];
}

const withoutReason = <T extends { readonly excluded: string | null }>(one: T): T => ({
  ...one,
  excluded: one.excluded === null ? null : LEFT_OUT,
});

export const publicLists = (lists: DrawLists): PublicDrawLists => ({
  ...lists,
  objects: lists.objects.map(withoutReason),
  officers: lists.officers.map(withoutReason),
  conflicts: lists.conflicts.map(({ object, officer }) => ({ object, officer })),
});

/** Binds the lists as everyone may read them, so that everyone can check it. */
export const hashLists = (lists: DrawLists): string =>
  sha256(canonicalText(lists.algorithm === 'jince-draw-1' ? lists : publicLists(lists)));

/** Nobody chooses it alone: the secret was committed to before the public text was known. */
export const seedOf = (secret: string, publicText: string, listHash: string): string =>
  sha256(`${secret}|${publicText}|${listHash}`);

/** The smallest ticket of an object. */
function bestTicket(seed: string, object: DrawObject): string {
  let best = '';
  for (let n = 1; n <= object.tickets; n++) {
    const ticket = sha256(`${seed}|object|${object.key}|${n}`);
    if (best === '' || ticket < best) best = ticket;
  }
  return best;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Draws objects and officers from the lists by the seed: same lists and seed, same result, on any machine. The objects with the
 * smallest tickets are drawn, in that order; each gets the officers with fewest objects so far and, among these, the smallest tickets.
 */
export function draw(lists: DrawLists, seed: string): DrawnObject[] {
  const objects = lists.objects
    .filter((object) => object.excluded === null && object.tickets > 0)
    .map((object) => ({ object: object.key, ticket: bestTicket(seed, object) }))
    .toSorted((a, b) => byText(a.ticket, b.ticket))
    .slice(0, lists.count);
  const officers = lists.officers.filter((officer) => officer.excluded === null).map((officer) => officer.key);
  const barred = new Set(lists.conflicts.map((one) => `${one.object}|${one.officer}`));
  const load = new Map(officers.map((key) => [key, 0]));
  return objects.map(({ object, ticket }) => {
    const ranked = officers
      .filter((officer) => !barred.has(`${object}|${officer}`))
      .map((officer) => ({
        officer,
        load: load.get(officer) ?? 0,
        ticket: sha256(`${seed}|officer|${object}|${officer}`),
      }))
      .toSorted((a, b) => a.load - b.load || byText(a.ticket, b.ticket));
    const chosen = ranked.slice(0, lists.officersPerObject).map((one) => one.officer);
    if (chosen.length < lists.officersPerObject) return { object, ticket, officers: [] };
    for (const officer of chosen) load.set(officer, (load.get(officer) ?? 0) + 1);
    return { object, ticket, officers: chosen };
  });
}
