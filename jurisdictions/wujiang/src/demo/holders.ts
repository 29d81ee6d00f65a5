import type { Day } from './days.ts';
import type { Party, Population } from './population.ts';
import { drawIndex, type Rng } from './random.ts';

/** Chance that a party owns no patent at all. */
function patentless(party: Party): number {
  if (party.kind === 'university' || party.kind === 'institute') return 0;
  if (party.kind === 'school') return 0.6;
  if (party.kind === 'cooperative' || party.kind === 'individual') return 0.97;
  if (party.kind !== 'enterprise') return 1;
  if (party.highTech) return 0.05;
  if (party.aboveScale) return 0.26;
  return /^[23]/.test(party.profile.industry) || party.profile.industry.startsWith('17') ? 0.62 : 0.86;
}

function patentFactor(party: Party): number {
  if (party.kind === 'university') return 40;
  if (party.kind === 'institute') return 8;
  return (party.highTech ? 3 : 1) * (party.aboveScale ? 2.4 : 1) * Math.min(3, 0.5 + party.staff / 200);
}

/** Chance that a party owns no trademark at all. */
function markless(party: Party): number {
  if (party.kind === 'cooperative') return 0.52;
  if (party.kind === 'individual') return 0.7;
  if (party.kind !== 'enterprise') return 0.8;
  return party.highTech || party.aboveScale ? 0.3 : 0.55;
}

/** No party owns more than a few per cent of the district's patents. */
const MOST = 170;

export const FLAG = { highTech: 1, aboveScale: 2, exporter: 4, liveFirm: 8 } as const;

function flagsOf(party: Party): number {
  const liveFirm = party.kind === 'enterprise' && party.endedOn === undefined;
  return (
    (party.highTech ? FLAG.highTech : 0) +
    (party.aboveScale ? FLAG.aboveScale : 0) +
    (party.exporter ? FLAG.exporter : 0) +
    (liveFirm ? FLAG.liveFirm : 0)
  );
}

/** Heavy tail: most own a few, some own hundreds. */
function pareto(rng: Rng, cap: number): number {
  return Math.min(cap, (1 - rng.next()) ** (-1 / 1.15));
}

/** Weights and life spans of all parties, a few numbers each: who files how often, and when he can. */
export class Holders {
  readonly population: Population;
  #patents: Float64Array;
  #marks: Float64Array;
  #from: Int32Array;
  #until: Int32Array;
  #flags: Uint8Array;

  constructor(population: Population) {
    this.population = population;
    const all = population.size + population.outsiders;
    this.#patents = new Float64Array(all);
    this.#marks = new Float64Array(all);
    this.#from = new Int32Array(all);
    this.#until = new Int32Array(all);
    this.#flags = new Uint8Array(all);
    let patents = 0;
    let marks = 0;
    for (let index = 0; index < all; index++) {
      const party = population.party(index);
      const rng = population.rng('weights', index);
      const outside = index >= population.size;
      if (!rng.chance(outside ? 0 : patentless(party))) {
        const weight = pareto(rng, 100) * (outside ? 0.6 : patentFactor(party));
        patents += Math.min(MOST, Math.max(party.highTech ? 9 : 0, weight));
      }
      if (!rng.chance(outside ? 0 : markless(party))) marks += pareto(rng, 60) * (party.exporter ? 2 : 1);
      this.#patents[index] = patents;
      this.#marks[index] = marks;
      this.#flags[index] = flagsOf(party);
      this.#from[index] = party.establishedOn + 90;
      this.#until[index] = party.endedOn ?? population.asOf;
    }
  }

  /** A party that existed on the day; after sixteen misses any outsider. */
  draw(right: 'patent' | 'trademark', on: Day, rng: Rng): number {
    const totals = right === 'patent' ? this.#patents : this.#marks;
    for (let tries = 0; tries < 16; tries++) {
      const index = drawIndex(totals, rng.next());
      if ((this.#from[index] ?? 0) <= on && on <= (this.#until[index] ?? 0)) return index;
    }
    return this.population.size + rng.int(this.population.outsiders);
  }

  /** Whether any of the flags stands, without making the party. */
  has(index: number, flags: number): boolean {
    return ((this.#flags[index] ?? 0) & flags) !== 0;
  }
}
