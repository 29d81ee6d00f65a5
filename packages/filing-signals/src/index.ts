export {
  listPassages,
  type NearDuplicate,
  NearDuplicateIndex,
  type NearDuplicatePair,
  type TextDocument,
} from './text/near-duplicate-index.ts';
export * from './types.ts';
