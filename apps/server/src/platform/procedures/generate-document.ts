import { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../audit/write-audit.ts';
import { type OfficialValues, renderOfficial } from '../documents/official/index.ts';
import { AppError } from '../errors/errors.ts';
import type { ActionStep } from './definition.ts';
import { definitionOf } from './file-standing.ts';
import { insertDocument } from './repositories/file-repository.ts';

export interface DocumentOrder {
  /** Template of the jurisdiction's `documents/`. */
  readonly template: string;
  readonly values: OfficialValues;
  /** Kind of document the procedure declares. */
  readonly kind: string;
  readonly title: string;
}

/**
 * Makes an official paper as PDF and as Word file and keeps both in the file, in the transaction of the step. Returns
 * the documents' ids, the PDF first.
 * @throws AppError procedures.document.kind, and documents.value.missing / documents.value.invalid naming the field
 */
export async function generateDocument(
  { tx, ctx, file }: Pick<ActionStep, 'tx' | 'ctx' | 'file'>,
  order: DocumentOrder,
): Promise<readonly string[]> {
  const { template, values, kind, title } = order;
  const definition = definitionOf(ctx, file.procedure);
  if (!definition.documents.some((one) => one.kind === kind)) throw new AppError('procedures.document.kind', { kind });
  const ids: string[] = [];
  for (const format of ['pdf', 'docx'] as const) {
    const { fileName, mediaType, content } = await renderOfficial(ctx, template, values, { format });
    const stored = await ctx.services.files.put(Readable.from([content]), ctx.services.config.maxDocumentBytes);
    const id = uuidv7();
    await insertDocument(tx, ctx.district, file.id, {
      id,
      kind,
      title: title.slice(0, 200),
      fileName,
      mediaType,
      sha256: stored.sha256,
      size: stored.size,
      madeFrom: template,
      addedBy: ctx.actor.userId,
      addedByName: ctx.actor.displayName,
      addedAt: ctx.now,
    });
    ids.push(id);
  }
  await writeAudit(tx, ctx, {
    action: 'procedures.document.generate',
    subject: { kind: file.procedure, id: file.id, label: file.number },
    details: { template, kind, title, documents: ids.join(' ') },
  });
  return ids;
}
