/** Signals of abnormal filing and of agencies' conduct: pure, no clock, no files, no database. */
export { findSignals, SignalSearch } from './find-signals.ts';
export type { SignalSettings } from './settings.ts';
export {
  listPassages,
  type NearDuplicate,
  NearDuplicateIndex,
  type NearDuplicatePair,
  type Neighbour,
  type TextDocument,
} from './text/near-duplicate-index.ts';
export * from './types.ts';
