import type { Ctx } from '../../../platform/context/context.ts';
import {
  CodeColumn,
  IntColumn,
  orderBy,
  RegisterIndex,
  type RowTest,
  streamRows,
  toDay,
} from '../../../platform/register-index/index.ts';
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
  readonly name: string;
  readonly registration_no: string;
  readonly country: string;
  readonly nice_class: number;
  readonly filed_on: string | null;
  readonly registered_on: string | null;
  readonly expires_on: string | null;
}

const STATEMENT = `select r.id, r.name, r.registration_no, r.country, r.nice_class, r.filed_on, r.registered_on, r.expires_on, r.town_code, hs.*, ps.*
  from ip_rights.trademark r ${rightJoins('ip_rights.trademark_holder', 'ip_rights.trademark_period', 'trademark_id')}
  where r.district = $1 order by r.registered_on desc nulls last, r.id`;

export interface TrademarkIndexData extends RightIndexData {
  readonly country: CodeColumn;
  readonly niceClass: CodeColumn;
  readonly filed: IntColumn;
  readonly registered: IntColumn;
  readonly expires: IntColumn;
}

export const TRADEMARK_SORTS = [
  'name',
  'registrationNo',
  'niceClass',
  'status',
  'town',
  'filedOn',
  'registeredOn',
  'expiresOn',
] as const;

async function build(ctx: Ctx): Promise<TrademarkIndexData> {
  const rights = new RightColumns();
  const columns = {
    country: new CodeColumn(),
    niceClass: new CodeColumn(),
    filed: new IntColumn(),
    registered: new IntColumn(),
    expires: new IntColumn(),
  };
  const numbers: string[] = [];
  for await (const rows of streamRows<Row>(ctx.services.pool, STATEMENT, [ctx.district])) {
    for (const row of rows) {
      rights.push(ctx, row, row.name, [row.registration_no]);
      numbers.push(row.registration_no);
      columns.country.push(row.country);
      columns.niceClass.push(String(row.nice_class));
      columns.filed.push(toDay(row.filed_on));
      columns.registered.push(toDay(row.registered_on));
      columns.expires.push(toDay(row.expires_on));
    }
  }
  rights.seal();
  const size = rights.ids.length;
  const makers = {
    name: () => orderByName(rights.names),
    registrationNo: () => orderByName(numbers.map((number) => number.padStart(10, '0'))),
    niceClass: () => orderBy(size, (row) => Number(columns.niceClass.codeAt(row))),
    status: (day: number) => {
      const rank = rankOf(rights.statusCodes);
      return orderBy(size, (row) => rank[rights.statusAt(row, day)] as number);
    },
    town: () => orderBy(size, byCode(rights.town)),
    filedOn: () => orderBy(size, (row) => columns.filed.at(row)),
    registeredOn: () => orderBy(size, (row) => columns.registered.at(row)),
    expiresOn: () => orderBy(size, (row) => columns.expires.at(row)),
  };
  return { ...columns, rights, size, order: orderMaker(makers, new Set(['status'])), selections: new Map() };
}

export const trademarkIndex = new RegisterIndex<TrademarkIndexData>({
  name: 'trademarks',
  dependsOn: ['trademarks', 'parties', 'mentions'],
  build,
});

export interface TrademarkFilter extends RightFilter {
  readonly niceClass?: readonly string[] | undefined;
}

export function trademarkTests(ctx: Ctx, data: TrademarkIndexData, filter: TrademarkFilter): RowTest[] {
  return [codeTest(data.niceClass, filter.niceClass), ...rightTests(ctx, data, filter)].filter(
    (test) => test !== undefined,
  );
}
