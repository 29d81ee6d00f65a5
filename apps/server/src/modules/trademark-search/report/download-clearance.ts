import type { Ctx } from '../../../platform/context/context.ts';
import { renderDocx, renderPdf } from '../../../platform/documents/index.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { goodsRelationsOn } from '../domain/mark-options.ts';
import { adviseOnFiling } from '../queries/advise-on-filing.ts';
import { adviseOnSign } from '../queries/advise-on-sign.ts';
import { findPriorRights } from '../queries/find-prior-rights.ts';
import { searchMarks, type TextQuestion } from '../queries/search-marks.ts';
import { composeClearance } from './compose-clearance.ts';

export interface ClearanceQuestion extends TextQuestion {
  readonly party?: string | undefined;
  readonly format: 'pdf' | 'docx';
}

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Characters that no file system minds. */
const nameOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').slice(0, 20);

/** The report before filing as a file; it is made when it is asked for and kept nowhere. */
export async function downloadClearance(
  asker: Ctx,
  { format, party, ...question }: ClearanceQuestion,
): Promise<FileAnswer> {
  const ctx: Ctx = { ...asker, language: 'zh' };
  const filing = await adviseOnFiling(ctx, { text: question.text, party });
  const { bodies, district } = ctx.services.jurisdiction;
  const document = composeClearance(
    {
      question,
      answer: await searchMarks(ctx, question, 'actor'),
      priorRights: await findPriorRights(ctx, { text: question.text, party }, 'actor'),
      grounds: adviseOnSign(ctx, question.text),
      filing,
      goodsEdition: goodsRelationsOn(ctx.today)?.table.edition ?? null,
    },
    {
      issuer: bodies.find((body) => body.kind === 'bureau')?.name ?? district.name,
      districtName: district.name,
      demo: ctx.services.district.demo,
      today: ctx.today,
      madeAt: ctx.now,
    },
  );
  return {
    fileName: `商标近似查询报告-${nameOf(question.text)}-${ctx.today}.${format}`,
    mediaType: TYPES[format],
    content: format === 'pdf' ? renderPdf(document).content : await renderDocx(document),
  };
}
