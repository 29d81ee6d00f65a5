import { lawNumber } from '@jince/law';
import { sql } from 'kysely';
import type { Ctx } from '../context/context.ts';

const KEYS = {
  minLength: 'security.password.min-length',
  minClasses: 'security.password.character-classes',
  maxAgeDays: 'security.password.max-age-days',
  history: 'security.password.history',
  maxFailures: 'security.login.max-failures',
  lockMinutes: 'security.login.lock-minutes',
  idleMinutes: 'security.session.idle-minutes',
  lifetimeMinutes: 'security.session.lifetime-minutes',
} as const;

/** Password, lock-out and session rules of a day (GB/T 22239-2019; see law/security). */
export type SecurityParameters = Readonly<Record<keyof typeof KEYS, number>>;

/** The value of the law on a day; a district may set its own from a date on in `platform.parameter`. */
export function securityDefault(name: keyof typeof KEYS, on: string): number {
  return lawNumber(KEYS[name], on).value;
}

export const IDLE_MINUTES_KEY = KEYS.idleMinutes;
export const MAX_AGE_DAYS_KEY = KEYS.maxAgeDays;

export async function readSecurityParameters(ctx: Ctx): Promise<SecurityParameters> {
  const { rows } = await sql<{ key: string; value: unknown }>`
    select distinct on (key) key, value from platform.parameter
    where district = ${ctx.district} and key = any(${Object.values(KEYS)}) and valid_from <= ${ctx.today}
    order by key, valid_from desc`.execute(ctx.db);
  const own = new Map(rows.map((row) => [row.key, Number(row.value)]));
  const entries = (Object.keys(KEYS) as (keyof typeof KEYS)[]).map((name) => {
    const value = own.get(KEYS[name]);
    return [name, value !== undefined && Number.isFinite(value) ? value : securityDefault(name, ctx.today)];
  });
  return Object.fromEntries(entries) as SecurityParameters;
}
