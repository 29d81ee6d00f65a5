import type { ReadLimits, SourceNote } from './types.ts';

/** What every opener of a file gets. */
export interface OpenContext {
  path: string;
  fileName: string;
  limits: ReadLimits;
  knownHeaders: ReadonlySet<string>;
  notes: SourceNote[];
  signal?: AbortSignal;
}

/** Bytes looked at to find format and encoding. */
export const SAMPLE_BYTES = 1 << 20;
