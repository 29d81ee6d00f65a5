import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { adjudicationProcedure } from './adjudication/adjudication-procedure.ts';
import { createAdjudication, getAdjudication, listAdjudications } from './adjudication/adjudications.ts';
import {
  ADJUDICATION_HANDLE,
  ADJUDICATION_READ,
  CASE_ASSIGN,
  CASE_HANDLE,
  CASE_READ,
  CASE_REGISTER,
  caseActions,
  caseErrors,
  casePermissions,
} from './cases.catalogue.ts';
import { changeCasesInBulk, previewBulkCases } from './commands/bulk-cases.ts';
import { createClue } from './commands/create-clue.ts';
import { saveCaseFacts } from './commands/save-case-facts.ts';
import { saveCaseGoods } from './commands/save-case-goods.ts';
import { recuseCaseOfficer, saveCaseOfficers } from './commands/save-case-officers.ts';
import { mergeCaseParty, saveCaseParties } from './commands/save-case-parties.ts';
import { caseContribution } from './facts/case-facts.ts';
import { followOfficerAccountTask } from './jobs/follow-officer-account.ts';
import { projectCasesTask } from './jobs/project-cases.ts';
import { startEnforcementTask } from './jobs/start-enforcement.ts';
import { caseProcedure } from './procedure/case-procedure.ts';
import { caseIndex } from './queries/case-index.ts';
import { getCaseOptions } from './queries/case-options.ts';
import { findCaseParties, findSimilarCases, listCaseOfficers } from './queries/choices.ts';
import { exportCases } from './queries/export-cases.ts';
import { listCases } from './queries/list-cases.ts';
import { getCase, getCaseFrame } from './queries/show-case.ts';

/** Administrative cases: from the clue to the archive. */
export const caseModule: ModuleDefinition = {
  name: 'cases',
  permissions: casePermissions,
  errors: caseErrors,
  actions: caseActions,
  facts: caseContribution,
  procedures: [caseProcedure, adjudicationProcedure],
  jobs: [projectCasesTask, startEnforcementTask, followOfficerAccountTask],
  warmUp: (ctx) => caseIndex.get(ctx),
  subscribers: {
    'procedures.calendar.changed': [projectCasesTask.task],
    'organisation.officer.linked': [followOfficerAccountTask.task],
  },
  routes: [
    bind('listCases', CASE_READ, (ctx, { query }) => listCases(ctx, query)),
    bind('exportCases', CASE_READ, (ctx, { query }) => exportCases(ctx, query)),
    bind('getCaseOptions', CASE_READ, (ctx) => getCaseOptions(ctx)),
    bind('getCase', CASE_READ, (ctx, { params }) => getCase(ctx, params.id)),
    bind('getCaseFrame', CASE_READ, (ctx, { params }) => getCaseFrame(ctx, params.id)),
    bind('createClue', CASE_REGISTER, (ctx, { body }) => createClue(ctx, body)),
    bind('findSimilarCases', CASE_REGISTER, (ctx, { body }) => findSimilarCases(ctx, body)),
    bind('saveCaseParties', CASE_HANDLE, (ctx, { params, body }) => saveCaseParties(ctx, params.id, body)),
    bind('mergeCaseParty', CASE_HANDLE, (ctx, { params, body }) =>
      mergeCaseParty(ctx, params.id, params.partyId, body),
    ),
    bind('saveCaseFacts', CASE_HANDLE, (ctx, { params, body }) => saveCaseFacts(ctx, params.id, body)),
    bind('saveCaseGoods', CASE_HANDLE, (ctx, { params, body }) => saveCaseGoods(ctx, params.id, body)),
    bind('listCaseOfficers', CASE_ASSIGN, (ctx, { query }) => listCaseOfficers(ctx, query)),
    bind('saveCaseOfficers', CASE_ASSIGN, (ctx, { params, body }) => saveCaseOfficers(ctx, params.id, body)),
    bind('recuseCaseOfficer', CASE_HANDLE, (ctx, { params, body }) =>
      recuseCaseOfficer(ctx, params.id, params.officerId, body),
    ),
    bind('previewBulkCases', CASE_ASSIGN, (ctx, { body }) => previewBulkCases(ctx, body)),
    bind('changeCasesInBulk', CASE_ASSIGN, (ctx, { body }) => changeCasesInBulk(ctx, body)),
    bind('findCaseParties', CASE_REGISTER, (ctx, { query }) => findCaseParties(ctx, query)),
    bind('listAdjudications', ADJUDICATION_READ, (ctx, { query }) => listAdjudications(ctx, query)),
    bind('getAdjudication', ADJUDICATION_READ, (ctx, { params }) => getAdjudication(ctx, params.id)),
    bind('createAdjudication', ADJUDICATION_HANDLE, (ctx, { body }) => createAdjudication(ctx, body)),
  ],
};
