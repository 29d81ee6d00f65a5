import { existsSync, readFileSync } from 'node:fs';
import {
  checkUscc,
  parseIpc,
  parsePatentApplicationNumber,
  parsePublicationNumber,
  parseTrademarkNumber,
} from '@jince/identifiers';
import { beforeAll, describe, expect, test } from 'vitest';
import { locateTown } from '../index.ts';
import { dayOf, yearOf } from './days.ts';
import { lateFee } from './files/annuities.ts';
import { Holders } from './holders.ts';
import { type Patent, PatentRegister } from './patent.ts';
import { dueOn, patentYearOn, statusOn } from './patent-life.ts';
import { type Party, Population } from './population.ts';
import { issueNumber, type Trademark, TrademarkRegister } from './trademark.ts';

const ASOF = dayOf('2026-11-20');
const SEED = 20210520;
let population: Population;
let parties: Party[] = [];
let patents: Patent[] = [];
let marks: Trademark[] = [];

beforeAll(() => {
  population = new Population(SEED, 5000, ASOF);
  const holders = new Holders(population);
  const register = new PatentRegister(holders, 12_000, SEED);
  const markRegister = new TrademarkRegister(holders, 9000, SEED);
  parties = Array.from({ length: population.size }, (_, i) => population.party(i));
  patents = Array.from({ length: register.count }, (_, i) => register.patent(i));
  marks = Array.from({ length: markRegister.count }, (_, i) => markRegister.trademark(i));
});

const share = <T>(list: T[], test: (one: T) => boolean): number => list.filter(test).length / list.length;
const distinct = (list: string[]): number => new Set(list).size;

describe('parties', () => {
  test('names and codes are unique, codes are right', () => {
    expect(distinct(parties.map((party) => party.name))).toBe(5000);
    expect(distinct(parties.map((party) => party.uscc))).toBe(5000);
    expect(parties.filter((party) => !checkUscc(party.uscc).ok)).toEqual([]);
  });

  test('a party comes out the same whenever it is asked for', () => {
    const again = new Population(SEED, 5000, ASOF);
    expect(again.party(4321)).toEqual(parties[4321]);
    expect(new Population(SEED + 1, 5000, ASOF).party(4321).name).not.toBe(parties[4321]?.name);
  });

  test('kinds, towns and lists have believable shares', () => {
    const count = (kind: string) => parties.filter((party) => party.kind === kind).length;
    expect(count('enterprise')).toBe(4500);
    expect(count('cooperative')).toBe(300);
    expect(count('individual')).toBe(130);
    const firms = parties.filter((party) => party.kind === 'enterprise');
    expect(share(firms, (firm) => firm.townCode === '320509105')).toBeGreaterThan(0.2);
    const weavers = firms.filter((firm) => firm.profile.industry === '1751');
    expect(share(weavers, (firm) => firm.townCode === '320509105')).toBeGreaterThan(0.35);
    const cables = firms.filter((firm) => firm.profile.industry === '3833');
    expect(share(cables, (firm) => firm.townCode === '320509107')).toBeGreaterThan(0.3);
    expect(distinct(firms.map((firm) => firm.townCode))).toBe(11);
    expect(share(firms, (firm) => firm.highTech)).toBeGreaterThan(0.07);
    expect(share(firms, (firm) => firm.highTech)).toBeLessThan(0.16);
    expect(share(firms, (firm) => firm.aboveScale)).toBeGreaterThan(0.09);
    expect(share(firms, (firm) => firm.formerNames.length > 0)).toBeGreaterThan(0.06);
    expect(share(firms, (firm) => firm.endedOn !== undefined)).toBeLessThan(0.2);
  });

  test('the town of every address that names one is the town of the party', () => {
    const wrong = parties.filter((party) => {
      const found = locateTown(party.address);
      return found !== undefined && found.townCode !== party.townCode;
    });
    expect(wrong.map((party) => party.address)).toEqual([]);
  });

  test('homonyms share brand and trade, never the whole name', () => {
    const pairs = parties.flatMap((party) => {
      const base = population.homonymOf(party.index);
      return base === undefined ? [] : [[parties[base], party] as const];
    });
    expect(pairs.length).toBeGreaterThan(80);
    for (const [one, other] of pairs) {
      expect(other.parts.brand + other.parts.trade).toBe((one?.parts.brand ?? '') + (one?.parts.trade ?? ''));
      expect(other.name).not.toBe(one?.name);
    }
  });
});

describe('patents', () => {
  test('numbers are unique and right', () => {
    expect(distinct(patents.map((patent) => patent.applicationNumber))).toBe(12_000);
    expect(distinct(patents.map((patent) => patent.publicationBase))).toBe(12_000);
    for (const patent of patents) {
      const parsed = parsePatentApplicationNumber(patent.applicationNumber);
      expect(parsed.ok && parsed.type, patent.applicationNumber).toBe(patent.life.kind);
      expect(Number(patent.applicationNumber.slice(0, 4))).toBe(yearOf(patent.life.filedOn));
      expect(
        parsePublicationNumber(
          `${patent.publicationBase}${patent.life.kind === 'invention' ? 'B' : patent.life.kind === 'utility' ? 'U' : 'S'}`,
        ).ok,
      ).toBe(true);
    }
  });

  test('dates follow each other and nothing lies after the last day', () => {
    for (const { life } of patents) {
      const steps = [life.filedOn, life.publishedOn, life.grantedOn].filter((day) => day !== undefined);
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      expect(Math.max(...steps)).toBeLessThanOrEqual(ASOF);
      expect(statusOn(life, ASOF)).toBeDefined();
      expect(statusOn(life, life.filedOn)).toBeUndefined();
    }
  });

  test('kinds, outcomes and owners have believable shares', () => {
    const invention = patents.filter((patent) => patent.life.kind === 'invention');
    expect(share(patents, (patent) => patent.life.kind === 'invention')).toBeGreaterThan(0.25);
    expect(share(patents, (patent) => patent.life.kind === 'utility')).toBeGreaterThan(0.4);
    expect(share(invention, ({ life }) => statusOn(life, ASOF) === 'granted')).toBeGreaterThan(0.3);
    expect(share(patents, ({ life }) => life.end?.reason === 'unpaid')).toBeGreaterThan(0.15);
    expect(patents.filter((patent) => patent.abnormal).length).toBeGreaterThan(10);
    expect(patents.filter((patent) => patent.transfer).length).toBeGreaterThan(100);
    const owned = new Map<string, number>();
    for (const patent of patents) {
      const name = patent.applicants[0]?.party?.name ?? '';
      owned.set(name, (owned.get(name) ?? 0) + 1);
    }
    const counts = [...owned.values()].sort((a, b) => b - a);
    expect(counts[0]).toBeGreaterThan(80);
    expect(counts[0]).toBeLessThan(600);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThan(8);
    const holders = parties.filter((party) => owned.has(party.name));
    const highTech = parties.filter((party) => party.highTech);
    const withoutAny = share(highTech, (party) => !owned.has(party.name));
    expect(withoutAny).toBeGreaterThan(0.03);
    expect(withoutAny).toBeLessThan(0.2);
    expect(holders.length).toBeGreaterThan(800);
  });

  test('recent years are unfinished, as in life', () => {
    const filedIn = (year: number) => patents.filter((patent) => yearOf(patent.life.filedOn) === year).length;
    expect(filedIn(2024)).toBeGreaterThan(filedIn(2014));
    expect(filedIn(2026)).toBeLessThan(filedIn(2024) / 2);
  });
});

test('annuities: patent year, due day, late fee of the worked example', () => {
  const filed = dayOf('2020-05-10');
  expect(patentYearOn(filed, dayOf('2023-02-01'))).toBe(3);
  expect(dueOn(filed, 7)).toBe(dayOf('2026-05-10'));
  expect(lateFee('invention', 7, dayOf('2026-05-10'), dayOf('2026-07-20'))).toBe(200);
  expect(lateFee('invention', 7, dayOf('2026-05-10'), dayOf('2026-06-10'))).toBe(0);
  const soon = patents.filter(({ life }) => {
    if (statusOn(life, ASOF) !== 'granted' || life.unpaidYear !== undefined) return false;
    const due = dueOn(life.filedOn, patentYearOn(life.filedOn, ASOF) + 1);
    return due <= ASOF + 90;
  });
  const inGrace = patents.filter(({ life }) => life.unpaidYear !== undefined && life.end === undefined);
  expect(soon.length).toBeGreaterThan(100);
  expect(inGrace.length).toBeGreaterThan(50);
});

test('classes of goods and techniques are well formed', () => {
  const symbols = new Set(patents.flatMap((patent) => patent.ipc));
  expect(symbols.size).toBeGreaterThan(200);
  expect([...symbols].filter((symbol) => !parseIpc(symbol).ok)).toEqual([]);
  expect(patents.filter((patent) => patent.life.kind !== 'design' && patent.ipc.length === 0)).toEqual([]);
  expect(patents.filter((patent) => patent.life.kind === 'design' && patent.locarno === undefined)).toEqual([]);
  const filedBefore2024 = patents.filter((patent) => yearOf(patent.life.filedOn) < 2024);
  expect(filedBefore2024.filter((patent) => patent.ipc.some((symbol) => /^H10[DHK]/.test(symbol)))).toEqual([]);
});

describe('trademarks', () => {
  test('numbers are right and rise with time; classes add up', () => {
    expect(marks.reduce((rows, mark) => rows + mark.classes.length, 0)).toBe(9000);
    expect(marks.filter((mark) => !parseTrademarkNumber(mark.number).ok)).toEqual([]);
    const numbers = marks.map((mark) => Number(mark.number));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(distinct(marks.map((mark) => mark.number))).toBe(marks.length);
  });

  test('gazette days and issue numbers fit the known page', () => {
    expect(issueNumber(dayOf('2013-02-20'))).toBe(1348);
    expect(issueNumber(dayOf('2013-05-20'))).toBe(1360);
    for (const mark of marks) {
      if (mark.registeredOn === undefined || mark.preliminaryOn === undefined) continue;
      expect(mark.registeredOn).toBeGreaterThan(mark.preliminaryOn + 88);
    }
  });

  test('most are registered, about half of the co-operatives have none', () => {
    expect(share(marks, (mark) => mark.status === '商标已注册')).toBeGreaterThan(0.5);
    const owners = new Set(marks.flatMap((mark) => mark.applicants.map((party) => party.index)));
    const cooperatives = parties.filter((party) => party.kind === 'cooperative');
    const without = share(cooperatives, (party) => !owners.has(party.index));
    expect(without).toBeGreaterThan(0.3);
    expect(without).toBeLessThan(0.85);
  });
});

const LISTED = new URL('../../../../../shared/data/names/listed_full_short.jsonl', import.meta.url);
if (!existsSync(LISTED))
  console.warn(`demo names: the list of listed companies is absent (${LISTED.pathname}), skipped`);

test.skipIf(!existsSync(LISTED))('no invented name is that of a listed company', () => {
  const listed = readFileSync(LISTED, 'utf8').split('\n').filter(Boolean);
  const texts = listed.map((line) => JSON.parse(line) as { name: string; fullname: string });
  const shorts = new Set(texts.map((one) => one.name));
  const fulls = new Set(texts.map((one) => one.fullname));
  expect(texts.length).toBeGreaterThan(1000);
  const clashes = parties.filter(
    (party) =>
      fulls.has(party.name) ||
      shorts.has(party.parts.brand) ||
      shorts.has(party.parts.brand + party.parts.trade.slice(0, 2)),
  );
  expect(clashes.map((party) => party.name)).toEqual([]);
});
