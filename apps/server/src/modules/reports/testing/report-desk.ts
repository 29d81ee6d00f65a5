import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { writeZip, type ZipPart } from '../../../platform/imports/readers/testing/zip-writer.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { type KeptPaper, newFormKey, readReport, submitReport } from '../index.ts';

/** A visitor of the public site at an address. */
export const visitor = (test: TestDatabase, source: string): Ctx => ({
  ...test.system(),
  source,
  userAgent: 'Mozilla/5.0',
});

const TIP = {
  sort: 'tip',
  kind: 'unlicensed-agency',
  subjectName: '吴江某某知识产权服务部',
  statement: '没有执业许可证却在代办发明专利申请，收费后不出具合同。',
  anonymous: 'yes',
  consent: 'yes',
};

/** A complete report, with other words where they are given. */
export function reportOf(ctx: Ctx, over: Record<string, string> = {}) {
  const { reportSettings, towns } = ctx.services.jurisdiction;
  const { report, problems } = readReport(
    { ...TIP, ...over },
    {
      kinds: reportSettings.kinds.map((one) => one.kind),
      towns: towns.map((one) => one.code),
      today: ctx.today,
      statementLeast: reportSettings.limits.statementCharacters,
    },
  );
  if (problems.length > 0) throw new Error(problems.map((one) => `${one.field}: ${one.text.zh}`).join('；'));
  return report;
}

export const send = (
  ctx: Ctx,
  over: Record<string, string> = {},
  papers: readonly KeptPaper[] = [],
  key = newFormKey(ctx),
) => submitReport(ctx, key, reportOf(ctx, over), papers);

/** Bytes of a zip file with these parts. */
export function zipOf(parts: readonly ZipPart[] | Record<string, string | Buffer>): Buffer {
  const path = join(tmpdir(), `jince-test-${uuidv7()}.zip`);
  writeZip(path, parts);
  const bytes = readFileSync(path);
  rmSync(path);
  return bytes;
}

/** What is refused, and with which words. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; reason?: unknown }> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('nothing was refused');
  return { code: error.code, ...(error.params.reason === undefined ? {} : { reason: error.params.reason }) };
}
