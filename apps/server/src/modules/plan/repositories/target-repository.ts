import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface StoredTarget {
  readonly code: string;
  readonly year: number;
  readonly value: number;
  readonly basis: 'plan' | 'district';
  readonly note: string;
  readonly setBy: string;
  readonly setAt: string;
}

const columns = sql`code, year, value, basis, note, set_by_name as "setBy", set_at as "setAt"`;

export async function listTargets(db: Db, district: string): Promise<StoredTarget[]> {
  const { rows } = await sql<StoredTarget>`select ${columns} from plan.target where district = ${district}
    order by code, year`.execute(db);
  return rows;
}

export async function lockTarget(tx: Tx, district: string, code: string, year: number) {
  const { rows } = await sql<StoredTarget>`select ${columns} from plan.target
    where district = ${district} and code = ${code} and year = ${year} for update`.execute(tx);
  return rows[0];
}

export async function upsertTarget(
  tx: Tx,
  ctx: Ctx,
  { code, year, value, basis, note }: Pick<StoredTarget, 'code' | 'year' | 'value' | 'basis' | 'note'>,
): Promise<void> {
  await sql`insert into plan.target (district, code, year, value, basis, note, set_by, set_by_name, set_at)
    values (${ctx.district}, ${code}, ${year}, ${value}, ${basis}, ${note}, ${ctx.actor.userId}, ${ctx.actor.displayName}, ${ctx.now})
    on conflict (district, code, year) do update set value = excluded.value, basis = excluded.basis, note = excluded.note,
      set_by = excluded.set_by, set_by_name = excluded.set_by_name, set_at = excluded.set_at`.execute(tx);
}

export async function deleteTarget(tx: Tx, district: string, code: string, year: number): Promise<void> {
  await sql`delete from plan.target where district = ${district} and code = ${code} and year = ${year}`.execute(tx);
}
