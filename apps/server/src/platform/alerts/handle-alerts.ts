import { sql } from 'kysely';
import { writeAudit } from '../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { ALERT_HANDLE } from './alerts.catalogue.ts';
import { type AlertHit, NO_DAY, selectAlerts } from './select-alerts.ts';
import { keyOf } from './show-alerts.ts';

const KEY = /^([a-z0-9-]+):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(-|\d{4}-\d{2}-\d{2})$/;

export interface HandleOrder {
  readonly keys: readonly string[];
  readonly note?: string | undefined;
  readonly until?: string | null | undefined;
  readonly undo: boolean;
}

/** The alerts of the keys; all of them must be met now and lie within the actor's places. */
async function loadAlerts(ctx: Ctx, keys: ReadonlySet<string>): Promise<AlertHit[]> {
  const parts = [...keys].map((key) => KEY.exec(key));
  if (parts.some((part) => part === null)) throw new AppError('platform.not-found');
  const subjects = [...new Set(parts.map((part) => part?.[2] as string))];
  const { hits } = await selectAlerts(
    ctx,
    ALERT_HANDLE,
    { subjects },
    { descending: false, limit: 100_000, offset: 0 },
  );
  const wanted = hits.filter(({ alert, subjectId, dueOn }) => keys.has(keyOf(alert.code, subjectId, dueOn)));
  if (wanted.length !== keys.size) throw new AppError('platform.not-found');
  return wanted;
}

const marksOf = (hits: readonly AlertHit[]) =>
  sql`(select * from json_to_recordset(${JSON.stringify(
    hits.map(({ alert, subjectId, dueOn }) => ({ code: alert.code, subject_id: subjectId, occasion: dueOn ?? NO_DAY })),
  )}::json) as k(code text, subject_id uuid, occasion text))`;

/** Writes down that alerts are being dealt with, until a day or for this occasion; or takes that back. */
export async function handleAlert(ctx: Ctx, order: HandleOrder): Promise<{ ok: true }> {
  const { note = null, until = null, undo } = order;
  if (!undo && until !== null && until < ctx.today) throw new AppError('alerts.mark.until-past', { today: ctx.today });
  const hits = await loadAlerts(ctx, new Set(order.keys));
  await inTransaction(ctx, async (tx) => {
    if (undo)
      await sql`delete from alerts.mark m using ${marksOf(hits)} k where m.district = ${ctx.district} and m.code = k.code
        and m.subject_id = k.subject_id and m.occasion = k.occasion`.execute(tx);
    else
      await sql`insert into alerts.mark (district, code, subject_id, occasion, by_id, by_name, at, note, until)
        select ${ctx.district}, k.code, k.subject_id, k.occasion, ${ctx.actor.userId}::uuid, ${ctx.actor.displayName}, ${ctx.now}::timestamptz,
          ${note}, ${until}::date
        from ${marksOf(hits)} k
        on conflict (district, code, subject_id, occasion) do update set by_id = excluded.by_id, by_name = excluded.by_name,
          at = excluded.at, note = excluded.note, until = excluded.until`.execute(tx);
    await writeAudit(tx, ctx, {
      action: 'alerts.alert.handle',
      subject: { kind: 'alert', id: order.keys[0] as string, label: hits[0]?.alert.label ?? '' },
      details: { keys: [...order.keys], note, until, undo },
    });
  });
  return { ok: true };
}
