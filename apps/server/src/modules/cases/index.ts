/** Public face of the cases module. */
export { CASE_ASSIGN, CASE_HANDLE, CASE_READ } from './cases.catalogue.ts';
export { caseModule } from './cases.module.ts';
export {
  recordPaperServed,
  recordPublication,
  recordTransferAnswer,
  type ServedPaper,
  type TransferAnswer,
} from './commands/record-for-others.ts';
export { type ClueOrder, type RegisteredClue, registerClue } from './commands/register-clue.ts';
export { seedDemoCases } from './demo/seed-demo-cases.ts';
export { CASE_PROCEDURE } from './procedure/case-procedure.ts';
export {
  type CaseOutcome,
  findCases,
  getCaseRecord,
  listCaseOutcomes,
  type OutcomeQuestion,
  requireCase,
} from './queries/for-others.ts';
export { projectRows as projectCases } from './repositories/row-repository.ts';
