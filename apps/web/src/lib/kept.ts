import type { Me } from '@jince/contract';
import { deviceTable } from './device-store.ts';

/** An answer of the server kept on this device, so that field work goes on without network. */
interface KeptAnswer {
  readonly key: string;
  readonly account: string;
  readonly at: number;
  readonly value: unknown;
}
export interface Recalled<T> {
  readonly value: T;
  /** When the server gave it. */
  readonly keptAt: string;
}

const FLAG = 'jince.field-device';
/** After this time without contact what was kept is not shown any more. */
const KEPT_FOR_MS = 3 * 86_400_000;
const table = () => deviceTable<KeptAnswer>('kept');

/** Only a device on which someone has opened his own visits keeps anything. */
export function isFieldDevice(): boolean {
  try {
    return localStorage.getItem(FLAG) !== null;
  } catch {
    return false;
  }
}

export function becomeFieldDevice(): void {
  try {
    localStorage.setItem(FLAG, '1');
  } catch {
    // Without storage nothing can be kept either; the pages then need the network.
  }
}

export async function keep(account: string, name: string, value: unknown): Promise<void> {
  if (!isFieldDevice()) return;
  try {
    await table().put({ key: name, account, at: Date.now(), value });
  } catch {
    // A full or forbidden storage costs only the work without network.
  }
}

/** Who works here, without what only a live session knows. */
export const keepMe = (me: Me): Promise<void> => keep(me.userId, 'me', { ...me, csrfToken: '' });

/** What was kept under a name, of this account (of any when none is given), if it is not too old. */
export async function recall<T>(account: string | undefined, name: string): Promise<Recalled<T> | undefined> {
  if (!isFieldDevice()) return undefined;
  try {
    const row = await table().get(name);
    if (!row || (account !== undefined && row.account !== account)) return undefined;
    if (Date.now() - row.at > KEPT_FOR_MS) return undefined;
    return { value: row.value as T, keptAt: new Date(row.at).toISOString() };
  } catch {
    return undefined;
  }
}

/** Forgets answers: all at sign-out, those of others and old ones when someone begins to work here. */
export async function forgetKept(except?: string): Promise<void> {
  if (!isFieldDevice()) return;
  try {
    const rows = await table().all();
    for (const row of rows) {
      if (row.account !== except || Date.now() - row.at > KEPT_FOR_MS) await table().delete(row.key);
    }
    if (except === undefined) localStorage.removeItem(FLAG);
  } catch {
    // Nothing was kept then.
  }
}

/** fetch reports every failure to reach the server as a TypeError. */
export const isUnreachable = (error: unknown): boolean => error instanceof TypeError;

/** Asks the server and keeps its answer; without network gives what was kept, marked with when. */
export async function askOrRecall<T extends object>(
  account: string,
  name: string,
  ask: () => Promise<T>,
): Promise<T & { keptAt?: string }> {
  try {
    const value = await ask();
    void keep(account, name, value);
    return value;
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    const kept = await recall<T>(account, name);
    if (!kept) throw error;
    return { ...kept.value, keptAt: kept.keptAt };
  }
}
