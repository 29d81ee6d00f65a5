import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';
import { sql } from 'kysely';
import { createModules } from '../../../modules.ts';
import type { Ctx } from '../../context/context.ts';
import { drainJobs } from '../../jobs/drain-jobs.ts';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { commitImport, undoImport } from '../commands/change-import.ts';
import { uploadImport } from '../commands/upload-import.ts';
import { getImport } from '../queries/show-import.ts';
import { listImportRows } from '../queries/show-rows.ts';
import { writeZip } from '../readers/testing/zip-writer.ts';

export type ImportDetail = Awaited<ReturnType<typeof getImport>>;
export type Cells = readonly string[];

/** Codes that check, for invented firms. */
export const CODES = ['91320509MA1ABCDE8U', '91320509MA1T000560', '91320509MA1N1NR77F', '913205091382596806'] as const;
export const REGISTER: Cells = [
  '企业名称',
  '统一社会信用代码',
  '登记状态',
  '成立日期',
  '注册地址',
  '法定代表人',
  '注册资本（万元）',
];

/** One row of a register file in the order of {@link REGISTER}; the name and the code, and what is to differ. */
export function firm(name: string, uscc: string, over: Partial<Record<string, string>> = {}): Cells {
  const cells: Record<string, string> = {
    企业名称: name,
    统一社会信用代码: uscc,
    登记状态: '存续',
    成立日期: '2010-01-01',
    注册地址: '江苏省苏州市吴江区盛泽镇西二环路1号',
    法定代表人: '王小明',
    '注册资本（万元）': '100',
  };
  return REGISTER.map((header) => ({ ...cells, ...over })[header] ?? '');
}

export function csv(...rows: readonly Cells[]): Buffer {
  const quoted = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  return Buffer.from(`${quoted.join('\r\n')}\r\n`);
}

/** A workbook with one sheet per entry. */
export async function workbook(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Promise<Buffer> {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows as unknown[][]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A zip of these parts. */
export function zipOf(parts: Parameters<typeof writeZip>[1]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'jince-zip-'));
  const path = join(folder, 'a.zip');
  try {
    writeZip(path, parts);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first sheet of a downloaded workbook as text. */
export async function readWorkbook(content: Buffer | Readable): Promise<string[][]> {
  const book = new exceljs.Workbook();
  await book.xlsx.load((Buffer.isBuffer(content) ? content : await buffer(content)) as unknown as ArrayBuffer);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? '')));
  });
  return rows;
}

/** An officer's desk: real commands and jobs over a database of its own. */
export interface ImportDesk {
  readonly test: TestDatabase;
  readonly ctx: Ctx;
  drain(): Promise<void>;
  /** Uploads and waits for the preview (or whatever the file comes to). */
  upload(name: string, content: Buffer | Readable, fields?: Record<string, string>, as?: Ctx): Promise<ImportDetail>;
  show(id: string): Promise<ImportDetail>;
  commit(id: string): Promise<ImportDetail>;
  undo(id: string): Promise<ImportDetail>;
  /** Upload and commit. */
  take(name: string, content: Buffer, fields?: Record<string, string>): Promise<ImportDetail>;
  rows(id: string, status?: string): ReturnType<typeof listImportRows>;
  /** The register as it stands: by key, the columns asked for. */
  parties(): Promise<Record<string, Record<string, unknown>>>;
  /** Audit actions about a subject, oldest first. */
  audit(subjectId: string): Promise<string[]>;
  close(): Promise<void>;
}

export async function openImportDesk(): Promise<ImportDesk> {
  const { modules, tasks } = createModules();
  const test = await openTestDatabase(modules);
  const ctx = await test.as('ip-officer');
  const drain = () => drainJobs(test.services, tasks);
  const show = (id: string) => getImport(ctx, id);
  const desk: ImportDesk = {
    test,
    ctx,
    drain,
    show,
    async upload(fileName, content, fields = {}, as = ctx) {
      const stream = Buffer.isBuffer(content) ? Readable.from([content]) : content;
      const id = await uploadImport(as, { fileName, mediaType: 'application/octet-stream', content: stream, fields });
      await drain();
      return show(id);
    },
    async commit(id) {
      await commitImport(ctx, id);
      await drain();
      return show(id);
    },
    async undo(id) {
      await undoImport(ctx, id);
      await drain();
      return show(id);
    },
    async take(name, content, fields) {
      const preview = await desk.upload(name, content, fields);
      if (preview.state !== 'previewed') throw new Error(`${name}: ${preview.state} ${preview.notice}`);
      return desk.commit(preview.id);
    },
    rows: (id, status) =>
      listImportRows(ctx, id, { page: 1, pageSize: 500, ...(status === undefined ? {} : { status: [status] }) }),
    async parties() {
      const { rows } = await sql<Record<string, unknown> & { record_key: string }>`
        select * from parties.party order by record_key`.execute(ctx.db);
      return Object.fromEntries(rows.map((row) => [row.record_key, row]));
    },
    async audit(subjectId) {
      const { rows } = await sql<{ action: string }>`
        select action from platform.audit_entry where subject_id = ${subjectId} order by seq`.execute(ctx.db);
      return rows.map((row) => row.action);
    },
    close: () => test.close(),
  };
  return desk;
}

/** What every import must satisfy whatever came in: no line is lost, whatever it is counted as. */
export function addsUp({ counts }: ImportDetail): boolean {
  return (
    counts.total === counts.accepted + counts.doubtful + counts.refused + counts.discarded &&
    counts.accepted === counts.new + counts.changed + counts.unchanged + counts.duplicate
  );
}
