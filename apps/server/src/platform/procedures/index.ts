export type {
  ActionEffect,
  ActionStep,
  ClockDefinition,
  ClockTerm,
  ProcedureAction,
  ProcedureDefinition,
  ProcedureFile,
  ProcedureTemplate,
  Standing,
} from './definition.ts';
export { type DocumentOrder, generateDocument } from './generate-document.ts';
export { type KeptPaper, keepPaper } from './keep-paper.ts';
export { type FileOrder, openFile } from './open-file.ts';
export { type ActionInput, performAction } from './perform-action.ts';
export { proceduresModule } from './procedures.module.ts';
export { getFilePanel } from './queries/show-file.ts';
export { sendNotice } from './send-notices.ts';
export { workingCalendarOf } from './working-days.ts';
