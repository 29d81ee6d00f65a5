import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { proposeEntry } from './commands/propose-entry.ts';
import { proposeResponsible } from './commands/propose-responsible.ts';
import {
  disciplineActions,
  disciplineErrors,
  disciplinePermissions,
  ENTRY_PROPOSE,
  ENTRY_READ,
  LIST_READ,
} from './discipline.catalogue.ts';
import { disciplineContribution } from './facts/index.ts';
import { concludeEntriesTask } from './jobs/conclude-entries.ts';
import { entryProcedure } from './procedure/entry-procedure.ts';
import { exportDisciplineEntries } from './queries/export-entries.ts';
import { listDisciplineLists } from './queries/list-discipline-lists.ts';
import { listDisciplineEntries } from './queries/list-entries.ts';
import { listDisciplineSubjects } from './queries/list-subjects.ts';
import { getPartyDiscipline } from './queries/party-standing.ts';
import { getDisciplineEntry } from './queries/show-entry.ts';

/** Actions of files are audited under the name of the procedure; each has its label there. */
const stepActions = Object.fromEntries(
  entryProcedure.actions.map(({ action, label }) => [`${entryProcedure.procedure}.${action}`, label]),
);

/** Joint discipline. */
export const disciplineModule: ModuleDefinition = {
  name: 'discipline',
  permissions: disciplinePermissions,
  errors: disciplineErrors,
  actions: { ...stepActions, ...disciplineActions },
  facts: disciplineContribution,
  procedures: [entryProcedure],
  jobs: [concludeEntriesTask],
  routes: [
    bind('listDisciplineLists', LIST_READ, (ctx) => listDisciplineLists(ctx)),
    bind('listDisciplineEntries', ENTRY_READ, (ctx, { query }) => listDisciplineEntries(ctx, query)),
    bind('exportDisciplineEntries', ENTRY_READ, (ctx, { query }) => exportDisciplineEntries(ctx, query)),
    bind('getDisciplineEntry', ENTRY_READ, (ctx, { params }) => getDisciplineEntry(ctx, params.id)),
    bind('proposeEntry', ENTRY_PROPOSE, (ctx, { body }) => proposeEntry(ctx, body)),
    bind('proposeResponsible', ENTRY_PROPOSE, (ctx, { params, body }) => proposeResponsible(ctx, params.id, body)),
    bind('listDisciplineSubjects', ENTRY_PROPOSE, (ctx, { query }) => listDisciplineSubjects(ctx, query)),
    bind('getPartyDiscipline', ENTRY_READ, (ctx, { params }) => getPartyDiscipline(ctx, params.id)),
  ],
};
