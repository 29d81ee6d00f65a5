import { findIndustry, industryChains } from '../industries.ts';
import { buildApplicationNumber } from './codes.ts';
import { type Day, dayOf, startOfYear, yearOf } from './days.ts';
import type { Holders } from './holders.ts';
import { inventAbstract } from './patent-abstract.ts';
import { livePatent, type PatentKind, type PatentLife } from './patent-life.ts';
import { type PlantedText, plantCopies } from './planted-copies.ts';
import type { Party } from './population.ts';
import { permutation, type Rng } from './random.ts';
import { interpolate, Timeline } from './timeline.ts';
import { nameWords, patentWords } from './words.ts';

/** A right holder: a party of the district (or an outsider), or somebody known by name only. */
export type RightHolder = { party: Party } | { party: undefined; name: string };

export type Transfer = { from: RightHolder; to: RightHolder; on: Day };

export type Patent = {
  index: number;
  life: PatentLife;
  /** With dot: `202110123456.7`. */
  applicationNumber: string;
  /** Nine digits shared by the publication and, for an invention, the grant: `CN112345678`. */
  publicationBase: string;
  title: string;
  abstract: string;
  /** Main symbol first; empty for a design. */
  ipc: string[];
  locarno: string | undefined;
  chainLink: string | undefined;
  applicants: RightHolder[];
  holders: RightHolder[];
  transfer: Transfer | undefined;
  address: string;
  inventors: string[];
  agency: string;
  pledgedOn: Day | undefined;
  licensed: boolean;
  abnormal: boolean;
  claims: number;
  citedBy: number;
  familySize: number;
};

/** How much of the patents each export holds first: incoPat, PatSnap, the office's own, the collected list. */
export const SENDER_SHARES = [40, 32, 10, 18];

const KIND_DIGIT: Record<PatentKind, number> = { invention: 1, utility: 2, design: 3 };
/** Publication numbers grow with time: (year, eight digits) of each kind. */
const NUMBER_LINES: Record<PatentKind, [number, number][]> = {
  invention: [
    [2006, 760_000],
    [2010, 1_680_000],
    [2015, 4_400_000],
    [2020, 10_850_000],
    [2023, 15_500_000],
    [2027, 22_900_000],
  ],
  utility: [
    [2006, 760_000],
    [2010, 1_500_000],
    [2015, 4_200_000],
    [2020, 10_000_000],
    [2023, 18_500_000],
    [2027, 25_600_000],
  ],
  design: [
    [2006, 50_000],
    [2010, 1_150_000],
    [2015, 3_050_000],
    [2020, 5_600_000],
    [2023, 7_700_000],
    [2027, 10_000_000],
  ],
};
const NEW_IPC_FROM = dayOf('2024-01-01');
const linkSymbols = new Map(industryChains.flatMap((chain) => chain.links).map((link) => [link.code, link.ipc]));

function kindMix(industry: string): number[] {
  if (/^(?:17|18)/.test(industry)) return [0.25, 0.5, 0.25];
  if (/^(?:28|39|38)/.test(industry)) return [0.42, 0.5, 0.08];
  if (/^(?:73|83|65|75)/.test(industry)) return [0.62, 0.33, 0.05];
  return [0.28, 0.62, 0.1];
}

/** All patents of the demo district in order of filing; each is made alone from its number. */
export class PatentRegister {
  readonly count: number;
  readonly asOf: Day;
  #holders: Holders;
  #timeline: Timeline;
  #shuffle: (i: number) => number;
  #planted: ReadonlyMap<number, PlantedText> | undefined;

  constructor(holders: Holders, count: number, seed: number) {
    this.count = count;
    this.asOf = holders.population.asOf;
    this.#holders = holders;
    this.#timeline = new Timeline(count, this.asOf - 75);
    this.#shuffle = permutation(seed, 'patent-order', count);
  }

  /** The i-th patent in a mixed order, as exports have it. */
  at(i: number): number {
    return this.#shuffle(i);
  }

  #outsideName(rng: Rng): RightHolder {
    const { population } = this.#holders;
    const brand = population.brandOf(population.size + rng.int(population.outsiders));
    const name = rng.pick([
      `江苏${brand}大学`,
      `${brand}理工大学`,
      `浙江${brand}科技有限公司`,
      `上海${brand}研究院`,
      `无锡市${brand}机械有限公司`,
    ]);
    return { party: undefined, name };
  }

  #person(rng: Rng): string {
    const { surnames, given } = nameWords;
    return rng.pick(surnames) + rng.pick(given) + (rng.chance(0.5) ? rng.pick(given) : '');
  }

  /** Agencies of the district do half of the work, one outside most of the rest. */
  #agency(rng: Rng): string {
    const { population } = this.#holders;
    const { from, below } = population.range('agency');
    if (rng.chance(0.5)) return population.party(rng.between(from, below - 1)).name;
    return rng.chance(0.7) ? `苏州${population.brandOf(population.size + rng.int(12))}专利代理事务所（普通合伙）` : '';
  }

  #partner(rng: Rng, on: Day): RightHolder {
    if (rng.chance(0.5)) return this.#outsideName(rng);
    return { party: this.#holders.population.party(this.#holders.draw('patent', on, rng)) };
  }

  #classify(party: Party, kind: PatentKind, filedOn: Day, rng: Rng): Pick<Patent, 'ipc' | 'locarno' | 'chainLink'> {
    const links = findIndustry(party.profile.industry)?.chainLinks ?? [];
    const chainLink = links.length > 0 && rng.chance(0.9) ? rng.pick(links) : undefined;
    if (kind === 'design') {
      return { ipc: [], chainLink, locarno: patentWords.locarno[chainLink?.[0] ?? 'X'] ?? '09-03' };
    }
    const symbolsOf = (link: string): string[] =>
      (linkSymbols.get(link) ?? [])
        .map((pattern) => pattern.symbol)
        .filter((symbol) => filedOn >= NEW_IPC_FROM || !/^H10[DHK]/.test(symbol))
        .map((symbol) => patentWords.subclassExample[symbol] ?? symbol);
    const pool = chainLink === undefined ? patentWords.generalIpc : symbolsOf(chainLink);
    const ipc = new Set([rng.pick(pool)]);
    for (let more = rng.int(4); more > 0; more--)
      ipc.add(rng.pick(rng.chance(0.75) || links.length === 0 ? pool : symbolsOf(rng.pick(links))));
    return { ipc: [...ipc], chainLink, locarno: undefined };
  }

  #title(kind: PatentKind, chainLink: string | undefined, rng: Rng): string {
    const term = rng.pick(patentWords.terms[chainLink ?? 'X'] ?? patentWords.terms.X ?? []);
    if (kind === 'design') return `${term}（${rng.pick(patentWords.designStyles)}）`;
    const quality = rng.chance(0.75) ? rng.pick(patentWords.qualities) : '';
    return `一种${quality}${term}${kind === 'invention' ? rng.pick(patentWords.inventionTails) : ''}`;
  }

  /** A patent as it comes, or with the text planted in its place. */
  patent(index: number): Patent {
    const { population } = this.#holders;
    this.#planted ??= plantCopies({
      count: this.count,
      make: (at) => this.#make(at),
      told: (at) => population.rng('patent-sender', at).weighted(SENDER_SHARES) === 0,
      rng: (at) => population.rng('abstract', at),
    });
    return { ...this.#make(index), ...this.#planted.get(index) };
  }

  #make(index: number): Patent {
    const population = this.#holders.population;
    const rng = population.rng('patent', index);
    const moment = this.#timeline.momentOf(index);
    const filedOn = Math.floor(moment);
    const owner = population.party(this.#holders.draw('patent', filedOn, rng));
    const kind =
      (['invention', 'utility', 'design'] as const)[rng.weighted(kindMix(owner.profile.industry))] ?? 'utility';
    const life = livePatent(kind, filedOn, this.asOf, rng);
    const year = yearOf(filedOn);
    const yearFraction = (moment - startOfYear(year)) / (startOfYear(year + 1) - startOfYear(year));
    const yearMoment = year + yearFraction;
    const individual = rng.chance(0.02);
    const first: RightHolder = individual ? { party: undefined, name: this.#person(rng) } : { party: owner };
    const applicants = [first];
    if (rng.chance(owner.kind === 'enterprise' ? 0.055 : 0.2)) applicants.push(this.#partner(rng, filedOn));
    if (applicants.length === 2 && rng.chance(0.15)) applicants.push(this.#partner(rng, filedOn));
    const granted = life.grantedOn;
    let transfer: Transfer | undefined;
    if (granted !== undefined && granted < this.asOf - 200 && rng.chance(0.045)) {
      const on = granted + rng.between(90, Math.max(91, this.asOf - granted - 60));
      if (on < (life.end?.on ?? this.asOf)) transfer = { from: first, to: this.#partner(rng, on), on };
    }
    const { ipc, locarno, chainLink } = this.#classify(owner, kind, filedOn, rng);
    const serial = Math.floor(
      yearFraction * (kind === 'design' ? 900_000 : kind === 'utility' ? 3_300_000 : 1_850_000),
    );
    const number = Math.floor(interpolate(NUMBER_LINES[kind], yearMoment + 0.9));
    const oldAddress = yearMoment < 2012.9;
    const address = oldAddress ? owner.address.replace(/^苏州市吴江区(?=..镇)/, '江苏省吴江市') : owner.address;
    const title = this.#title(kind, chainLink, rng);
    return {
      index,
      life,
      applicationNumber: buildApplicationNumber(year, KIND_DIGIT[kind], serial),
      publicationBase: `CN${KIND_DIGIT[kind]}${String(number).padStart(8, '0')}`,
      title,
      abstract: inventAbstract(title, kind, population.rng('abstract', index)),
      ipc,
      locarno,
      chainLink,
      applicants,
      holders: transfer ? [transfer.to, ...applicants.slice(1)] : applicants,
      transfer,
      address: rng.chance(0.3) ? `215200 ${address}` : address,
      inventors: Array.from({ length: rng.between(1, 5) }, () => this.#person(rng)),
      agency: this.#agency(rng),
      pledgedOn: granted !== undefined && rng.chance(0.02) ? granted + 200 : undefined,
      licensed: granted !== undefined && rng.chance(0.02),
      abnormal: life.end?.reason === 'withdrawn' && filedOn > dayOf('2019-01-01') && rng.chance(0.18),
      claims: kind === 'design' ? 0 : rng.between(3, 12),
      citedBy: Math.floor(-Math.log(1 - rng.next()) * 2),
      familySize: rng.chance(0.06) ? rng.between(2, 6) : 1,
    };
  }

  /** Publication number and date shown on a day: the newest document by then. */
  publicationOn(patent: Patent, day: Day): { number: string; on: Day } | undefined {
    const { life, publicationBase } = patent;
    if (life.grantedOn !== undefined && life.grantedOn <= day) {
      const letters: Record<PatentKind, [string, string]> = {
        invention: ['C', 'B'],
        utility: ['Y', 'U'],
        design: ['D', 'S'],
      };
      const [before, since] = letters[life.kind];
      return {
        number: `${publicationBase}${life.grantedOn >= dayOf('2010-04-07') ? since : before}`,
        on: life.grantedOn,
      };
    }
    if (life.publishedOn !== undefined && life.publishedOn <= day)
      return { number: `${publicationBase}A`, on: life.publishedOn };
    return undefined;
  }
}
