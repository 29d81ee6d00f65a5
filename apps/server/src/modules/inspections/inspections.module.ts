import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { addInspectionPhoto } from './commands/add-photo.ts';
import { answerCorrection } from './commands/answer-correction.ts';
import { assignInspectionTask, createInspectionTask } from './commands/create-tasks.ts';
import { addPrinterEntry, reversePrinterEntry } from './commands/keep-ledgers.ts';
import { createPledge, reviewPledge, savePledge } from './commands/keep-pledges.ts';
import {
  addPrinterPerson,
  endPrinter,
  endPrinterPerson,
  registerPrinter,
  updatePrinter,
} from './commands/keep-printers.ts';
import { recordInspection } from './commands/record-inspection.ts';
import { resolveInspectionRecord } from './commands/resolve-record.ts';
import { closeInspectionCampaign, createInspectionCampaign, enterCampaignFigure } from './commands/run-campaign.ts';
import { performInspectionDraw, prepareInspectionDraw, voidInspectionDraw } from './commands/run-draw.ts';
import { inspectionFacts } from './facts/index.ts';
import {
  CAMPAIGN_EDIT,
  DRAW_RUN,
  inspectionActions,
  inspectionErrors,
  inspectionPermissions,
  LEDGER_KEEP,
  ORDER_ANSWER,
  OWN_READ,
  PLEDGE_FILE,
  PLEDGE_READ,
  PLEDGE_REVIEW,
  PRINTER_EDIT,
  PRINTER_READ,
  RECORD_RESOLVE,
  TASK_ASSIGN,
  TASK_READ,
  TASK_WORK,
} from './inspections.catalogue.ts';
import { caseSubscribers, hearCaseTasks } from './jobs/hear-cases.ts';
import { checkProcedure } from './procedure/check-procedure.ts';
import { pledgeProcedure } from './procedure/pledge-procedure.ts';
import { listInspectors } from './queries/inspectors.ts';
import { listOwnInspections } from './queries/list-own-inspections.ts';
import { getInspectionCampaign, getInspectionChoices, listInspectionCampaigns } from './queries/show-campaigns.ts';
import { downloadInspectionDraw, getInspectionDraw, listInspectionDraws } from './queries/show-draws.ts';
import { exportPledges, getPledge, listPledges } from './queries/show-pledges.ts';
import {
  exportPrinterEntries,
  exportPrinters,
  getPrinter,
  listPrinterEntries,
  listPrinters,
} from './queries/show-printers.ts';
import {
  exportInspectionTasks,
  getInspectionPhoto,
  getInspectionTask,
  listInspectionTasks,
} from './queries/show-tasks.ts';

const done = { ok: true } as const;

const stepActions = Object.fromEntries(
  [checkProcedure, pledgeProcedure].flatMap((procedure) =>
    procedure.actions.map((action) => [`${procedure.procedure}.${action.action}`, action.label]),
  ),
);

const campaigns: ModuleDefinition['routes'] = [
  bind('getInspectionChoices', PLEDGE_READ, (ctx) => getInspectionChoices(ctx)),
  bind('listInspectionCampaigns', TASK_READ, (ctx) => listInspectionCampaigns(ctx)),
  bind('getInspectionCampaign', TASK_READ, (ctx, { params }) => getInspectionCampaign(ctx, params.id)),
  bind('createInspectionCampaign', CAMPAIGN_EDIT, (ctx, { body }) => createInspectionCampaign(ctx, body)),
  bind('closeInspectionCampaign', CAMPAIGN_EDIT, async (ctx, { params, body }) => {
    await closeInspectionCampaign(ctx, params.id, body.results);
    return done;
  }),
  bind('enterCampaignFigure', CAMPAIGN_EDIT, (ctx, { params, body }) => enterCampaignFigure(ctx, params.id, body)),
  bind('listInspectionDraws', TASK_READ, (ctx, { query }) => listInspectionDraws(ctx, query)),
  bind('getInspectionDraw', TASK_READ, (ctx, { params }) => getInspectionDraw(ctx, params.id)),
  bind('downloadInspectionDraw', TASK_READ, (ctx, { params }) => downloadInspectionDraw(ctx, params.id)),
  bind('prepareInspectionDraw', DRAW_RUN, (ctx, { body }) => prepareInspectionDraw(ctx, body)),
  bind('performInspectionDraw', DRAW_RUN, (ctx, { params, body }) => performInspectionDraw(ctx, params.id, body)),
  bind('voidInspectionDraw', DRAW_RUN, async (ctx, { params, body }) => {
    await voidInspectionDraw(ctx, params.id, body.reason);
    return done;
  }),
];

const tasks: ModuleDefinition['routes'] = [
  bind('listInspectionTasks', TASK_READ, (ctx, { query }) => listInspectionTasks(ctx, query)),
  bind('exportInspectionTasks', TASK_READ, (ctx, { query }) => exportInspectionTasks(ctx, query)),
  bind('getInspectionTask', TASK_READ, (ctx, { params }) => getInspectionTask(ctx, params.id)),
  bind('createInspectionTask', TASK_ASSIGN, (ctx, { body }) => createInspectionTask(ctx, body)),
  bind('assignInspectionTask', TASK_ASSIGN, async (ctx, { params, body }) => {
    await assignInspectionTask(ctx, params.id, body);
    return done;
  }),
  bind('recordInspection', TASK_WORK, (ctx, { params, body }) => recordInspection(ctx, params.id, body)),
  bind('addInspectionPhoto', TASK_WORK, async (ctx, { params, file }) => {
    await addInspectionPhoto(ctx, params.id, file);
    return done;
  }),
  bind('getInspectionPhoto', TASK_READ, (ctx, { params }) => getInspectionPhoto(ctx, params.id, params.sha256)),
  bind('resolveInspectionRecord', RECORD_RESOLVE, async (ctx, { params, body }) => {
    await resolveInspectionRecord(ctx, params.id, body);
    return done;
  }),
  bind('listOwnInspections', OWN_READ, (ctx, { query }) => listOwnInspections(ctx, query)),
  bind('answerCorrection', ORDER_ANSWER, async (ctx, { params, file }) => {
    await answerCorrection(ctx, params.id, file);
    return done;
  }),
  bind('listInspectors', TASK_READ, (ctx, { query }) => listInspectors(ctx, query)),
];

const printers: ModuleDefinition['routes'] = [
  bind('listPrinters', PRINTER_READ, (ctx, { query }) => listPrinters(ctx, query)),
  bind('exportPrinters', PRINTER_READ, (ctx, { query }) => exportPrinters(ctx, query)),
  bind('getPrinter', PRINTER_READ, (ctx, { params }) => getPrinter(ctx, params.id)),
  bind('registerPrinter', PRINTER_EDIT, (ctx, { body }) => registerPrinter(ctx, body)),
  bind('updatePrinter', PRINTER_EDIT, (ctx, { params, body }) => updatePrinter(ctx, params.id, body)),
  bind('endPrinter', PRINTER_EDIT, async (ctx, { params, body }) => {
    await endPrinter(ctx, params.id, body);
    return done;
  }),
  bind('addPrinterPerson', PRINTER_EDIT, (ctx, { params, body }) => addPrinterPerson(ctx, params.id, body)),
  bind('endPrinterPerson', PRINTER_EDIT, async (ctx, { params, body }) => {
    await endPrinterPerson(ctx, params.id, body.on);
    return done;
  }),
  bind('listPrinterEntries', PRINTER_READ, (ctx, { params, query }) => listPrinterEntries(ctx, params.id, query)),
  bind('exportPrinterEntries', PRINTER_READ, (ctx, { params, query }) => exportPrinterEntries(ctx, params.id, query)),
  bind('addPrinterEntry', LEDGER_KEEP, (ctx, { params, body }) => addPrinterEntry(ctx, params.id, body)),
  bind('reversePrinterEntry', LEDGER_KEEP, (ctx, { params, body }) => reversePrinterEntry(ctx, params.id, body.reason)),
];

const pledges: ModuleDefinition['routes'] = [
  bind('listPledges', PLEDGE_READ, (ctx, { query }) => listPledges(ctx, query)),
  bind('exportPledges', PLEDGE_READ, (ctx, { query }) => exportPledges(ctx, query)),
  bind('getPledge', PLEDGE_READ, (ctx, { params }) => getPledge(ctx, params.id)),
  bind('createPledge', PLEDGE_FILE, (ctx, { body }) => createPledge(ctx, body)),
  bind('savePledge', PLEDGE_FILE, (ctx, { params, body }) => savePledge(ctx, params.id, body)),
  bind('reviewPledge', PLEDGE_REVIEW, async (ctx, { params, body }) => {
    await reviewPledge(ctx, params.id, body);
    return done;
  }),
];

/** Inspections: campaigns, draws, checklists, orders to correct, markets, mark printers. */
export const inspectionModule: ModuleDefinition = {
  name: 'inspections',
  permissions: inspectionPermissions,
  errors: inspectionErrors,
  actions: { ...stepActions, ...inspectionActions },
  facts: inspectionFacts,
  procedures: [checkProcedure, pledgeProcedure],
  jobs: hearCaseTasks,
  subscribers: caseSubscribers,
  routes: [...campaigns, ...tasks, ...printers, ...pledges],
};
