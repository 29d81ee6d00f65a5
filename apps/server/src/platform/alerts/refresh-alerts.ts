import { type RawBuilder, sql } from 'kysely';
import { type Ctx, inTransaction } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { factSource } from '../facts/fact-source.ts';
import { factRelation } from '../facts/fact-statements.ts';
import { compileFor, needsOf } from '../facts/rules.ts';
import type { JobTask } from '../jobs/job-task.ts';
import type { Alert } from './alert-catalogue.ts';
import { type AlertedKind, alertedKinds, definitionsHash } from './alerted-kinds.ts';

export const REFRESH_ALERTS = 'alerts.refresh';

/** `code, step, subject_id, due_on, town` of the subjects one alert is met by. */
function metBy({ place }: AlertedKind, alert: Alert, asOf: string): RawBuilder<unknown> {
  const { code, step, rule, due } = alert;
  const { joins, expressions } = compileFor(due === undefined ? [rule] : [rule, due], asOf);
  const town = place.town === undefined ? sql`null` : sql.id('s', place.town);
  return sql`select ${code}::text as code, ${step}::smallint as step, s.subject_id, (${expressions[1] ?? sql`null`})::date as due_on,
      ${town}::text as town
    from ${factRelation(place.subject)} s ${joins} where ${expressions[0]}`;
}

/** Brings the kept alerts of a kind in line with the facts as they are, touching only rows that differ. */
async function refreshKind(tx: Tx, ctx: Ctx, kind: AlertedKind): Promise<void> {
  const { subject, place, alerts } = kind;
  const rules = alerts.flatMap((alert) => [alert.rule, alert.due]);
  const source = await factSource(
    tx,
    ctx,
    needsOf(subject, rules, place.town === undefined ? [] : [place.town], undefined),
  );
  const { asOf, computedAt } = source.freshness;
  const arms = alerts.map((alert) => metBy(kind, alert, asOf));
  await sql`
    with ${source.relations},
    met as materialized (${sql.join(arms, sql` union all `)}),
    gone as (delete from alerts.alert a where a.district = ${ctx.district} and a.subject = ${subject}
      and not exists (select 1 from met t where t.code = a.code and t.subject_id = a.subject_id))
    insert into alerts.alert as a (district, subject, code, subject_id, step, due_on, town)
    select ${ctx.district}, ${subject}, t.code, t.subject_id, t.step, t.due_on, t.town from met t
    on conflict (district, subject, code, subject_id) do update
      set step = excluded.step, due_on = excluded.due_on, town = excluded.town
      where (a.step, a.due_on, a.town) is distinct from (excluded.step, excluded.due_on, excluded.town)`.execute(tx);
  await sql`insert into alerts.state (district, subject, as_of, facts_at, definitions)
    values (${ctx.district}, ${subject}, ${asOf}, ${computedAt}, ${definitionsHash(kind)})
    on conflict (district, subject) do update set as_of = excluded.as_of, facts_at = excluded.facts_at,
      definitions = excluded.definitions`.execute(tx);
}

/**
 * Kinds whose kept alerts are not those of the materialised facts and of the rules as they are now. Moments of facts are
 * known to the millisecond.
 */
export async function kindsDue(ctx: Ctx): Promise<AlertedKind[]> {
  const { rows } = await sql<{ subject: string; definitions: string | null; behind: boolean | null }>`
    select f.subject, a.definitions, a.facts_at < date_trunc('milliseconds', f.refreshed_at) or a.as_of <> f.as_of as behind
    from facts.state f left join alerts.state a on a.district = f.district and a.subject = f.subject
    where f.district = ${ctx.district}`.execute(ctx.db);
  const bySubject = new Map(rows.map((row) => [row.subject, row]));
  return alertedKinds(ctx).filter((kind) => {
    const state = bySubject.get(kind.subject);
    return state !== undefined && (state.behind !== false || state.definitions !== definitionsHash(kind));
  });
}

/** Works out the alerts of every kind whose facts or rules have changed. Returns the kinds. */
export async function refreshAlerts(ctx: Ctx): Promise<string[]> {
  const due = await kindsDue(ctx);
  for (const kind of due) await inTransaction(ctx, (tx) => refreshKind(tx, ctx, kind));
  return due.map((kind) => kind.subject);
}

/** Ordered by each refresh of the facts; by itself when the rules have changed, and for what a failed run left. */
export const refreshAlertsTask: JobTask = {
  task: REFRESH_ALERTS,
  label: { zh: '更新预警', en: 'Refresh alerts' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'alerts',
  everyMinutes: 1,
  due: async (ctx) => (await kindsDue(ctx)).length > 0,
  async run(ctx, _payload, control) {
    const kinds = await refreshAlerts(ctx);
    await control.progress(kinds.length, kinds.length);
  },
};
