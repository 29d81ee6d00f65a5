import type { Ctx } from '../../../platform/context/context.ts';
import { scopeFor } from '../../../platform/context/context.ts';
import {
  CodeColumn,
  foldForSearch,
  type IndexData,
  IntColumn,
  orderByName,
  pinyinOf,
  type RowTest,
  SetColumn,
  selectPage,
  TextColumn,
  toDay,
} from '../../../platform/register-index/index.ts';

/** What the statement of every index of rights gives, in the order of the holders and of the periods. */
export interface RightRow {
  readonly id: string;
  readonly town_code: string | null;
  readonly holder_names: string[] | null;
  readonly party_ids: (string | null)[] | null;
  readonly party_names: (string | null)[] | null;
  readonly party_towns: (string | null)[] | null;
  readonly party_zones: (string | null)[] | null;
  readonly party_industries: (string | null)[] | null;
  readonly period_days: number[] | null;
  readonly period_statuses: string[] | null;
}

/** Joins of holders and periods, by table names and the column that holds the right's id. */
export function rightJoins(holder: string, period: string, id: string): string {
  return `left join (
      select h.${id}, array_agg(m.name order by h.position) as holder_names, array_agg(p.id order by h.position) as party_ids,
        array_agg(p.name order by h.position) as party_names, array_agg(p.town_code order by h.position) as party_towns,
        array_agg(p.zone_code order by h.position) as party_zones, array_agg(p.industry_code order by h.position) as party_industries
      from ${holder} h
      join parties.mention m on m.district = h.district and m.id = h.mention_id
      left join parties.party p on p.district = m.district and p.id = m.party_id
      where h.district = $1 group by 1) hs on hs.${id} = r.id
    left join (
      select ${id}, array_agg(valid_from - date '1970-01-01' order by valid_from) as period_days, array_agg(status order by valid_from) as period_statuses
      from ${period} where district = $1 group by 1) ps on ps.${id} = r.id`;
}

const KEPT_SEARCHES = 30;

/** Columns that patents and trademarks share: who holds it, where it counts, and its status on any day. */
export class RightColumns {
  readonly ids: string[] = [];
  readonly names: string[] = [];
  readonly search = new TextColumn();
  readonly pinyin = new TextColumn();
  /** Town, zone and industry of the first holder that is linked; the right's own town when none is. */
  readonly town = new CodeColumn();
  readonly zone = new CodeColumn();
  readonly industry = new CodeColumn();
  /** Parties among the holders, and every town the right may be seen from. */
  readonly parties = new SetColumn();
  readonly seenFrom = new SetColumn();
  readonly statusCodes = new CodeColumn();
  readonly #periodStarts = new IntColumn();
  readonly #periodDays = new IntColumn();
  readonly #periodStatuses = new IntColumn();
  readonly #found = new Map<string, Uint8Array>();
  #periods = 0;

  push(ctx: Ctx, row: RightRow, name: string, numbers: readonly (string | null)[]): void {
    const { places } = ctx.services;
    const linked = (row.party_ids ?? []).findIndex((id) => id !== null);
    const town = linked === -1 ? row.town_code : (row.party_towns?.[linked] ?? null);
    const parties = (row.party_ids ?? []).filter((id) => id !== null);
    const towns = (row.party_towns ?? []).filter((code) => code !== null);
    this.ids.push(row.id);
    this.names.push(name);
    const holders = [...(row.holder_names ?? []), ...(row.party_names ?? [])];
    this.search.push(foldForSearch([name, ...numbers, ...new Set(holders)].filter((text) => text !== null).join('|')));
    this.pinyin.push(pinyinOf(name));
    this.town.push(town);
    this.zone.push(linked === -1 ? places.zoneOfTown(town) : (row.party_zones?.[linked] ?? places.zoneOfTown(town)));
    this.industry.push(linked === -1 ? null : (row.party_industries?.[linked] ?? null));
    this.parties.push([...new Set(parties)]);
    this.seenFrom.push(linked === -1 ? (row.town_code === null ? [] : [row.town_code]) : [...new Set(towns)]);
    this.#periodStarts.push(this.#periods);
    for (const [at, status] of (row.period_statuses ?? []).entries()) {
      this.#periodDays.push(row.period_days?.[at] as number);
      this.#periodStatuses.push(this.statusCodes.number(status));
      this.#periods += 1;
    }
  }

  /** Rows whose text, or whose sound for Latin letters, contains the needle. Paging asks again and again: the last are kept. */
  containing(needle: string): Uint8Array {
    const known = this.#found.get(needle);
    if (known !== undefined) return known;
    const hits = this.search.containing(needle);
    if (/^[a-z]{2,}$/.test(needle)) {
      const sounds = this.pinyin.containing(needle);
      for (let row = 0; row < hits.length; row++) if (sounds[row] === 1) hits[row] = 1;
    }
    if (this.#found.size >= KEPT_SEARCHES) this.#found.clear();
    this.#found.set(needle, hits);
    return hits;
  }

  seal(): void {
    this.#periodStarts.push(this.#periods);
    this.search.seal();
    this.pinyin.seal();
  }

  /** Number of the status code on a day; that of 'unknown' where nothing is known. */
  statusAt(row: number, day: number): number {
    const from = this.#periodStarts.at(row);
    for (let at = this.#periodStarts.at(row + 1) - 1; at >= from; at--) {
      if (this.#periodDays.at(at) <= day) return this.#periodStatuses.at(at);
    }
    return 0;
  }

  statusCodeAt(row: number, day: number): string {
    return this.statusCodes.codes[this.statusAt(row, day)] || 'unknown';
  }
}

export interface RightIndexData extends IndexData {
  readonly rights: RightColumns;
  /** Rows in the order of a sort key on a day; made on first use. */
  order(key: string, day: number): Uint32Array;
  /** Rows of the last filters in their order, by what was asked: paging through a list walks it once. */
  readonly selections: Map<string, Uint32Array>;
}

const KEPT_SELECTIONS = 40;

/**
 * One page of the rows that pass all tests, and their exact number.
 * @param question everything the answer depends on besides the index: filter, day, scope
 */
export function selectRights(
  data: RightIndexData,
  question: unknown,
  request: {
    tests: () => RowTest[];
    sort: { key: string; descending: boolean };
    day: number;
    page: number;
    pageSize: number;
  },
): { rows: number[]; total: number } {
  const { sort, day } = request;
  const key = JSON.stringify([question, sort, day]);
  let rows = data.selections.get(key);
  if (rows === undefined) {
    const whole = {
      page: 1,
      pageSize: Number.MAX_SAFE_INTEGER,
      order: data.order(sort.key, day),
      descending: sort.descending,
    };
    rows = Uint32Array.from(selectPage(data.size, request.tests(), whole).rows);
    if (data.selections.size >= KEPT_SELECTIONS) data.selections.clear();
    data.selections.set(key, rows);
  }
  const from = (request.page - 1) * request.pageSize;
  return { rows: [...rows.subarray(from, from + request.pageSize)], total: rows.length };
}

/** Makes orders on first use; those that do not depend on the day are kept once. */
export function orderMaker(
  makers: Readonly<Record<string, (day: number) => Uint32Array>>,
  daily: ReadonlySet<string>,
): RightIndexData['order'] {
  const made = new Map<string, Uint32Array>();
  return (key, day) => {
    const slot = daily.has(key) ? `${key}@${day}` : key;
    let order = made.get(slot);
    if (order === undefined) {
      order = (makers[key] as (day: number) => Uint32Array)(day);
      if (made.size > 30) made.clear();
      made.set(slot, order);
    }
    return order;
  };
}

/** Sort rank of the codes of a column: alphabetical, so that equal codes stand together. */
export function byCode(column: CodeColumn): (row: number) => number {
  const rank = rankOf(column);
  return (row) => rank[column.at(row)] as number;
}

export function rankOf(column: CodeColumn): Int32Array {
  const rank = new Int32Array(column.codes.length);
  const sorted = column.codes.map((code, n) => ({ code, n })).sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const [at, { n }] of sorted.entries()) rank[n] = at;
  return rank;
}

export { orderByName };

export interface RightFilter {
  readonly q?: string | undefined;
  readonly party?: string | undefined;
  readonly town?: readonly string[] | undefined;
  readonly zone?: readonly string[] | undefined;
  readonly industry?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  readonly linked?: boolean | undefined;
  readonly asOf?: string | undefined;
}

/** Rows the actor may see at all: by a holder's party or town, or by the right's own town when no holder is linked. */
export function rightScopeTest(ctx: Ctx, data: RightIndexData, permission: string): RowTest | undefined {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return undefined;
  const { seenFrom, parties } = data.rights;
  const towns = seenFrom.codes.matching((code) => scope.towns.includes(code));
  const own = parties.codes.matching((code) => scope.parties.includes(code));
  return (row) =>
    seenFrom.at(row, data.size).some((n) => towns[n] === 1) || parties.at(row, data.size).some((n) => own[n] === 1);
}

/** Test for a code column: any of the wanted codes; 'none' asks for rows without one. */
export function codeTest(
  column: CodeColumn,
  wanted: readonly string[] | undefined,
  match: (code: string, wanted: string) => boolean = (code, one) => code === one,
): RowTest | undefined {
  if (wanted === undefined || wanted.length === 0) return undefined;
  const numbers = column.matching((code) => wanted.some((one) => match(code, one)));
  if (wanted.includes('none')) numbers[0] = 1;
  return (row) => numbers[column.at(row)] === 1;
}

function searchTest(rights: RightColumns, q: string): RowTest | undefined {
  const needle = foldForSearch(q);
  if (needle === '') return undefined;
  const hits = rights.containing(needle);
  return (row) => hits[row] === 1;
}

/** The tests patents and trademarks share; undefined ones do not filter. */
export function rightTests(ctx: Ctx, data: RightIndexData, filter: RightFilter): (RowTest | undefined)[] {
  const { rights } = data;
  const day = toDay(filter.asOf ?? ctx.today);
  const wanted = filter.status;
  const statuses = rights.statusCodes.matching((code) => wanted?.includes(code) ?? false);
  if (wanted?.includes('unknown')) statuses[0] = 1;
  const partyNumber = filter.party === undefined ? undefined : rights.parties.codes.codes.indexOf(filter.party);
  return [
    codeTest(rights.town, filter.town),
    codeTest(rights.zone, filter.zone),
    codeTest(rights.industry, filter.industry, (code, one) => code.startsWith(one)),
    wanted === undefined || wanted.length === 0 ? undefined : (row) => statuses[rights.statusAt(row, day)] === 1,
    partyNumber === undefined ? undefined : (row) => rights.parties.at(row, data.size).includes(partyNumber),
    filter.linked === undefined ? undefined : (row) => rights.parties.at(row, data.size).length > 0 === filter.linked,
    filter.q === undefined ? undefined : searchTest(rights, filter.q),
  ];
}
