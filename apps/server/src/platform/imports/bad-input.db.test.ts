import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../errors/errors.ts';
import { FileTooLarge } from '../files/file-store.ts';
import { uploadImport } from './commands/upload-import.ts';
import { BAD_FILES } from './testing/bad-files.ts';
import {
  addsUp,
  CODES,
  csv,
  firm,
  type ImportDesk,
  openImportDesk,
  REGISTER,
  workbook,
  zipOf,
} from './testing/import-desk.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk?.close());

describe.each(BAD_FILES)('$what', (bad) => {
  it('ends with a sentence a person can act on, and every line counted', async () => {
    const detail = await desk.upload(bad.name, await bad.content());
    expect(detail).toMatchObject({ state: bad.state });
    if (bad.notice === undefined) expect(detail.notice ?? '').not.toMatch(/读取时出错/);
    else expect(detail.notice).toMatch(bad.notice);
    expect(addsUp(detail)).toBe(true);
    if (bad.counts !== undefined) expect(detail.counts).toMatchObject(bad.counts);
    if (bad.row !== undefined) {
      const row = (await desk.rows(detail.id)).items.find((one) => one.rowNo === bad.row?.no);
      expect(row?.status).toBe(bad.row.status);
      expect(row?.issues.map((issue) => issue.text).join('；')).toMatch(bad.row.says);
    }
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from imports.import_row where import_id = ${detail.id}`.execute(desk.ctx.db);
    expect(rows[0]?.n).toBe(detail.counts.total);
    // What was accepted goes in; what failed leaves nothing behind and can be given up.
    if (detail.counts.accepted > 0) {
      const done = await desk.commit(detail.id);
      expect(done.counts.accepted).toBe(detail.counts.accepted);
      expect(Object.keys(await desk.parties()).length).toBe(done.counts.accepted - done.counts.duplicate);
      await desk.undo(detail.id);
    } else expect(detail.availableActions).toContain('cancel');
    expect(await desk.parties()).toEqual({});
  });
});

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: AppError) => thrown,
  );
  return error === undefined ? 'no refusal' : desk.test.services.sentence(error, 'zh').text;
}

describe('what is not taken in at all', () => {
  const send = (name: string, content: Readable, fields: Record<string, string> = {}) =>
    uploadImport(desk.ctx, { fileName: name, mediaType: 'text/csv', content, fields });

  it('an empty file', async () => {
    expect(await refusal(send('空.csv', Readable.from([])))).toBe('“空.csv”是空文件，请检查导出后重新上传。');
  });

  it('an unknown kind and a day that is none', async () => {
    expect(await refusal(send('a.csv', Readable.from(['x']), { kind: 'nonsense' }))).toBe(
      '没有“nonsense”这种导入类型。',
    );
    expect(await refusal(send('a.csv', Readable.from(['x']), { asOf: '2026-13-45' }))).toBe(
      '填写的内容有误，请按提示更正。',
    );
    expect(await refusal(send('a.csv', Readable.from(['x']), { asOf: '22.11.2026' }))).toBe(
      '填写的内容有误，请按提示更正。',
    );
  });

  it('a file of two gigabytes: stopped at the limit, nothing of it is kept', async () => {
    const limit = 8 * 1024 * 1024;
    let sent = 0;
    async function* endless() {
      const block = Buffer.alloc(64 * 1024, 0x31);
      for (; sent < 2 * 1024 ** 3; sent += block.length) yield block;
    }
    const { services } = desk.test;
    const small = { ...desk.ctx, services: { ...services, config: { ...services.config, maxUploadBytes: limit } } };
    const error = await uploadImport(small, {
      fileName: '大.csv',
      mediaType: 'text/csv',
      content: Readable.from(endless()),
      fields: {},
    }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(FileTooLarge);
    expect(sent).toBeLessThan(limit * 2);
    const { rows } = await sql`select 1 from imports.import where file_name = '大.csv'`.execute(desk.ctx.db);
    expect(rows).toEqual([]);
  });
});

describe('an archive that is partly unreadable', () => {
  const good = csv(REGISTER, firm('苏州甲纺织有限公司', CODES[0]));

  it('says which parts were left out, and takes the rest', async () => {
    const detail = await desk.upload('包.zip', zipOf({ '好.csv': good, '说明.pdf': '%PDF-1.4', '空.csv': '\n\n' }));
    expect(detail).toMatchObject({ state: 'previewed', counts: { total: 1, accepted: 1 } });
    expect(detail.notice).toContain('说明.pdf');
    expect(detail.notice).toContain('空.csv');
  });

  it('is refused whole for a corrupt workbook in it, which it names', async () => {
    const broken = (await workbook({ 名册: [REGISTER, firm('苏州乙电子有限公司', CODES[1])] })).subarray(0, 2000);
    const detail = await desk.upload('包.zip', zipOf({ '好.csv': good, '坏.xlsx': broken }));
    expect(detail).toMatchObject({ state: 'failed', counts: { total: 0 } });
    expect(detail.notice).toContain('坏.xlsx');
  });
});
