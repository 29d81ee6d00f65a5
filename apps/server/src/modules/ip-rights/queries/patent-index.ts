import type { Ctx } from '../../../platform/context/context.ts';
import {
  CodeColumn,
  IntColumn,
  NO_DAY,
  orderBy,
  RegisterIndex,
  type RowTest,
  SetColumn,
  streamRows,
  toDay,
} from '../../../platform/register-index/index.ts';
import { ABNORMAL_FLAGS } from '../repositories/abnormal-flags.ts';
import {
  byCode,
  codeTest,
  orderByName,
  orderMaker,
  RightColumns,
  type RightFilter,
  type RightIndexData,
  type RightRow,
  rankOf,
  rightJoins,
  rightTests,
} from './right-index.ts';

interface Row extends RightRow {
  readonly title: string;
  readonly application_no: string;
  readonly publication_no: string | null;
  readonly grant_no: string | null;
  readonly country: string;
  readonly kind: string;
  readonly filed_on: string | null;
  readonly granted_on: string | null;
  readonly next_due_on: string | null;
  readonly ipc_main: string | null;
  readonly ipc: string[];
  readonly abnormal: boolean;
}

const STATEMENT = `select r.id, r.title, r.application_no, r.publication_no, r.grant_no, r.country, r.kind, r.filed_on, r.granted_on, r.next_due_on,
    r.ipc_main, r.ipc, r.abnormal or fs.patent_key is not null as abnormal, r.town_code, hs.*, ps.*
  from ip_rights.patent r ${rightJoins('ip_rights.patent_holder', 'ip_rights.patent_period', 'patent_id')}
    left join (select distinct a.patent_key from (${ABNORMAL_FLAGS}) a where a.district = $1 and a.cleared_on is null) fs on fs.patent_key = r.record_key
  where r.district = $1 order by r.filed_on desc nulls last, r.id`;

export interface PatentIndexData extends RightIndexData {
  readonly country: CodeColumn;
  readonly kind: CodeColumn;
  readonly filed: IntColumn;
  readonly granted: IntColumn;
  readonly due: IntColumn;
  readonly ipcMain: CodeColumn;
  readonly ipc: SetColumn;
  readonly abnormal: IntColumn;
}

export const PATENT_SORTS = [
  'title',
  'applicationNo',
  'kind',
  'status',
  'town',
  'ipcMain',
  'filedOn',
  'grantedOn',
  'nextDueOn',
] as const;

async function build(ctx: Ctx): Promise<PatentIndexData> {
  const rights = new RightColumns();
  const columns = {
    country: new CodeColumn(),
    kind: new CodeColumn(),
    filed: new IntColumn(),
    granted: new IntColumn(),
    due: new IntColumn(),
    ipcMain: new CodeColumn(),
    ipc: new SetColumn(),
    abnormal: new IntColumn(),
  };
  const numbers: string[] = [];
  for await (const rows of streamRows<Row>(ctx.services.pool, STATEMENT, [ctx.district])) {
    for (const row of rows) {
      const undotted = row.application_no.replace('.', '');
      rights.push(ctx, row, row.title, [row.application_no, undotted, row.publication_no, row.grant_no]);
      numbers.push(row.application_no);
      columns.country.push(row.country);
      columns.kind.push(row.kind);
      columns.filed.push(toDay(row.filed_on));
      columns.granted.push(toDay(row.granted_on));
      columns.due.push(toDay(row.next_due_on));
      columns.ipcMain.push(row.ipc_main);
      columns.ipc.push(row.ipc);
      columns.abnormal.push(row.abnormal ? 1 : 0);
    }
  }
  rights.seal();
  const size = rights.ids.length;
  const makers = {
    title: () => orderByName(rights.names),
    applicationNo: () => orderByName(numbers),
    kind: () => orderBy(size, byCode(columns.kind)),
    status: (day: number) => {
      const rank = rankOf(rights.statusCodes);
      return orderBy(size, (row) => rank[rights.statusAt(row, day)] as number);
    },
    town: () => orderBy(size, byCode(rights.town)),
    ipcMain: () => orderBy(size, byCode(columns.ipcMain)),
    filedOn: () => orderBy(size, (row) => columns.filed.at(row)),
    grantedOn: () => orderBy(size, (row) => columns.granted.at(row)),
    nextDueOn: () => orderBy(size, (row) => columns.due.at(row)),
  };
  return { ...columns, rights, size, order: orderMaker(makers, new Set(['status'])), selections: new Map() };
}

export const patentIndex = new RegisterIndex<PatentIndexData>({
  name: 'patents',
  dependsOn: ['patents', 'parties', 'mentions'],
  build,
});

export interface PatentFilter extends RightFilter {
  readonly kind?: readonly string[] | undefined;
  /** Symbols by prefix without blanks: `H01B`, `H01B11/22`. */
  readonly ipc?: readonly string[] | undefined;
  readonly filedFrom?: string | undefined;
  readonly filedTo?: string | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  readonly abnormal?: boolean | undefined;
}

/** A filter as row tests, cheap ones first. */
export function patentTests(ctx: Ctx, data: PatentIndexData, filter: PatentFilter): RowTest[] {
  const from = filter.filedFrom === undefined ? undefined : toDay(filter.filedFrom);
  const to = filter.filedTo === undefined ? undefined : toDay(filter.filedTo);
  const dueFrom = filter.dueFrom === undefined ? undefined : toDay(filter.dueFrom);
  const dueTo = filter.dueTo === undefined ? undefined : toDay(filter.dueTo);
  const prefixes = filter.ipc?.map((symbol) => symbol.replace(/\s/g, '').toUpperCase());
  const symbols = data.ipc.codes.matching((code) => prefixes?.some((prefix) => code.startsWith(prefix)) ?? false);
  const tests = [
    codeTest(data.kind, filter.kind),
    from === undefined ? undefined : (row: number) => data.filed.at(row) >= from,
    dueFrom === undefined ? undefined : (row: number) => data.due.at(row) >= dueFrom,
    dueTo === undefined ? undefined : (row: number) => data.due.at(row) <= dueTo && data.due.at(row) !== NO_DAY,
    to === undefined ? undefined : (row: number) => data.filed.at(row) <= to && data.filed.at(row) > -1_000_000,
    filter.abnormal === undefined ? undefined : (row: number) => (data.abnormal.at(row) === 1) === filter.abnormal,
    ...rightTests(ctx, data, filter),
    prefixes === undefined || prefixes.length === 0
      ? undefined
      : (row: number) => data.ipc.at(row, data.size).some((n) => symbols[n] === 1),
  ];
  return tests.filter((test) => test !== undefined);
}
