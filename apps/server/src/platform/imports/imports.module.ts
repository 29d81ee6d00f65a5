import { writeAudit } from '../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { bind, type ModuleDefinition } from '../module.ts';
import { cancelImport, commitImport, retryImport, undoImport } from './commands/change-import.ts';
import { decideImportRow } from './commands/decide-import-row.ts';
import { setImportMapping } from './commands/set-import-mapping.ts';
import { uploadImport } from './commands/upload-import.ts';
import { importActions, importErrors, importPermissions } from './imports.catalogue.ts';
import { commitImportTask, undoImportTask } from './jobs/apply-import.ts';
import { readImportTask } from './jobs/read-import.ts';
import { downloadRefused } from './queries/download-refused.ts';
import { getImport, getImportRecord, getImportSummary, listImports, mayOpenFile } from './queries/show-import.ts';
import { getImportRow, listImportRows } from './queries/show-rows.ts';

function listImportKinds(ctx: Ctx) {
  const kinds = [...ctx.services.importKinds.values()].map((kind) => ({
    kind: kind.kind,
    label: kind.label[ctx.language],
    description: kind.description[ctx.language],
    recordLabel: kind.recordType.label[ctx.language],
    senders: kind.senders.map((sender) => ({ code: sender.code, label: sender.label[ctx.language] })),
    fields: kind.fields.map((field) => ({
      name: field.name,
      label: field.label[ctx.language],
      type: field.type,
      required: field.required ?? false,
      aliases: [...field.aliases],
    })),
  }));
  return { kinds, limits: { maxBytes: ctx.services.config.maxUploadBytes } };
}

/** The file as it came. One that names people who must be protected is for who may know them, and each look is logged. */
async function downloadImportFile(ctx: Ctx, id: string) {
  const record = await getImportRecord(ctx, id);
  const { sealed } = ctx.services.importKinds.get(record.kind ?? '') ?? {};
  if (sealed !== undefined) {
    if (!mayOpenFile(ctx, record))
      throw new AppError('imports.file.sealed', {
        permission: ctx.services.permissionLabel(sealed.permission)[ctx.language],
      });
    await inTransaction(ctx, (tx) =>
      writeAudit(tx, ctx, {
        action: 'imports.file.open',
        subject: { kind: 'import', id, label: record.file_name },
        details: {},
      }),
    );
  }
  return {
    fileName: record.file_name,
    mediaType: 'application/octet-stream',
    content: await ctx.services.files.read(record.sha256),
  };
}

export const importsModule: ModuleDefinition = {
  name: 'imports',
  permissions: importPermissions,
  errors: importErrors,
  actions: importActions,
  jobs: [readImportTask, commitImportTask, undoImportTask],
  routes: [
    bind('listImportKinds', 'imports.import.read', async (ctx) => listImportKinds(ctx)),
    bind('uploadImport', 'imports.import.create', async (ctx, { file }) =>
      getImportSummary(ctx, await uploadImport(ctx, file)),
    ),
    bind('listImports', 'imports.import.read', (ctx, { query }) => listImports(ctx, query)),
    bind('getImport', 'imports.import.read', (ctx, { params }) => getImport(ctx, params.id)),
    bind('setImportMapping', 'imports.import.create', async (ctx, { params, body }) => {
      await setImportMapping(ctx, params.id, body);
      return getImport(ctx, params.id);
    }),
    bind('listImportRows', 'imports.import.read', (ctx, { params, query }) => listImportRows(ctx, params.id, query)),
    bind('getImportRow', 'imports.import.read', (ctx, { params }) => getImportRow(ctx, params.id, params.rowNo)),
    bind('decideImportRow', 'imports.import.commit', async (ctx, { params, body }) => {
      await decideImportRow(ctx, params.id, params.rowNo, body.decision, body.note);
      return getImportRow(ctx, params.id, params.rowNo);
    }),
    bind('commitImport', 'imports.import.commit', async (ctx, { params }) => {
      await commitImport(ctx, params.id);
      return getImportSummary(ctx, params.id);
    }),
    bind('undoImport', 'imports.import.undo', async (ctx, { params }) => {
      await undoImport(ctx, params.id);
      return getImportSummary(ctx, params.id);
    }),
    bind('cancelImport', 'imports.import.create', async (ctx, { params }) => {
      await cancelImport(ctx, params.id);
      return getImportSummary(ctx, params.id);
    }),
    bind('retryImport', 'imports.import.create', async (ctx, { params }) => {
      await retryImport(ctx, params.id);
      return getImportSummary(ctx, params.id);
    }),
    bind('downloadRefused', 'imports.import.read', (ctx, { params }) => downloadRefused(ctx, params.id)),
    bind('downloadImportFile', 'imports.import.read', (ctx, { params }) => downloadImportFile(ctx, params.id)),
  ],
};
