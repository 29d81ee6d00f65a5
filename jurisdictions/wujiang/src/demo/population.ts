import { getTown, towns } from '../places.ts';
import { buildUscc, USCC_ALPHABET } from './codes.ts';
import { type Day, dayOf } from './days.ts';
import { addressIn } from './party-address.ts';
import {
  composeName,
  DISTRICT_RENAMED_ON,
  type FormerName,
  formerNamesOf,
  legalFormOf,
  type NameParts,
  type PartyKind,
  partsOf,
} from './party-name.ts';
import { permutation, Rng } from './random.ts';
import { type IndustryProfile, nameWords, profiles, USES } from './words.ts';

export type Party = {
  index: number;
  kind: PartyKind;
  uscc: string;
  name: string;
  parts: NameParts;
  /** Earlier names, oldest first, each valid until the day its successor began. */
  formerNames: FormerName[];
  legalForm: string;
  status: '存续' | '在业' | '注销' | '吊销' | '迁出';
  establishedOn: Day;
  endedOn: Day | undefined;
  townCode: string;
  address: string;
  profile: IndustryProfile;
  /** 万元 */
  capital: number;
  staff: number;
  highTech: boolean;
  aboveScale: boolean;
  exporter: boolean;
};

const NEW_CODES_ON = dayOf('2015-10-01');
const KINDS: { kind: PartyKind; perThousand: number; atLeast: number }[] = [
  { kind: 'cooperative', perThousand: 60, atLeast: 6 },
  { kind: 'individual', perThousand: 26, atLeast: 4 },
  { kind: 'school', perThousand: 4.8, atLeast: 2 },
  { kind: 'agency', perThousand: 3, atLeast: 2 },
  { kind: 'institute', perThousand: 2.4, atLeast: 2 },
  { kind: 'bank', perThousand: 2.4, atLeast: 2 },
  { kind: 'insurer', perThousand: 1, atLeast: 1 },
  { kind: 'university', perThousand: 0.4, atLeast: 1 },
];
const CODE_SPACE = 31 ** 5;
const CACHED = 20_000;
const profilesByUse = new Map(
  USES.map((use) => {
    const suited = profiles.filter((profile) => profile.use === use);
    return [use, { suited, weights: suited.map((profile) => (use === 'enterprise' ? profile.weight : 1)) }];
  }),
);
const MANUFACTURING = /^(?:1[78]|2[0-9]|3[0-9])/;

/**
 * The parties of the demo district. Every party is made from the seed and its number alone, so nothing is kept in memory.
 * Numbers from `size` on are outsiders: firms that own rights but stand in no register.
 */
export class Population {
  readonly size: number;
  readonly outsiders: number;
  readonly asOf: Day;
  #seed: number;
  #limits: { kind: PartyKind; below: number }[] = [];
  #brandOf: (i: number) => number;
  #twoOf: (i: number) => number;
  #threeOf: (i: number) => number;
  #codeOf: (i: number) => number;
  #twoCount: number;
  #cache = new Map<number, Party>();

  /** Throws a RangeError when there are not enough invented names (about 350,000). */
  constructor(seed: number, size: number, asOf: Day) {
    this.#seed = seed;
    this.size = size;
    this.asOf = asOf;
    this.outsiders = Math.ceil(size * 0.04) + 20;
    const all = size + this.outsiders;
    const { first, second, third } = nameWords;
    const two = first.length * second.length;
    this.#twoCount = Math.min(Math.floor(two * 0.9), Math.floor(all * 0.75));
    if (all - this.#twoCount > two * third.length) throw new RangeError('规模过大：虚构字号不够用');
    this.#brandOf = permutation(seed, 'brand', all);
    this.#twoOf = permutation(seed, 'brand-two', two);
    this.#threeOf = permutation(seed, 'brand-three', two * third.length);
    this.#codeOf = permutation(seed, 'organisation-code', CODE_SPACE);
    let below = 0;
    for (const { kind, perThousand, atLeast } of KINDS) {
      below += Math.max(atLeast, Math.round((size * perThousand) / 1000));
      this.#limits.push({ kind, below });
    }
  }

  rng(stream: string, index: number): Rng {
    return new Rng(this.#seed, stream, index);
  }

  kindOf(index: number): PartyKind {
    if (index >= this.size) return 'enterprise';
    return this.#limits.find((limit) => index < limit.below)?.kind ?? 'enterprise';
  }

  brandOf(index: number): string {
    const { first, second, third } = nameWords;
    const at = this.#brandOf(index);
    const triple = at >= this.#twoCount;
    const code = triple ? this.#threeOf(at - this.#twoCount) : this.#twoOf(at);
    const pair = triple ? Math.floor(code / third.length) : code;
    const brand = `${first[Math.floor(pair / second.length)]}${second[pair % second.length]}`;
    return triple ? brand + third[code % third.length] : brand;
  }

  /** About 3 in 100 enterprises share brand and trade with the one before them: homonyms that must never be merged. */
  homonymOf(index: number): number | undefined {
    const able = index % 2 === 1 && this.kindOf(index) === 'enterprise' && this.kindOf(index - 1) === 'enterprise';
    return able && index < this.size && this.rng('homonym', index).chance(0.06) ? index - 1 : undefined;
  }

  #profile(kind: PartyKind, rng: Rng): IndustryProfile {
    const use = kind === 'individual' ? 'enterprise' : kind;
    const { suited, weights } = profilesByUse.get(use) ?? { suited: [], weights: [] };
    const chosen = suited[rng.weighted(weights)];
    if (!chosen) throw new RangeError(`no industry profile for ${use}`);
    return chosen;
  }

  #uscc(kind: PartyKind, index: number, establishedOn: Day, rng: Rng): string {
    const first = { cooperative: '93', individual: '92', school: '12', university: '12', institute: '12' } as const;
    const prefix = kind in first ? first[kind as keyof typeof first] : '91';
    const code = this.#codeOf(index);
    let organisation: string;
    if (establishedOn < NEW_CODES_ON) organisation = String(10_000_000 + code).padStart(8, '0');
    else {
      let tail = '';
      for (let rest = code, k = 0; k < 5; k++, rest = Math.floor(rest / 31))
        tail = (USCC_ALPHABET[rest % 31] ?? '0') + tail;
      organisation = `MA${rng.pick('1247')}${tail}`;
    }
    const authority = rng.chance(0.94) ? '320509' : rng.chance(0.8) ? '320500' : '320000';
    return buildUscc(prefix, authority, organisation);
  }

  /** Parties of one kind stand together: the numbers from `from` to before `below`. */
  range(kind: PartyKind): { from: number; below: number } {
    const at = this.#limits.findIndex((limit) => limit.kind === kind);
    const from = this.#limits[at < 0 ? this.#limits.length - 1 : at - 1]?.below ?? 0;
    return { from, below: this.#limits[at]?.below ?? this.size };
  }

  #nameOf(
    index: number,
    party: { kind: PartyKind; townCode: string; trade: string; old: boolean; size: number },
    rng: Rng,
  ): NameParts {
    const base = this.homonymOf(index);
    const { kind, trade, old } = party;
    const town = getTown(party.townCode).shortName;
    const parts = partsOf({ kind, brand: this.brandOf(base ?? index), trade, town, old, large: party.size > 5 }, rng);
    if (base === undefined) return parts;
    const taken = this.party(base).parts.prefix;
    const prefix = ['苏州', '江苏', '苏州市', '苏州市吴江区'].find((one) => one !== taken) ?? '吴江';
    return { ...parts, prefix, bracketPlace: '', form: '有限公司' };
  }

  #townOf(profile: IndustryProfile, rng: Rng): string {
    if (rng.chance(0.12)) return rng.pick(towns).code;
    return profile.townCodes[rng.weighted(profile.townWeights)] ?? '320509001';
  }

  /** Heavy owners are asked for again and again: a bounded cache spares making them anew. */
  party(index: number): Party {
    const known = this.#cache.get(index);
    if (known) return known;
    const party = this.#make(index);
    if (this.#cache.size >= CACHED) this.#cache.clear();
    this.#cache.set(index, party);
    return party;
  }

  #make(index: number): Party {
    const kind = this.kindOf(index);
    const base = this.homonymOf(index);
    const rng = this.rng('party', index);
    const original = base === undefined ? undefined : this.party(base);
    const profile = original?.profile ?? this.#profile(kind, rng);
    const townCode = this.#townOf(profile, rng);
    const years = 30 * (1 - rng.next() ** 0.62) + 0.4;
    const establishedOn = Math.floor(this.asOf - years * 365.25);
    const old = establishedOn < DISTRICT_RENAMED_ON;
    const trade = original?.parts.trade ?? rng.pick(profile.trades);
    const size = Math.exp(rng.normal() * (kind === 'individual' ? 0.6 : 1.25)) * (kind === 'individual' ? 0.1 : 1);
    const parts = this.#nameOf(index, { kind, townCode, trade, old, size }, rng);
    const industrial = kind === 'enterprise' && MANUFACTURING.test(profile.industry);
    const service = kind === 'enterprise' && /^(?:6513|7320|7519)$/.test(profile.industry);
    const ended = rng.chance(kind === 'individual' ? 0.2 : kind === 'enterprise' ? 0.12 : 0.02) && years > 2;
    const live = rng.chance(0.7) ? '存续' : '在业';
    const endings = kind === 'enterprise' ? (['注销', '注销', '注销', '吊销', '迁出'] as const) : (['注销'] as const);
    const open = !ended && years > 1.5;
    const able = open && (industrial || service) && parts.form !== '厂';
    return {
      index,
      kind,
      uscc: this.#uscc(kind, index, establishedOn, rng),
      name: composeName(parts),
      parts,
      formerNames: kind === 'enterprise' && !original ? formerNamesOf(parts, establishedOn, this.asOf, rng) : [],
      legalForm: legalFormOf(kind, parts, rng.chance(0.5)),
      status: ended ? rng.pick(endings) : live,
      establishedOn,
      endedOn: ended ? Math.floor(establishedOn + 366 + rng.next() * (this.asOf - establishedOn - 367)) : undefined,
      townCode,
      address: addressIn(townCode, old && rng.chance(0.3), rng),
      profile,
      capital: Math.max(3, Math.round((size * 260) / 10) * 10),
      staff: Math.max(1, Math.round(size * (industrial ? 22 : 7))),
      aboveScale: open && industrial && rng.chance(size > 2 ? 0.6 : size > 1 ? 0.26 : 0.03),
      highTech: able && rng.chance(size > 2 ? 0.36 : size > 0.8 ? 0.17 : 0.05),
      exporter: kind === 'enterprise' && !ended && rng.chance(profile.exportShare * Math.min(1.2, 0.3 + size * 0.3)),
    };
  }
}
