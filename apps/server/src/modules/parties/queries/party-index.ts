import type { Ctx } from '../../../platform/context/context.ts';
import {
  CodeColumn,
  foldForSearch,
  type IndexData,
  IntColumn,
  orderBy,
  orderByName,
  pinyinOf,
  RegisterIndex,
  SetColumn,
  streamRows,
  TextColumn,
  toDay,
} from '../../../platform/register-index/index.ts';
import { isMembershipValid } from '../domain/membership-validity.ts';
import type { RightsPort } from '../ports.ts';

interface Row {
  id: string;
  name: string;
  former: string[] | null;
  uscc: string | null;
  kind: string;
  status: string;
  town_code: string | null;
  zone_code: string | null;
  industry_code: string | null;
  established_on: string | null;
  dissolved_on: string | null;
}

const PARTIES = `select p.id, p.name, n.former, p.uscc, p.kind, p.status, p.town_code, p.zone_code, p.industry_code, p.established_on, p.dissolved_on
  from parties.party p
  left join (select district, party_id, array_agg(name) as former from parties.party_name where kind = 'former' group by 1, 2) n
    on n.district = p.district and n.party_id = p.id
  where p.district = $1 order by p.name, p.id`;

const MEMBERSHIPS = `select m.party_id, s.kind, s.standard, s.valid_from, s.valid_to, s.year, s.status_text
  from parties.membership s join parties.mention m on m.district = s.district and m.id = s.mention_id
  where s.district = $1 and m.party_id is not null`;

export interface PartyIndexData extends IndexData {
  readonly ids: readonly string[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly search: TextColumn;
  readonly pinyin: TextColumn;
  readonly kind: CodeColumn;
  readonly status: CodeColumn;
  readonly town: CodeColumn;
  readonly zone: CodeColumn;
  readonly industry: CodeColumn;
  readonly established: IntColumn;
  readonly dissolved: IntColumn;
  readonly memberships: SetColumn;
  readonly patents: IntColumn;
  readonly inventions: IntColumn;
  readonly trademarks: IntColumn;
  /** Rows in the order of a sort key; made on first use. */
  order(key: string): Uint32Array;
}

async function membershipsByParty(ctx: Ctx): Promise<Map<string, Set<string>>> {
  const byParty = new Map<string, Set<string>>();
  type M = {
    party_id: string;
    kind: string;
    standard: string | null;
    valid_from: string | null;
    valid_to: string | null;
    year: number | null;
    status_text: string | null;
  };
  for await (const rows of streamRows<M>(ctx.services.pool, MEMBERSHIPS, [ctx.district])) {
    for (const row of rows) {
      if (!isMembershipValid(row, ctx.today).valid) continue;
      const kinds = byParty.get(row.party_id) ?? new Set<string>();
      kinds.add(row.kind);
      byParty.set(row.party_id, kinds);
    }
  }
  return byParty;
}

async function build(ctx: Ctx, rights: RightsPort): Promise<PartyIndexData> {
  const memberships = await membershipsByParty(ctx);
  const counts = await rights.countByParty(ctx, ctx.today);
  const ids: string[] = [];
  const names: string[] = [];
  const columns = {
    search: new TextColumn(),
    pinyin: new TextColumn(),
    kind: new CodeColumn(),
    status: new CodeColumn(),
    town: new CodeColumn(),
    zone: new CodeColumn(),
    industry: new CodeColumn(),
    established: new IntColumn(),
    dissolved: new IntColumn(),
    memberships: new SetColumn(),
    patents: new IntColumn(),
    inventions: new IntColumn(),
    trademarks: new IntColumn(),
  };
  const uscc: string[] = [];
  for await (const rows of streamRows<Row>(ctx.services.pool, PARTIES, [ctx.district])) {
    for (const row of rows) {
      const right = counts.get(row.id);
      ids.push(row.id);
      names.push(row.name);
      uscc.push(row.uscc ?? '');
      columns.search.push(foldForSearch([row.name, ...(row.former ?? []), row.uscc ?? ''].join('|')));
      columns.pinyin.push(pinyinOf(row.name));
      columns.kind.push(row.kind);
      columns.status.push(row.status);
      columns.town.push(row.town_code);
      columns.zone.push(row.zone_code);
      columns.industry.push(row.industry_code);
      columns.established.push(toDay(row.established_on));
      columns.dissolved.push(toDay(row.dissolved_on));
      columns.memberships.push([...(memberships.get(row.id) ?? [])]);
      columns.patents.push(right?.patents ?? 0);
      columns.inventions.push(right?.inventions ?? 0);
      columns.trademarks.push(right?.trademarks ?? 0);
    }
  }
  columns.search.seal();
  columns.pinyin.seal();
  const size = ids.length;
  const byCode = (column: CodeColumn) => {
    const position = new Map(
      column.codes
        .map((code, n) => [n, code] as const)
        .toSorted((a, b) => (a[1] < b[1] ? -1 : 1))
        .map(([n], at) => [n, at]),
    );
    return (row: number) => position.get(column.at(row)) as number;
  };
  const makers: Record<string, () => Uint32Array> = {
    name: () => orderByName(names),
    uscc: () => orderByName(uscc),
    kind: () => orderBy(size, byCode(columns.kind)),
    status: () => orderBy(size, byCode(columns.status)),
    town: () => orderBy(size, byCode(columns.town)),
    zone: () => orderBy(size, byCode(columns.zone)),
    industry: () => orderBy(size, byCode(columns.industry)),
    establishedOn: () => orderBy(size, (row) => columns.established.at(row)),
    validPatents: () => orderBy(size, (row) => columns.patents.at(row)),
    validInventions: () => orderBy(size, (row) => columns.inventions.at(row)),
    validTrademarks: () => orderBy(size, (row) => columns.trademarks.at(row)),
  };
  const made = new Map<string, Uint32Array>();
  return {
    ...columns,
    size,
    ids,
    rowOf: new Map(ids.map((id, row) => [id, row])),
    order(key) {
      const known = made.get(key) ?? (makers[key] ?? (makers.name as () => Uint32Array))();
      made.set(key, known);
      return known;
    },
  };
}

export const PARTY_SORTS = [
  'name',
  'uscc',
  'kind',
  'status',
  'town',
  'zone',
  'industry',
  'establishedOn',
  'validPatents',
  'validInventions',
  'validTrademarks',
] as const;

/** The parties of a district as columns, with counts of valid rights and memberships of today. */
export function createPartyIndex(rights: RightsPort): RegisterIndex<PartyIndexData> {
  return new RegisterIndex({
    name: 'parties',
    dependsOn: ['parties', 'memberships', 'mentions', ...rights.registers],
    build: (ctx) => build(ctx, rights),
  });
}
