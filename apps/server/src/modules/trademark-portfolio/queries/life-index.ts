import { addMonths } from '@jince/calendar';
import type { MarkBucket } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import {
  fromDay,
  type IndexData,
  IntColumn,
  NO_DAY,
  RegisterIndex,
  type RowTest,
  streamRows,
  toDay,
} from '../../../platform/register-index/index.ts';
import { type TrademarkIndexData, trademarkIndex } from '../../ip-rights/index.ts';
import { dueDays, quarterEnd } from '../domain/due-days.ts';

/** The days of every mark of the district, in the order of the register of marks. */
export interface LifeIndexData extends IndexData {
  readonly marks: TrademarkIndexData;
  readonly ends: IntColumn;
  readonly opens: IntColumn;
  readonly graceEnds: IntColumn;
  readonly exposed: IntColumn;
  readonly opposes: IntColumn;
  readonly lastUsed: IntColumn;
}

const STATEMENT = `select r.id, r.country, r.registered_on, r.expires_on, r.preliminary_on, (
    select max(u.used_on) from ip_rights.trademark_use u where u.district = r.district
      and u.registration_no = r.registration_no and u.nice_class = r.nice_class) as last_used_on
  from ip_rights.trademark r where r.district = $1 order by r.registered_on desc nulls last, r.id`;

interface Row {
  readonly id: string;
  readonly country: string;
  readonly registered_on: string | null;
  readonly expires_on: string | null;
  readonly preliminary_on: string | null;
  readonly last_used_on: string | null;
}

const NO_DATES = { registeredOn: null, expiresOn: null, preliminaryOn: null, lastUsedOn: null };

async function build(ctx: Ctx): Promise<LifeIndexData> {
  const marks = await trademarkIndex.get(ctx);
  const rows = new Map<string, Row>();
  for await (const batch of streamRows<Row>(ctx.services.pool, STATEMENT, [ctx.district]))
    for (const row of batch) rows.set(row.id, row);
  const columns = {
    ends: new IntColumn(),
    opens: new IntColumn(),
    graceEnds: new IntColumn(),
    exposed: new IntColumn(),
    opposes: new IntColumn(),
    lastUsed: new IntColumn(),
  };
  for (const id of marks.rights.ids) {
    const row = rows.get(id);
    const used = row?.last_used_on ?? null;
    const days = dueDays(
      row === undefined
        ? { country: '', ...NO_DATES }
        : {
            country: row.country,
            registeredOn: row.registered_on,
            expiresOn: row.expires_on,
            preliminaryOn: row.preliminary_on,
            lastUsedOn: used !== null && used <= ctx.today ? used : null,
          },
    );
    columns.ends.push(toDay(days.endsOn));
    columns.opens.push(toDay(days.opensOn));
    columns.graceEnds.push(toDay(days.graceEndsOn));
    columns.exposed.push(toDay(days.exposedFrom));
    columns.opposes.push(toDay(days.opposesUntil));
    columns.lastUsed.push(toDay(used));
  }
  return { marks, size: marks.rights.ids.length, ...columns };
}

export const lifeIndex = new RegisterIndex<LifeIndexData>({
  name: 'mark-lives',
  dependsOn: ['trademarks', 'parties', 'mentions'],
  build,
});

const A_YEAR = 12;

/** Whether a mark is in a bucket today; the same test makes the figure and the list. */
export function bucketTest(ctx: Ctx, data: LifeIndexData, bucket: MarkBucket): RowTest {
  const { rights } = data.marks;
  const day = toDay(ctx.today);
  const yearOn = toDay(addMonths(ctx.today, A_YEAR));
  const yearAgo = toDay(addMonths(ctx.today, -A_YEAR));
  const quarter = toDay(quarterEnd(ctx.today));
  const is = (row: number, status: string, on = day) => rights.statusCodeAt(row, on) === status;
  const valid = (row: number, on = day) => is(row, 'registered', on) || is(row, 'grace', on);
  const tests: Readonly<Record<MarkBucket, RowTest>> = {
    quarter: (row) => data.ends.at(row) >= day && data.ends.at(row) <= quarter && is(row, 'registered'),
    window: (row) =>
      data.ends.at(row) >= day && data.opens.at(row) !== NO_DAY && data.opens.at(row) <= day && is(row, 'registered'),
    grace: (row) => is(row, 'grace'),
    lapsed: (row) => is(row, 'lapsed') && valid(row, yearAgo),
    exposed: (row) => data.exposed.at(row) !== NO_DAY && data.exposed.at(row) <= day && valid(row),
    exposing: (row) => data.exposed.at(row) > day && data.exposed.at(row) <= yearOn && valid(row),
    preliminary: (row) => data.opposes.at(row) >= day && is(row, 'preliminary'),
  };
  return tests[bucket];
}

/** The day a bucket is about. */
export function dueOf(data: LifeIndexData, bucket: MarkBucket, row: number): string | null {
  const columns: Readonly<Record<MarkBucket, IntColumn>> = {
    quarter: data.ends,
    window: data.ends,
    grace: data.graceEnds,
    lapsed: data.graceEnds,
    exposed: data.exposed,
    exposing: data.exposed,
    preliminary: data.opposes,
  };
  return fromDay(columns[bucket].at(row));
}

export const BUCKETS: readonly MarkBucket[] = [
  'quarter',
  'window',
  'grace',
  'lapsed',
  'exposed',
  'exposing',
  'preliminary',
];
