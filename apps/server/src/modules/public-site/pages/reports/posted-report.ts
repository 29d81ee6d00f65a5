import { z } from 'zod';
import type { Ctx } from '../../../../platform/context/context.ts';
import { AppError } from '../../../../platform/errors/errors.ts';
import type { PageFile } from '../../../../platform/http/public-page.ts';
import {
  carriedPapers,
  type KeptPaper,
  type Receipt,
  readReport,
  reportForm,
  submitReport,
  takeAttachment,
} from '../../../reports/index.ts';

const text = z.union([z.string(), z.array(z.string())]);
/** Whatever was posted: problems are said at the fields, so nothing is refused here. */
export const reportFields = z.record(z.string(), text);

export interface Problem {
  /** Where it stands; `form` is the page as a whole. */
  readonly field: string;
  readonly text: string;
}

/** What a form holds, with what is wrong in it. */
export interface Filled {
  readonly values: Readonly<Record<string, string>>;
  readonly papers: readonly KeptPaper[];
  readonly problems: readonly Problem[];
}

const valuesOf = (fields: z.output<typeof reportFields>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : (value.at(-1) ?? '')]),
  );

const listOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

const saying = (ctx: Ctx, error: AppError): string => ctx.services.sentence(error, ctx.language).text;

/** Takes each file by itself, so that one that is refused leaves the others. */
async function takeAll(ctx: Ctx, files: readonly PageFile[], room: number) {
  const papers: KeptPaper[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      if (papers.length >= room)
        throw new AppError('reports.attachment.too-many', { limit: reportForm(ctx).mostPapers });
      papers.push(await takeAttachment(ctx, file));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      problems.push({ field: 'papers', text: saying(ctx, error) });
    }
  }
  return { papers, problems };
}

/** A posted form: sent, or what is to be corrected with everything that was given. */
export async function takePosted(
  ctx: Ctx,
  fields: z.output<typeof reportFields>,
  files: readonly PageFile[],
): Promise<{ readonly receipt: Receipt; readonly papers: number; readonly sort: 'tip' | 'complaint' } | Filled> {
  const values = valuesOf(fields);
  const { kinds, towns, mostPapers, statementLeast } = reportForm(ctx);
  const carried = carriedPapers(ctx, values.key ?? '', listOf(fields.paper)).slice(0, mostPapers);
  const taken = await takeAll(ctx, files, mostPapers - carried.length);
  const papers = [...carried, ...taken.papers];
  const { report, problems } = readReport(values, {
    kinds: kinds.map((one) => one.kind),
    towns: towns.map((one) => one.code),
    today: ctx.today,
    statementLeast,
  });
  const all: Problem[] = [
    ...problems.map((one) => ({ field: one.field, text: one.text[ctx.language] })),
    ...taken.problems,
  ];
  if (all.length > 0) return { values, papers, problems: all };
  try {
    return {
      receipt: await submitReport(ctx, values.key ?? '', report, papers),
      papers: papers.length,
      sort: report.sort,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { values, papers, problems: [{ field: 'form', text: saying(ctx, error) }] };
  }
}
