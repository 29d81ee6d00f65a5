import { getTown, towns } from '../places.ts';
import { buildUscc, USCC_ALPHABET } from './codes.ts';
import { addYears, type Day, dayOf } from './days.ts';
import { permutation, Rng } from './random.ts';
import { type IndustryProfile, nameWords, profiles, type Use } from './words.ts';

export type PartyKind = Use | 'individual';

export type NameParts = { prefix: string; brand: string; trade: string; bracketPlace: string; form: string };

export type Party = {
  index: number;
  kind: PartyKind;
  uscc: string;
  name: string;
  parts: NameParts;
  /** Earlier names, oldest first, each valid until the day its successor began. */
  formerNames: { name: string; until: Day }[];
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

const RENAMED_ON = dayOf('2012-10-29');
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
    const suited = profiles.filter((profile) => profile.use === use);
    const weights = suited.map((profile) => (use === 'enterprise' ? profile.weight : 1));
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

  #address(townCode: string, old: boolean, rng: Rng): string {
    const town = getTown(townCode);
    const merged = town.aliases.filter((alias) => alias.kind === 'merged' && alias.name.endsWith('镇'));
    const place = old && merged.length > 0 && rng.chance(0.5) ? rng.pick(merged).name : town.name;
    const prefix = old ? rng.pick(['江苏省吴江市', '吴江市', '江苏省苏州市吴江市']) : '苏州市吴江区';
    return `${prefix}${place}${rng.pick(nameWords.roads)}${rng.between(1, 1999)}号`;
  }

  #parts(index: number, kind: PartyKind, town: string, rng: Rng, context: { old: boolean; trade: string }): NameParts {
    const brand = this.brandOf(index);
    const { old, trade } = context;
    const plain = { brand, trade, bracketPlace: '' };
    switch (kind) {
      case 'cooperative':
        return { ...plain, prefix: old ? `吴江市${town}` : `苏州市吴江区${town}`, form: '专业合作社' };
      case 'individual':
        return { ...plain, prefix: `吴江区${town}`, form: rng.pick(['经营部', '商行', '加工厂', '工作室']) };
      case 'school':
        return { ...plain, prefix: '苏州市吴江区', form: '' };
      case 'university':
        return { ...plain, prefix: '苏州', form: '' };
      case 'institute':
        return { ...plain, prefix: '苏州', form: '' };
      case 'bank':
        return { ...plain, prefix: '江苏吴江', form: rng.pick(['股份有限公司', '有限责任公司']) };
      case 'insurer':
        return { ...plain, prefix: '', form: '股份有限公司苏州市吴江支公司' };
      default:
    }
    if (rng.chance(0.06)) {
      const bracketPlace = rng.pick(['苏州', '吴江', '江苏']);
      return { ...plain, prefix: '', bracketPlace, form: '有限公司' };
    }
    const prefix = old
      ? rng.pick(['吴江市', '吴江市', '吴江市', '苏州', '江苏', '吴江'])
      : rng.pick(['苏州市', '苏州', '苏州', '苏州市吴江区', '苏州市吴江区', '江苏', '吴江']);
    if (rng.chance(0.08)) return { ...plain, prefix: `${prefix}${/[市区]$/.test(prefix) ? town : ''}`, form: '厂' };
    return { ...plain, prefix, form: rng.chance(0.93) ? '有限公司' : rng.pick(['有限责任公司', '股份有限公司']) };
  }

  party(index: number): Party {
    const kind = this.kindOf(index);
    const base = this.homonymOf(index);
    const rng = this.rng('party', index);
    const original = base === undefined ? undefined : this.party(base);
    const profile = original?.profile ?? this.#profile(kind, rng);
    const townCodes = Object.keys(profile.towns);
    const anywhere = rng.chance(0.12);
    const townCode = anywhere
      ? rng.pick(towns).code
      : (townCodes[rng.weighted(Object.values(profile.towns))] ?? '320509001');
    const years = 30 * (1 - rng.next() ** 0.62) + 0.4;
    const establishedOn = Math.floor(this.asOf - years * 365.25);
    const old = establishedOn < RENAMED_ON;
    const town = getTown(townCode).shortName;
    const trade = original?.parts.trade ?? rng.pick(profile.trades);
    let parts = this.#parts(original ? (base ?? index) : index, kind, town, rng, { old, trade });
    if (original) {
      const prefix = ['苏州', '江苏', '苏州市', '苏州市吴江区'].find((one) => one !== original.parts.prefix) ?? '吴江';
      parts = { ...parts, prefix, bracketPlace: '', form: '有限公司' };
    }
    const name = composeName(parts);
    const size = Math.exp(rng.normal() * 1.25);
    const industrial = kind === 'enterprise' && MANUFACTURING.test(profile.industry);
    const age = (this.asOf - establishedOn) / 365.25;
    const ended = rng.chance(kind === 'individual' ? 0.2 : kind === 'enterprise' ? 0.12 : 0.02) && age > 2;
    const status = ended
      ? rng.pick(['注销', '注销', '注销', '吊销', '迁出'] as const)
      : rng.chance(0.7)
        ? '存续'
        : '在业';
    const service = kind === 'enterprise' && /^(?:6513|7320|7519)$/.test(profile.industry);
    return {
      index,
      kind,
      uscc: this.#uscc(kind, index, establishedOn, rng),
      name,
      parts,
      formerNames: kind === 'enterprise' && !original ? this.#formerNames(parts, establishedOn, rng) : [],
      legalForm: legalFormOf(kind, parts.form, parts.bracketPlace !== '' && rng.chance(0.5)),
      status,
      establishedOn,
      endedOn: ended
        ? Math.floor(addYears(establishedOn, 1) + rng.next() * (this.asOf - addYears(establishedOn, 1)))
        : undefined,
      townCode,
      address: this.#address(townCode, old && rng.chance(0.3), rng),
      profile,
      capital: Math.max(3, Math.round((size * 260) / 10) * 10),
      staff: Math.max(1, Math.round(size * (industrial ? 22 : 7))),
      aboveScale: industrial && !ended && age > 1.5 && rng.chance(size > 2 ? 0.6 : size > 1 ? 0.26 : 0.03),
      highTech:
        !ended && age > 1.5 && (industrial || service) && rng.chance(size > 2 ? 0.34 : size > 0.8 ? 0.16 : 0.05),
      exporter: kind === 'enterprise' && !ended && rng.chance(profile.exportShare * Math.min(1.2, 0.3 + size * 0.3)),
    };
  }

  #formerNames(parts: NameParts, establishedOn: Day, rng: Rng): Party['formerNames'] {
    const names: Party['formerNames'] = [];
    const after = (from: Day): Day => Math.floor(from + 200 + rng.next() * Math.max(1, this.asOf - from - 400));
    if (establishedOn < RENAMED_ON && /^苏州|^江苏/.test(parts.prefix) && rng.chance(0.45))
      names.push({ name: composeName({ ...parts, prefix: '吴江市' }), until: after(RENAMED_ON) });
    else if (parts.form === '股份有限公司' && rng.chance(0.7))
      names.push({ name: composeName({ ...parts, form: '有限公司' }), until: after(establishedOn) });
    else if (rng.chance(0.04) && !/厂$/.test(parts.form))
      names.push({
        name: composeName({ ...parts, trade: rng.pick(['实业', '工贸', '制品']) }),
        until: after(establishedOn),
      });
    return names.filter((former) => former.until < this.asOf - 30 && former.until > establishedOn);
  }
}

/** `X电子（苏州）有限公司` when the place stands in brackets, else place, brand, trade, form. */
export function composeName(parts: NameParts): string {
  const place = parts.bracketPlace === '' ? '' : `（${parts.bracketPlace}）`;
  return `${parts.prefix}${parts.brand}${parts.trade}${place}${parts.form}`;
}

function legalFormOf(kind: PartyKind, form: string, foreign: boolean): string {
  if (kind === 'cooperative') return '农民专业合作社';
  if (kind === 'individual') return '个体工商户';
  if (kind === 'school' || kind === 'university' || kind === 'institute') return '事业单位';
  if (form === '厂') return '个人独资企业';
  if (form.startsWith('股份')) return '股份有限公司';
  return foreign ? '有限责任公司（外商投资）' : '有限责任公司';
}
