import { type RawBuilder, sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import type { Freshness } from '../facts/freshness.ts';
import { type Alert, alertsOf } from './alert-catalogue.ts';
import { alertsFor } from './alert-scope.ts';
import { metBy, type SubjectAsked } from './alerts-of-subject.ts';

export interface AlertFilter {
  readonly code?: readonly string[] | undefined;
  readonly level?: readonly string[] | undefined;
  readonly town?: readonly string[] | undefined;
  readonly party?: string | undefined;
  readonly q?: string | undefined;
  readonly handled?: boolean | undefined;
  /** Due by this day, or without a day but not merely for information. */
  readonly pressingBy?: string | undefined;
  /** Only of these subjects. */
  readonly subjects?: readonly string[] | undefined;
}

export interface AlertOrder {
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** An alert that is met, with the mark that counts today. */
export interface AlertHit {
  readonly alert: Alert;
  readonly subjectId: string;
  readonly dueOn: string | null;
  readonly town: string | null;
  readonly mark: { by: string; at: string; note: string | null; until: string | null } | null;
}

export interface SelectedAlerts {
  readonly hits: readonly AlertHit[];
  readonly total: number;
  /** By code, whatever code, level and state of handling are asked for. */
  readonly counts: ReadonlyMap<string, { readonly count: number; readonly handled: number }>;
  readonly freshness: Freshness;
}

interface Row {
  counts: Record<string, [number, number]>;
  total: number;
  code: string | null;
  variant: number;
  subject_id: string;
  due_on: string | null;
  town: string | null;
  by_name: string | null;
  at: string;
  note: string | null;
  until: string | null;
}

const NOTHING = sql`select null::text as code, 0 as variant, null::uuid as subject_id, null::date as due_on, null::text as town where false`;

/** The occasion of an alert that has no day. */
export const NO_DAY = '-';

/** The facts the alerts ask for are of one state: the oldest of them says how fresh they are. */
function together(ctx: Ctx, all: readonly Freshness[]): Freshness {
  const oldest = all.toSorted((a, b) => ((a.computedAt ?? '') < (b.computedAt ?? '') ? -1 : 1))[0];
  if (oldest === undefined) return { asOf: ctx.today, computedAt: null, pending: false };
  return { ...oldest, pending: all.some((one) => one.pending) };
}

/** Kinds of subject with the alerts to ask of them, by their place in `alerts`. */
function bySubject(ctx: Ctx, alerts: readonly Alert[]): SubjectAsked[] {
  return ctx.services.jurisdiction.alertSubjects.flatMap((place) => {
    const entry = ctx.services.facts.subjects.get(place.subject);
    if (entry === undefined || !may(ctx, entry.subject.permission)) return [];
    const asked = [...alerts.entries()].filter(([, alert]) => alert.subject === place.subject);
    return asked.length === 0 ? [] : [{ place, entry, asked }];
  });
}

function wanted(filter: AlertFilter, alerts: readonly Alert[]): RawBuilder<boolean> {
  const codes = alerts
    .filter(({ code, level }) => filter.code?.includes(code) !== false && filter.level?.includes(level) !== false)
    .map((alert) => alert.code);
  const pressing = alerts.filter(({ level }) => level !== 'info').map((alert) => alert.code);
  const inTime =
    filter.pressingBy === undefined
      ? sql`true`
      : sql`(due_on <= ${filter.pressingBy}::date or (due_on is null and code = any(${pressing}::text[])))`;
  const inState =
    filter.handled === undefined ? sql`true` : filter.handled ? sql`by_name is not null` : sql`by_name is null`;
  return sql`(code = any(${codes}::text[]) and ${inState} and ${inTime})`;
}

async function run(tx: Tx, ctx: Ctx, arms: RawBuilder<unknown>, chosen: RawBuilder<boolean>, order: AlertOrder) {
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  const { rows } = await sql<Row>`
    with met as (${arms}),
    marked as materialized (
      select t.code, t.variant, t.subject_id, t.due_on, t.town, m.by_name, m.at, m.note, m.until
      from met t left join alerts.mark m on m.district = ${ctx.district} and m.code = t.code and m.subject_id = t.subject_id
        and m.occasion = coalesce(t.due_on::text, ${NO_DAY}) and (m.until is null or m.until >= ${ctx.today}::date)),
    counted as (select code, count(*) as met, count(by_name) as handled from marked group by code),
    listed as (select * from marked where ${chosen} order by due_on ${direction} nulls last, code, subject_id
      limit ${order.limit} offset ${order.offset})
    select (select coalesce(jsonb_object_agg(code, jsonb_build_array(met, handled)), '{}') from counted) as counts,
      (select count(*) from marked where ${chosen}) as total, l.*
    from (select 1) one left join listed l on true order by l.due_on ${direction} nulls last, l.code, l.subject_id`.execute(
    tx,
  );
  return rows;
}

function toHit(row: Row, alerts: readonly Alert[]): AlertHit {
  const { by_name: by, at, note, until } = row;
  return {
    alert: alerts[row.variant] as Alert,
    subjectId: row.subject_id,
    dueOn: row.due_on,
    town: row.town,
    mark: by === null ? null : { by, at, note, until },
  };
}

/**
 * The alerts met today that concern the actor, by due day; those without one come last. One statement over the facts, so
 * page, total and counts are of the same moment.
 * @param permission whose places bound what is found
 */
export async function selectAlerts(
  ctx: Ctx,
  permission: string,
  filter: AlertFilter,
  order: AlertOrder,
): Promise<SelectedAlerts> {
  const alerts = alertsFor(scopeFor(ctx, permission), alertsOf(ctx));
  const subjects = bySubject(ctx, alerts);
  return ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('jince.district', ${ctx.district}, true)`.execute(tx);
      const arms: RawBuilder<unknown>[] = [];
      const fresh: Freshness[] = [];
      for (const subject of subjects) {
        const { select, freshness } = await metBy(tx, ctx, permission, subject, filter);
        arms.push(sql`(${select})`);
        fresh.push(freshness);
      }
      const union = arms.length === 0 ? NOTHING : sql.join(arms, sql` union all `);
      const rows = await run(tx, ctx, union, wanted(filter, alerts), order);
      const first = rows[0] as Row;
      return {
        hits: rows.filter((row) => row.code !== null).map((row) => toHit(row, alerts)),
        total: first.total,
        counts: new Map(Object.entries(first.counts).map(([code, [count, handled]]) => [code, { count, handled }])),
        freshness: together(ctx, fresh),
      };
    });
}
