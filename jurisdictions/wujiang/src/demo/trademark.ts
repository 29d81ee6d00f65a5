import markData from '../../data/demo/mark-words.json' with { type: 'json' };
import { addMonths, addYears, type Day, dayOf, isoOf, startOfYear, yearOf } from './days.ts';
import type { Holders } from './holders.ts';
import type { Party } from './population.ts';
import { permutation, type Rng } from './random.ts';
import { interpolate, Timeline } from './timeline.ts';
import { nameWords } from './words.ts';

export type MarkStatus = '商标已注册' | '商标申请中' | '初审公告' | '驳回' | '无效' | '撤销' | '注销';

/** One application; it covers one or several classes. */
export type Trademark = {
  index: number;
  number: string;
  name: string;
  classes: number[];
  applicants: Party[];
  filedOn: Day;
  preliminaryOn: Day | undefined;
  registeredOn: Day | undefined;
  expiresOn: Day | undefined;
  status: MarkStatus;
};

/** Registration numbers grow with time: (year, number). */
const NUMBER_LINE: [number, number][] = [
  [2006, 5_100_000],
  [2010, 8_000_000],
  [2013, 12_000_000],
  [2016, 18_900_000],
  [2018, 28_500_000],
  [2020, 43_400_000],
  [2022, 61_800_000],
  [2024, 76_000_000],
  [2027, 91_000_000],
];
/** Issue 1348 of the gazette is of 2013-02-20; four issues a month since. */
const ISSUE = { number: 1348, month: 2013 * 12 + 1, quarter: 2 };
const GAZETTE_DAYS = [6, 13, 20, 27];

export const goodsOfClass: Readonly<Record<string, string[]>> = markData.goods;

/** The gazette day on or after a day. */
function gazetteDay(day: Day): Day {
  let at = day;
  while (!GAZETTE_DAYS.includes(Number(isoOf(at).slice(8)))) at++;
  return at;
}

/** Number of the gazette issue; a registration is announced one day after an issue's day. */
export function issueNumber(day: Day): number {
  const [year = 0, month = 0, date = 0] = isoOf(day).split('-').map(Number);
  const quarter = GAZETTE_DAYS.filter((one) => one <= date).length - 1;
  return ISSUE.number + (year * 12 + month - 1 - ISSUE.month) * 4 + (quarter - ISSUE.quarter);
}

/** All trademark applications in order of filing, made alone from their number; `rows` counts (number, class) pairs. */
export class TrademarkRegister {
  readonly count: number;
  readonly rows: number;
  #holders: Holders;
  #timeline: Timeline;
  #shuffle: (i: number) => number;
  #classCounts: Uint8Array;

  constructor(holders: Holders, rows: number, seed: number) {
    this.#holders = holders;
    this.rows = rows;
    const counts: number[] = [];
    let left = rows;
    for (let index = 0; left > 0; index++) {
      const rng = holders.population.rng('mark-classes', index);
      const classes = Math.min(left, 1 + rng.weighted([80, 12, 5, 2, 1]));
      counts.push(classes);
      left -= classes;
    }
    this.#classCounts = Uint8Array.from(counts);
    this.count = counts.length;
    this.#timeline = new Timeline(this.count, holders.population.asOf - 40);
    this.#shuffle = permutation(seed, 'mark-order', this.count);
  }

  at(i: number): number {
    return this.#shuffle(i);
  }

  #name(owner: Party, rng: Rng): string {
    const { brand, trade } = owner.parts;
    const latin = () => Array.from({ length: rng.between(2, 3) }, () => rng.pick(nameWords.latin)).join('');
    const { first, second } = nameWords;
    switch (rng.weighted([34, 12, 14, 22, 10, 8])) {
      case 0:
        return brand;
      case 1:
        return brand + rng.pick(['坊', '牌', '家', '庄', '谷']);
      case 2:
        return `${brand} ${latin()}`;
      case 3:
        return latin();
      case 4:
        return rng.pick(first) + rng.pick(second);
      default:
        return brand + trade.slice(0, 2);
    }
  }

  #classes(owner: Party, count: number, rng: Rng): number[] {
    const classes = new Set<number>();
    while (classes.size < count) {
      const near = rng.chance(0.72) ? owner.profile.niceClasses : [35, 9, 25, 30, 24, 42, 20, 11, 3, 18];
      classes.add(rng.chance(0.94) ? rng.pick(near) : rng.between(1, 45));
    }
    return [...classes].sort((a, b) => a - b);
  }

  trademark(index: number): Trademark {
    const { population } = this.#holders;
    const { asOf } = population;
    const rng = population.rng('mark', index);
    const moment = this.#timeline.momentOf(index);
    const filedOn = Math.floor(moment);
    const owner = population.party(this.#holders.draw('trademark', filedOn, rng));
    const applicants = [owner];
    if (rng.chance(0.012)) applicants.push(population.party(this.#holders.draw('trademark', filedOn, rng)));
    const year = yearOf(filedOn);
    const yearMoment = year + (moment - startOfYear(year)) / (startOfYear(year + 1) - startOfYear(year));
    const outcome = rng.weighted([80, 14, 6]);
    const preliminary = gazetteDay(filedOn + rng.between(120, yearMoment < 2014 ? 520 : 260));
    const mark: Trademark = {
      index,
      number: String(Math.floor(interpolate(NUMBER_LINE, yearMoment))),
      name: this.#name(owner, rng),
      classes: this.#classes(owner, this.#classCounts[index] ?? 1, rng),
      applicants,
      filedOn,
      preliminaryOn: undefined,
      registeredOn: undefined,
      expiresOn: undefined,
      status: '商标申请中',
    };
    if (preliminary > asOf) return mark;
    if (outcome === 1) return { ...mark, status: '驳回' };
    mark.preliminaryOn = preliminary;
    const registered = addMonths(preliminary, 3) + 1;
    if (registered > asOf) return { ...mark, status: '初审公告' };
    if (outcome === 2 && rng.chance(0.3)) return { ...mark, status: '无效' };
    mark.registeredOn = registered;
    let expires = addYears(registered, 10) - 1;
    let renewed = true;
    while (expires < asOf && renewed) {
      renewed = rng.chance(0.62);
      if (renewed) expires = addYears(expires + 1, 10) - 1;
    }
    mark.expiresOn = expires;
    const dead = addMonths(expires, 6) < asOf ? '注销' : '商标已注册';
    return {
      ...mark,
      status: outcome === 2 && registered < dayOf('2023-01-01') ? rng.pick(['撤销', '无效'] as const) : dead,
    };
  }
}
