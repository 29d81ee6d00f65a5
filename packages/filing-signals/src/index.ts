/** Signals of abnormal filing and of agencies' conduct: pure, no clock, no files, no database. */
export { findSignals, SignalSearch } from './find-signals.ts';
export type { SignalSettings } from './settings.ts';
export type { KeyIndex as LinkedKeys } from './text/key-index.ts';
export {
  listPassages,
  type NearDuplicate,
  NearDuplicateIndex,
  type NearDuplicatePair,
  type Neighbour,
  type TextDocument,
} from './text/near-duplicate-index.ts';
export { makeSharedIndexMemory, SharedIndexBuild, type SharedIndexMemory } from './text/shared-build.ts';
export * from './types.ts';
