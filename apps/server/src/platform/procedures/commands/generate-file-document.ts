import type { RouteOutput, routes } from '@jince/contract';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { definitionOf } from '../file-standing.ts';
import { generateDocument } from '../generate-document.ts';
import { loadFile } from '../load-file.ts';
import { requireTemplate } from '../offer-templates.ts';
import { toDocument } from '../queries/show-file.ts';
import { findFile, listDocuments, withdrawDrafts } from '../repositories/file-repository.ts';

/**
 * Makes an official paper from a file. One made from the same template since the file's last action is taken back, so
 * that a correction leaves one paper; those made before that stand.
 */
export async function generateFileDocument(
  ctx: Ctx,
  fileId: string,
  code: string,
): Promise<RouteOutput<(typeof routes)['generateFileDocument']>> {
  const file = await loadFile(ctx, fileId);
  const definition = definitionOf(ctx, file.procedure);
  const template = requireTemplate(ctx, definition, file, code);
  const values = await template.values(ctx, file);
  const ids = await inTransaction(ctx, async (tx) => {
    // Whoever acts on the file meanwhile waits, and the paper is of the state it was judged by.
    const now = (await findFile(tx, ctx.district, file.id, true)) ?? file;
    requireTemplate(ctx, definition, now, code);
    await withdrawDrafts(tx, ctx.district, file.id, { from: code, at: ctx.now });
    const number = await template.number?.(tx, ctx, now);
    return generateDocument(
      { tx, ctx, file: now },
      {
        template: code,
        values: number === undefined ? values : { ...values, documentNumber: number },
        kind: template.kind,
        title: template.label.zh,
      },
    );
  });
  const rows = await listDocuments(ctx.db, ctx.district, file.id);
  return { items: rows.filter((row) => ids.includes(row.id)).map((row) => toDocument(ctx, definition, row)) };
}
