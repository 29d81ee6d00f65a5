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

interface Row {
  id: string;
  name: string;
  other: string[] | null;
  uscc: string | null;
  agency_code: string | null;
  codes: string[] | null;
  kinds: string[];
  status: string;
  town_code: string | null;
  in_district: boolean;
  party_id: string | null;
  filing_until: string | null;
  licensed_on: string | null;
  notes: number;
  people: number;
  names: string[] | null;
  patents: number;
  trademarks: number;
}

const AGENCIES = `select a.id, a.name, n.other, a.uscc, a.agency_code, c.codes, a.kinds, a.status, a.town_code, a.in_district, a.party_id, a.filing_until,
    a.licensed_on, jsonb_array_length(a.notes) as notes, coalesce(e.people, 0)::int as people, e.names, coalesce(w.patents, 0)::int as patents,
    coalesce(w.trademarks, 0)::int as trademarks
  from agencies.agency a
  left join (select agency_id, array_agg(name) as other from agencies.agency_name where district = $1 and sort <> 'current' group by 1) n on n.agency_id = a.id
  left join (select agency_id, array_agg(code) as codes from agencies.agency_code where district = $1 group by 1) c on c.agency_id = a.id
  left join (select p.agency_id, count(distinct p.person_id) as people, array_agg(distinct e.name) as names
    from agencies.practice p join agencies.person e on e.district = p.district and e.id = p.person_id
    where p.district = $1 and p.agency_id is not null and (p.from_on is null or p.from_on <= $2) and (p.to_on is null or p.to_on >= $2) group by 1) e
    on e.agency_id = a.id
  left join (select agency_id, sum(patents) as patents, sum(trademarks) as trademarks from agencies.written_name
    where district = $1 and agency_id is not null group by 1) w on w.agency_id = a.id
  where a.district = $1 and not a.gone and a.merged_into is null order by a.name, a.id`;

export interface AgencyIndexData extends IndexData {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly rowOf: ReadonlyMap<string, number>;
  /** Names, spellings, former names and codes. */
  readonly search: TextColumn;
  readonly pinyin: TextColumn;
  /** Names of the people there today. */
  readonly peopleNames: TextColumn;
  readonly kinds: SetColumn;
  readonly status: CodeColumn;
  readonly town: CodeColumn;
  readonly party: readonly (string | null)[];
  readonly local: CodeColumn;
  readonly filingUntil: IntColumn;
  readonly licensed: IntColumn;
  readonly notes: IntColumn;
  readonly people: IntColumn;
  readonly patents: IntColumn;
  readonly trademarks: IntColumn;
  readonly uscc: readonly (string | null)[];
  readonly code: readonly (string | null)[];
  order(key: string): Uint32Array;
}

export const AGENCY_SORTS = ['name', 'people', 'patents', 'trademarks', 'filingUntil', 'town', 'status'] as const;

async function build(ctx: Ctx): Promise<AgencyIndexData> {
  const columns = {
    search: new TextColumn(),
    pinyin: new TextColumn(),
    peopleNames: new TextColumn(),
    kinds: new SetColumn(),
    status: new CodeColumn(),
    town: new CodeColumn(),
    local: new CodeColumn(),
    filingUntil: new IntColumn(),
    licensed: new IntColumn(),
    notes: new IntColumn(),
    people: new IntColumn(),
    patents: new IntColumn(),
    trademarks: new IntColumn(),
  };
  const ids: string[] = [];
  const names: string[] = [];
  const party: (string | null)[] = [];
  const uscc: (string | null)[] = [];
  const code: (string | null)[] = [];
  for await (const rows of streamRows<Row>(ctx.services.pool, AGENCIES, [ctx.district, ctx.today])) {
    for (const row of rows) {
      ids.push(row.id);
      names.push(row.name);
      party.push(row.party_id);
      uscc.push(row.uscc);
      code.push(row.agency_code);
      columns.search.push(
        foldForSearch([row.name, ...(row.other ?? []), row.uscc ?? '', ...(row.codes ?? [])].join('|')),
      );
      columns.pinyin.push(pinyinOf(row.name));
      columns.peopleNames.push(foldForSearch((row.names ?? []).join('|')));
      columns.kinds.push(row.kinds);
      columns.status.push(row.status);
      columns.town.push(row.town_code);
      columns.local.push(row.in_district ? 'yes' : 'no');
      columns.filingUntil.push(toDay(row.filing_until));
      columns.licensed.push(toDay(row.licensed_on));
      columns.notes.push(row.notes);
      columns.people.push(row.people);
      columns.patents.push(row.patents);
      columns.trademarks.push(row.trademarks);
    }
  }
  columns.search.seal();
  columns.pinyin.seal();
  columns.peopleNames.seal();
  return {
    ...columns,
    size: ids.length,
    ids,
    names,
    party,
    uscc,
    code,
    rowOf: new Map(ids.map((id, row) => [id, row])),
    order: orders(names, columns),
  };
}

type Columns = Pick<AgencyIndexData, 'people' | 'patents' | 'trademarks' | 'filingUntil' | 'town' | 'status' | 'local'>;

function orders(names: readonly string[], columns: Columns): (key: string) => Uint32Array {
  const size = names.length;
  const made = new Map<string, Uint32Array>();
  const make = (key: string): Uint32Array => {
    if (key === 'people' || key === 'patents' || key === 'trademarks' || key === 'filingUntil')
      return orderBy(size, (row) => columns[key].at(row));
    if (key === 'local') {
      // The district's own first, each part by name.
      const byName = orderByName(names);
      const own = (row: number) => columns.local.codeAt(row) === 'yes';
      return Uint32Array.from([...byName.filter(own), ...byName.filter((row) => !own(row))]);
    }
    if (key === 'town' || key === 'status') return orderBy(size, (row) => columns[key].at(row));
    return orderByName(names);
  };
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/** The agencies of a district as columns, with people and filings of today. */
export const agencyIndex = new RegisterIndex<AgencyIndexData>({
  name: 'agencies',
  dependsOn: ['agencies', 'agency-people', 'agency-filings'],
  build,
});
