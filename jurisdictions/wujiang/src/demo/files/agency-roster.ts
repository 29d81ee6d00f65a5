import { buildUscc } from '../codes.ts';
import type { DemoContext } from '../context.ts';
import { addYears, type Day } from '../days.ts';
import type { Party } from '../population.ts';
import { nameWords } from '../words.ts';

/** A service body of the demo district: its own of the market register, or one from outside whose patents it files. */
export type DemoAgency = {
  name: string;
  uscc: string;
  /** Code of a patent agency; '' for bodies without a licence. */
  code: string;
  licence: string;
  licensedOn: Day;
  address: string;
  head: string;
  phone: string;
  local: boolean;
  /** What the list says it is. */
  kind: string;
  people: number;
  /** Position among the district's own; -1 for others. */
  at: number;
  /** First day of the filing as trademark agency in force; undefined where it never filed. */
  filedOn: Day | undefined;
};

/** Positions of the district's agencies that stand for a difficulty. */
export const CASE = {
  /** Three spellings and two codes; its annual report contradicts the register. */
  manySpellings: 0,
  /** Files patents without a licence. */
  unlicensed: 1,
  /** Its trademark filing ended and it went on. */
  filingEnded: 2,
  lateReport: 4,
  noReport: 5,
} as const;

const OUTSIDERS = 12;
/** Of the twelve that write themselves on patents, those the lists know; one more is known under another name. */
const KNOWN_OUTSIDERS = 9;

export function personName(ctx: DemoContext, stream: string, index: number): string {
  const rng = ctx.population.rng(stream, index);
  return rng.pick(nameWords.surnames) + rng.pick(nameWords.given) + (rng.chance(0.6) ? rng.pick(nameWords.given) : '');
}

function localAgency(ctx: DemoContext, party: Party, at: number): DemoAgency {
  const rng = ctx.population.rng('agency', party.index);
  const unlicensed = at === CASE.unlicensed;
  const code = unlicensed ? '' : String(32_901 + at);
  const licensedOn = Math.min(party.establishedOn + rng.between(30, 400), ctx.asOf - 900);
  return {
    name: party.name,
    uscc: party.uscc,
    code,
    licence: unlicensed ? '' : `演示执许${code}`,
    licensedOn,
    address: party.address,
    head: personName(ctx, 'agency-head', party.index),
    phone: `0512-6300${String(1000 + at).slice(-4)}`,
    local: true,
    kind: unlicensed ? '知识产权咨询服务' : '专利代理机构',
    people: unlicensed ? 0 : rng.between(3, 14),
    at,
    filedOn: at % 5 === 3 ? undefined : at === CASE.filingEnded ? ctx.asOf - 1460 : ctx.asOf - rng.between(60, 950),
  };
}

function outsider(ctx: DemoContext, k: number): DemoAgency {
  const { population } = ctx;
  const brand = population.brandOf(population.size + k);
  const rng = population.rng('agency-outside', k);
  const renamed = k === KNOWN_OUTSIDERS;
  return {
    name: renamed ? `苏州${brand}知识产权代理事务所（普通合伙）` : `苏州${brand}专利代理事务所（普通合伙）`,
    uscc: buildUscc('91', '320500', `MA2DM${String(100 + k)}`),
    code: String(32_801 + k),
    licence: `演示执许${32_801 + k}`,
    licensedOn: ctx.asOf - rng.between(1800, 6500),
    address: `苏州工业园区星湖街${100 + k * 7}号`,
    head: personName(ctx, 'agency-head-outside', k),
    phone: `0512-6766${String(1000 + k).slice(-4)}`,
    local: false,
    kind: '专利代理机构',
    people: rng.between(5, 20),
    at: -1,
    filedOn: k % 3 === 0 ? ctx.asOf - rng.between(60, 950) : undefined,
  };
}

/** The district's own agencies, which stand in the market register. */
export function localAgencies(ctx: DemoContext): DemoAgency[] {
  const { from, below } = ctx.population.range('agency');
  return Array.from({ length: below - from }, (_, at) => localAgency(ctx, ctx.population.party(from + at), at));
}

/** Agencies of other districts; two that patents name are in no list, and one is listed under a newer name. */
export function outsideAgencies(ctx: DemoContext): DemoAgency[] {
  return Array.from({ length: OUTSIDERS }, (_, k) => k)
    .filter((k) => k <= KNOWN_OUTSIDERS)
    .map((k) => outsider(ctx, k));
}

/** Last day of a filing that runs three years. */
export const filedUntil = (filedOn: Day): Day => addYears(filedOn, 3) - 1;
