export type {
  ActionEffect,
  ActionStep,
  ClockDefinition,
  ClockMove,
  ClockTerm,
  ProcedureAction,
  ProcedureDefinition,
  ProcedureFile,
  ProcedureTemplate,
  Standing,
} from './definition.ts';
export { type DocumentOrder, generateDocument } from './generate-document.ts';
export { assignHandlers, type Handler, handlersNow, listHandlers } from './handlers.ts';
export { type KeptPaper, keepPaper } from './keep-paper.ts';
export { loadFile } from './load-file.ts';
export { type KeptClock, keepClock, moveClock } from './move-clocks.ts';
export { type FileOrder, openFile } from './open-file.ts';
export { type ActionInput, performAction } from './perform-action.ts';
export { proceduresModule } from './procedures.module.ts';
export { getFilePanel } from './queries/show-file.ts';
export { noticeTo, sendNotice } from './send-notices.ts';
export { setOrganisations } from './set-organisations.ts';
export { takeNumber } from './take-number.ts';
export { tellingFailure } from './tell-failure.ts';
export { workingCalendarOf } from './working-days.ts';
