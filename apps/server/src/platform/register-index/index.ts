export { CodeColumn, fromDay, IntColumn, NO_DAY, orderByName, SetColumn, TextColumn, toDay } from './columns.ts';
export { foldForSearch, pinyinOf } from './fold.ts';
export { FollowedIndex } from './followed-index.ts';
export { KeptOrder } from './kept-order.ts';
export { type IndexData, type IndexSpec, RegisterIndex } from './register-index.ts';
export { bumpRegisterVersion, registersChangedAt, registerVersions } from './register-version.ts';
export {
  keptSelection,
  orderBy,
  type PageRequest,
  pageOfSelection,
  parseSort,
  type RowTest,
  type Selection,
  selectPage,
  selectRows,
} from './select-page.ts';
export { streamRows } from './stream-rows.ts';
export { ValueColumn } from './value-column.ts';
