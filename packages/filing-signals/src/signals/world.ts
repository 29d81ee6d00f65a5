import type { SignalSettings } from '../settings.ts';
import type { AgencyFacts, Filing, HolderFacts, SignalInput } from '../types.ts';
import { dayOf } from './dates.ts';

/** The input, ready to be looked through. */
export interface World {
  input: SignalInput;
  settings: SignalSettings;
  filings: ReadonlyMap<string, Filing>;
  holders: ReadonlyMap<string, HolderFacts>;
  agencies: ReadonlyMap<string, AgencyFacts>;
  /** Filings of each holder, oldest first, undated ones last. */
  byHolder: ReadonlyMap<string, Filing[]>;
}

export function lookOver(input: SignalInput, settings: SignalSettings): World {
  const byHolder = new Map<string, Filing[]>();
  for (const filing of input.filings)
    for (const holder of new Set(filing.holders)) {
      const own = byHolder.get(holder);
      if (own) own.push(filing);
      else byHolder.set(holder, [filing]);
    }
  for (const own of byHolder.values()) own.sort(byDate);
  return {
    input,
    settings,
    filings: new Map(input.filings.map((filing) => [filing.id, filing])),
    holders: new Map(input.holders.map((holder) => [holder.id, holder])),
    agencies: new Map(input.agencies.map((agency) => [agency.id, agency])),
    byHolder,
  };
}

export function byDate(a: Filing, b: Filing): number {
  const left = a.filedOn ?? '9999';
  const right = b.filedOn ?? '9999';
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Name to be shown for a holder. */
export function nameOf(world: World, holder: string): string {
  return world.holders.get(holder)?.name ?? holder;
}

export function datedDays(filings: readonly Filing[]): { filing: Filing; day: number }[] {
  return filings
    .flatMap((filing) => (filing.filedOn === null ? [] : [{ filing, day: dayOf(filing.filedOn) }]))
    .sort((a, b) => a.day - b.day || (a.filing.id < b.filing.id ? -1 : 1));
}

/** Main field of a filing: IPC subclass such as G06F; null where there is none. */
export function fieldOf(filing: Filing): string | null {
  return /^[A-H]\d\d[A-Z]/.exec(filing.ipc[0] ?? '')?.[0] ?? null;
}
