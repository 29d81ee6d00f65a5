import { type RawBuilder, sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { type Freshness, readStates } from '../facts/freshness.ts';
import { type Alert, alertsOf } from './alert-catalogue.ts';
import { type AlertFilter, filterSql, KEPT } from './alert-filter.ts';
import { alertsFor } from './alert-scope.ts';
import { type AlertedKind, alertedKinds, definitionsHash } from './alerted-kinds.ts';

export type { AlertFilter };

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
  step: number;
  subject_id: string;
  due_on: string | null;
  town: string | null;
  by_name: string | null;
  at: string;
  note: string | null;
  until: string | null;
}

/** The occasion of an alert that has no day. */
export const NO_DAY = '-';

/** How fresh the kept alerts of these kinds are; the oldest says it for all. */
async function freshnessOf(tx: Tx, ctx: Ctx, kinds: readonly AlertedKind[]): Promise<Freshness> {
  const facts = await readStates(
    tx,
    ctx,
    kinds.map((kind) => kind.entry),
  );
  const { rows } = await sql<{ subject: string; as_of: string; facts_at: string; definitions: string }>`
    select subject, as_of, facts_at, definitions from alerts.state where district = ${ctx.district}`.execute(tx);
  const kept = new Map(rows.map((row) => [row.subject, row]));
  const pending = kinds.some((kind) => {
    const [fact, alert] = [facts.get(kind.subject), kept.get(kind.subject)];
    if (fact === undefined || alert === undefined || fact.marked || fact.outdated) return true;
    return alert.as_of !== ctx.today || alert.facts_at < fact.computedAt || alert.definitions !== definitionsHash(kind);
  });
  const oldest = kinds
    .flatMap((kind) => kept.get(kind.subject) ?? [])
    .toSorted((a, b) => (a.facts_at < b.facts_at ? -1 : 1))[0];
  return { asOf: oldest?.as_of ?? ctx.today, computedAt: oldest?.facts_at ?? null, pending };
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

async function run(
  tx: Tx,
  ctx: Ctx,
  found: {
    readonly only: RawBuilder<boolean>;
    readonly codes: readonly string[];
    readonly chosen: RawBuilder<boolean>;
  },
  order: AlertOrder,
): Promise<Row[]> {
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  const kept = sql.id(KEPT);
  const { rows } = await sql<Row>`
    with marked as materialized (
      select ${kept}.code, ${kept}.step, ${kept}.subject_id, ${kept}.due_on, ${kept}.town, m.by_name, m.at, m.note, m.until
      from alerts.alert ${kept}
      left join alerts.mark m on m.district = ${kept}.district and m.code = ${kept}.code and m.subject_id = ${kept}.subject_id
        and m.occasion = coalesce(${kept}.due_on::text, ${NO_DAY}) and (m.until is null or m.until >= ${ctx.today}::date)
      where ${kept}.district = ${ctx.district} and ${kept}.code = any(${found.codes}::text[]) and ${found.only}),
    counted as (select code, count(*) as met, count(by_name) as handled from marked group by code),
    listed as (select * from marked where ${found.chosen} order by due_on ${direction} nulls last, code, subject_id
      limit ${order.limit} offset ${order.offset})
    select (select coalesce(jsonb_object_agg(code, jsonb_build_array(met, handled)), '{}') from counted) as counts,
      (select count(*) from marked where ${found.chosen}) as total, l.*
    from (select 1) one left join listed l on true order by l.due_on ${direction} nulls last, l.code, l.subject_id`.execute(
    tx,
  );
  return rows;
}

/** Rows of an alert that the jurisdiction no longer states are left out until the next refresh removes them. */
function toHits(rows: readonly Row[], alerts: readonly Alert[]): AlertHit[] {
  const known = new Map(alerts.map((alert) => [`${alert.code} ${alert.step}`, alert]));
  return rows.flatMap(({ code, step, subject_id: subjectId, due_on: dueOn, town, by_name: by, at, note, until }) => {
    const alert = known.get(`${code} ${step}`);
    return alert === undefined
      ? []
      : [{ alert, subjectId, dueOn, town, mark: by === null ? null : { by, at, note, until } }];
  });
}

/**
 * The alerts met today that concern the actor, by due day; those without one come last. Page, total and counts are of
 * one state of the database.
 * @param permission whose places bound what is found
 */
export async function selectAlerts(
  ctx: Ctx,
  permission: string,
  filter: AlertFilter,
  order: AlertOrder,
): Promise<SelectedAlerts> {
  const kinds = alertedKinds(ctx).filter((kind) => may(ctx, kind.entry.subject.permission));
  const alerts = alertsFor(scopeFor(ctx, permission), alertsOf(ctx));
  return ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('jince.district', ${ctx.district}, true)`.execute(tx);
      const only = await filterSql(tx, ctx, permission, kinds, filter);
      const codes = alerts.map((alert) => alert.code);
      const rows = await run(tx, ctx, { only, codes, chosen: wanted(filter, alerts) }, order);
      const { total, counts } = rows[0] as Row;
      return {
        hits: toHits(rows, alerts),
        total,
        counts: new Map(Object.entries(counts).map(([code, [count, handled]]) => [code, { count, handled }])),
        freshness: await freshnessOf(tx, ctx, kinds),
      };
    });
}
