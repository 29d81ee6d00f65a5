import type { Ctx } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { bind, type FileAnswer, type ModuleDefinition } from '../module.ts';
import { attachDocument } from './commands/attach-document.ts';
import { generateFileDocument } from './commands/generate-file-document.ts';
import { performFileAction } from './commands/perform-file-action.ts';
import { saveHolidayNotice } from './commands/save-holiday-notice.ts';
import { withdrawDocument } from './commands/withdraw-document.ts';
import {
  clearChangesTask,
  deskActions,
  deskBindings,
  deskPermissions,
  escalateClocksTask,
  openFilesNow,
} from './desk/index.ts';
import { definitionOf } from './file-standing.ts';
import { loadFile } from './load-file.ts';
import { BUSINESS, procedureActions, procedureErrors, procedurePermissions } from './procedures.catalogue.ts';
import { listFiles } from './queries/list-files.ts';
import { listNotices, readNotices } from './queries/list-notices.ts';
import { previewFileDocument } from './queries/preview-file-document.ts';
import { getFilePanel, toDocument } from './queries/show-file.ts';
import { listDocuments } from './repositories/file-repository.ts';
import { listHolidayNotices } from './working-days.ts';

const READ = 'procedures.file.read';

async function getDocument(ctx: Ctx, fileId: string, documentId: string) {
  const file = await loadFile(ctx, fileId);
  const row = (await listDocuments(ctx.db, ctx.district, file.id)).find((one) => one.id === documentId);
  if (row === undefined) throw new AppError('platform.not-found');
  return { row, definition: definitionOf(ctx, file.procedure) };
}

async function downloadDocument(ctx: Ctx, fileId: string, documentId: string): Promise<FileAnswer> {
  const { row } = await getDocument(ctx, fileId, documentId);
  return { fileName: row.fileName, mediaType: row.mediaType, content: await ctx.services.files.read(row.sha256) };
}

/** Files under way, whatever module declared their procedure. */
export const proceduresModule: ModuleDefinition = {
  name: 'procedures',
  permissions: [...procedurePermissions, ...deskPermissions(BUSINESS)],
  errors: procedureErrors,
  actions: { ...procedureActions, ...deskActions },
  jobs: [escalateClocksTask, clearChangesTask],
  warmUp: (ctx) => openFilesNow(ctx),
  routes: [
    bind('listFiles', READ, (ctx, { query }) => listFiles(ctx, query)),
    bind('getFilePanel', READ, (ctx, { params }) => getFilePanel(ctx, params.id)),
    bind('performFileAction', 'procedures.file.perform', (ctx, { params, body }) =>
      performFileAction(ctx, params.id, params.action, body),
    ),
    bind('attachDocument', 'procedures.document.attach', async (ctx, { params, file }) => {
      const id = await attachDocument(ctx, params.id, file);
      const { row, definition } = await getDocument(ctx, params.id, id);
      return toDocument(ctx, definition, row);
    }),
    bind('withdrawDocument', 'procedures.document.withdraw', async (ctx, { params }) => {
      await withdrawDocument(ctx, params.id, params.documentId);
      return { ok: true as const };
    }),
    bind('previewFileDocument', READ, (ctx, { params }) => previewFileDocument(ctx, params.id, params.template)),
    bind('generateFileDocument', 'procedures.document.generate', (ctx, { params }) =>
      generateFileDocument(ctx, params.id, params.template),
    ),
    bind('downloadDocument', READ, (ctx, { params }) => downloadDocument(ctx, params.id, params.documentId)),
    bind('listHolidayNotices', READ, async (ctx) => ({ items: await listHolidayNotices(ctx.db, ctx.district) })),
    bind('saveHolidayNotice', 'procedures.calendar.edit', async (ctx, { body }) => ({
      moved: await saveHolidayNotice(ctx, body),
    })),
    bind('listNotices', READ, (ctx, { query }) => listNotices(ctx, query)),
    bind('readNotices', READ, async (ctx, { body }) => {
      await readNotices(ctx, body.ids);
      return { ok: true as const };
    }),
    ...deskBindings,
  ],
};
