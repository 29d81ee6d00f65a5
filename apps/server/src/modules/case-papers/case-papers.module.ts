import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { CASE_READ } from '../cases/index.ts';
import * as can from './case-papers.catalogue.ts';
import { addCaseScan, withdrawCaseScan } from './commands/add-case-scan.ts';
import { addServiceReceipt } from './commands/add-service-receipt.ts';
import { approveCasePaper } from './commands/approve-case-paper.ts';
import { beginCasePaper } from './commands/begin-case-paper.ts';
import { concludeService } from './commands/conclude-service.ts';
import { confirmServiceAddress } from './commands/confirm-service-address.ts';
import { issueCasePaper } from './commands/issue-case-paper.ts';
import { makeCaseArchive } from './commands/make-case-archive.ts';
import { publishCasePenalty, withdrawCasePenalty } from './commands/publish-case-penalty.ts';
import { recordService } from './commands/record-service.ts';
import { saveCasePaper } from './commands/save-case-paper.ts';
import { sealCaseArchive } from './commands/seal-case-archive.ts';
import { submitCasePaper } from './commands/submit-case-paper.ts';
import { withdrawCasePaper } from './commands/withdraw-case-paper.ts';
import { makeArchiveTask } from './jobs/make-archive.ts';
import { listCasePublicity } from './queries/list-publicity.ts';
import {
  downloadCaseArchive,
  downloadCaseScan,
  downloadServiceReceipt,
  getCasePapers,
} from './queries/show-case-papers.ts';
import { downloadCasePaper, getCasePaper, previewCasePaper } from './queries/show-paper.ts';

/** Papers of cases: forms, numbers, service, publicity, archive. */
export const casePaperModule: ModuleDefinition = {
  name: 'case-papers',
  permissions: can.casePaperPermissions,
  errors: can.casePaperErrors,
  actions: can.casePaperActions,
  jobs: [makeArchiveTask],
  routes: [
    bind('getCasePapers', CASE_READ, (ctx, { params }) => getCasePapers(ctx, params.id)),
    bind('beginCasePaper', can.PAPER_DRAFT, (ctx, { params, body }) => beginCasePaper(ctx, params.id, body)),
    bind('getCasePaper', CASE_READ, (ctx, { params }) => getCasePaper(ctx, params.id)),
    bind('saveCasePaper', can.PAPER_DRAFT, (ctx, { params, body }) => saveCasePaper(ctx, params.id, body)),
    bind('previewCasePaper', CASE_READ, (ctx, { params, query }) => previewCasePaper(ctx, params.id, query.version)),
    bind('downloadCasePaper', CASE_READ, (ctx, { params, query }) => downloadCasePaper(ctx, params.id, query.format)),
    bind('submitCasePaper', can.PAPER_DRAFT, (ctx, { params, body }) => submitCasePaper(ctx, params.id, body)),
    bind('approveCasePaper', can.PAPER_APPROVE, (ctx, { params, body }) => approveCasePaper(ctx, params.id, body)),
    bind('issueCasePaper', can.PAPER_ISSUE, (ctx, { params, body }) => issueCasePaper(ctx, params.id, body)),
    bind('withdrawCasePaper', can.PAPER_WITHDRAW, (ctx, { params, body }) => withdrawCasePaper(ctx, params.id, body)),
    bind('recordService', can.SERVICE_RECORD, (ctx, { params, body }) => recordService(ctx, params.id, body)),
    bind('concludeService', can.SERVICE_RECORD, (ctx, { params, body }) => concludeService(ctx, params.id, body)),
    bind('addServiceReceipt', can.SERVICE_RECORD, (ctx, { params, file }) => addServiceReceipt(ctx, params.id, file)),
    bind('downloadServiceReceipt', CASE_READ, (ctx, { params }) => downloadServiceReceipt(ctx, params.id)),
    bind('confirmServiceAddress', can.SERVICE_RECORD, (ctx, { params, body }) =>
      confirmServiceAddress(ctx, params.id, body),
    ),
    bind('addCaseScan', can.SCAN_ADD, (ctx, { params, file }) => addCaseScan(ctx, params.id, file)),
    bind('withdrawCaseScan', can.SCAN_ADD, (ctx, { params }) => withdrawCaseScan(ctx, params.id)),
    bind('downloadCaseScan', CASE_READ, (ctx, { params }) => downloadCaseScan(ctx, params.id)),
    bind('makeCaseArchive', can.ARCHIVE_MAKE, (ctx, { params, body }) => makeCaseArchive(ctx, params.id, body)),
    bind('sealCaseArchive', can.ARCHIVE_SEAL, (ctx, { params }) => sealCaseArchive(ctx, params.id)),
    bind('downloadCaseArchive', CASE_READ, (ctx, { params }) => downloadCaseArchive(ctx, params.id)),
    bind('listCasePublicity', can.PUBLICITY_READ, (ctx, { query }) => listCasePublicity(ctx, query)),
    bind('publishCasePenalty', can.PUBLICITY_PUBLISH, (ctx, { params }) => publishCasePenalty(ctx, params.id)),
    bind('withdrawCasePenalty', can.PUBLICITY_PUBLISH, (ctx, { params, body }) =>
      withdrawCasePenalty(ctx, params.id, body),
    ),
  ],
};
