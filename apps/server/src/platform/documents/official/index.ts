import { join } from 'node:path';
import type { OfficialPaper } from '@jince/contract';
import type { Ctx } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import type { FileAnswer } from '../../module.ts';
import { composePaper } from './compose-paper.ts';
import type { OfficialValues } from './fill-text.ts';
import { renderOfficialDocx } from './render-official-docx.ts';
import { renderOfficialPdf } from './render-official-pdf.ts';
import type { Template } from './template-types.ts';

export type { OfficialValues } from './fill-text.ts';
export { sampleValues } from './sample-values.ts';
export type { Template } from './template-types.ts';

const DEMO = '演示数据';
const MEDIA_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type PaperFormat = keyof typeof MEDIA_TYPES;

/** @throws AppError 404 documents.template.unknown */
export function getTemplate(ctx: Ctx, code: string): Template {
  const template = ctx.services.jurisdiction.documentTemplates.find((one) => one.code === code);
  if (template === undefined) throw new AppError('documents.template.unknown', { template: code });
  return template;
}

/**
 * The finished parts of an official paper, for the screen: texts only, no markup.
 * @param code template of the jurisdiction pack
 * @param values by the paths of the template's fields, nested: `{ party: { name: '…' }, amountFen: 50000000 }`; more than
 *   the template names is ignored
 * @throws AppError 404 for an unknown template, 409 documents.value.missing / documents.value.invalid naming the field
 */
export function previewOfficial(ctx: Ctx, code: string, values: OfficialValues): OfficialPaper {
  const { jurisdiction, district } = ctx.services;
  const filling = { template: getTemplate(ctx, code), values, today: ctx.today, reading: jurisdiction };
  return composePaper(filling, district.demo ? DEMO : null);
}

const fileNameOf = (paper: OfficialPaper, format: PaperFormat) =>
  `${paper.title.replace(/[\\/:*?"<>|\s]+/g, '').slice(0, 80)}.${format}`;

/**
 * An official paper after GB/T 9704-2012 as PDF/A or as Word file. Faces of the folder `fonts` in the data folder come
 * before the shipped ones.
 * @throws AppError as {@link previewOfficial}
 */
export async function renderOfficial(
  ctx: Ctx,
  code: string,
  values: OfficialValues,
  { format }: { readonly format: PaperFormat },
): Promise<FileAnswer & { readonly content: Buffer }> {
  const paper = previewOfficial(ctx, code, values);
  const content =
    format === 'docx'
      ? await renderOfficialDocx(paper, getTemplate(ctx, code).issuers[0] ?? '')
      : renderOfficialPdf({
          paper,
          fontsFolder: join(ctx.services.config.dataDir, 'fonts'),
          createdAtSeconds: Math.floor(ctx.now.getTime() / 1000),
        });
  return { fileName: fileNameOf(paper, format), mediaType: MEDIA_TYPES[format], content };
}
