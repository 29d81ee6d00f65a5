import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import { proceduresModule } from '../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { carriedPapers, carryPaper, newFormKey, reportModule, takeAttachment } from './index.ts';
import { downloadReportPaper, getReportOfPublic } from './queries/show-report.ts';
import { refusalOf, send, visitor, zipOf } from './testing/report-desk.ts';

let test: TestDatabase;
let citizen: Ctx;

beforeAll(async () => {
  test = await openTestDatabase([proceduresModule, reportModule]);
  citizen = visitor(test, '198.51.100.9');
});
afterAll(() => test.close());

const take = (fileName: string, content: Buffer | string) =>
  takeAttachment(citizen, { fileName, content: Buffer.from(content) });
const PDF = '%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF';
const DOCX = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' };
const VIRUS = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('');

describe('papers of a report', () => {
  it('are taken by what they are, whatever they are called', async () => {
    expect(await take('../../合同 <扫描>.txt', PDF)).toMatchObject({
      fileName: '合同 扫描.txt',
      mediaType: 'application/pdf',
    });
    expect(await take('a.docx', zipOf(DOCX))).toMatchObject({ mediaType: expect.stringContaining('wordprocessingml') });
  });

  it.each<[string, string, () => Buffer | string, RegExp]>([
    ['a program called a picture', 'a.jpg', () => Buffer.from('MZ\u0090\u0000', 'latin1'), /可执行/],
    ['a script', 'a.pdf', () => '#!/bin/sh\nrm -rf /', /可执行/],
    ['the test of virus scanners', 'a.pdf', () => VIRUS, /病毒/],
    ['the same deep inside a PDF', 'a.pdf', () => `${PDF}${' '.repeat(50_000)}${VIRUS}`, /病毒/],
    ['the same packed into a document', 'a.docx', () => zipOf({ ...DOCX, 'word/media/x.png': VIRUS }), /病毒/],
    ['macros', 'a.docx', () => zipOf({ ...DOCX, 'word/vbaProject.bin': 'x' }), /宏/],
    ['macros of a sheet', 'a.xlsx', () => zipOf({ 'xl/workbook.xml': '<x/>', 'xl/vbaProject.bin': 'x' }), /宏/],
    ['a program within a document', 'a.docx', () => zipOf({ ...DOCX, 'word/run.exe': 'x' }), /程序/],
    ['an embedded object', 'a.docx', () => zipOf({ ...DOCX, 'word/embeddings/oleObject1.bin': 'x' }), /程序或对象/],
    ['an archive', 'a.zip', () => zipOf({ 'a.txt': 'x' }), /压缩包/],
    ['an archive called a document', 'a.docx', () => zipOf({ 'a.txt': 'x' }), /扩展名/],
    ['a PDF that runs scripts', 'a.pdf', () => `${PDF}\n<< /S /JavaScript /JS (app.alert(1)) >>`, /脚本/],
    ['a page', 'a.html', () => '<script>alert(1)</script>', /只收/],
    ['nothing', 'a.pdf', () => '', /空/],
    ['a damaged document', 'a.docx', () => zipOf(DOCX).subarray(0, 60), /损坏/],
  ])('refuse %s', async (_what, fileName, content, why) => {
    expect(await refusalOf(take(fileName, content()))).toEqual({
      code: 'reports.attachment.refused',
      reason: expect.stringMatching(why),
    });
  });

  it('refuse bombs: by ratio, by a size that lies, by the number of parts', async () => {
    const bombs = [
      zipOf({ ...DOCX, 'word/media/a.bmp': Buffer.alloc(40 * 1024 * 1024) }),
      zipOf([
        ...Object.entries(DOCX).map(([name, content]) => ({ name, content })),
        { name: 'word/a.xml', content: 'x'.repeat(5000), declaredBytes: 10 },
      ]),
      zipOf(
        Object.fromEntries([
          ...Object.entries(DOCX),
          ...Array.from({ length: 2001 }, (_, n) => [`word/${n}.xml`, 'x']),
        ]),
      ),
    ];
    for (const bomb of bombs) expect((await refusalOf(take('a.docx', bomb))).reason).toMatch(/异常庞大/);
  });

  it('have limits of size and of a day', async () => {
    const { limits } = test.services.jurisdiction.reportSettings;
    const large = Buffer.concat([Buffer.from(PDF), Buffer.alloc(limits.attachmentMegabytes * 1024 * 1024)]);
    expect((await refusalOf(take('a.pdf', large))).code).toBe('reports.attachment.too-large');
    const cut = takeAttachment(citizen, { fileName: 'a.pdf', content: Buffer.from(PDF), truncated: true });
    expect((await refusalOf(cut)).code).toBe('reports.attachment.too-large');
    await sql`update reports.address_day set attachment_bytes = ${limits.attachmentMegabytesPerAddressAndDay * 1024 * 1024}`.execute(
      test.services.db,
    );
    expect((await refusalOf(take('a.pdf', PDF))).code).toBe('reports.attachment.too-much-today');
    expect((await send(citizen, { statement: '附件满额后文字仍能提交。' })).way).toBe('taken-up');
    await sql`update reports.address_day set attachment_bytes = 0`.execute(test.services.db);
  });

  it('go with a form that comes back, come with the report, and are downloaded as they were', async () => {
    const key = newFormKey(citizen);
    const kept = await take('证据.pdf', PDF);
    const token = carryPaper(citizen, key, kept);
    expect(carriedPapers(citizen, key, [token, token.replace(/^./, 'A'), 'nonsense'])).toEqual([kept]);
    expect(carriedPapers(citizen, newFormKey(citizen), [token])).toEqual([]);
    const { receipt } = await send(citizen, { statement: '附有合同扫描件的举报。' }, [kept], key);
    const officer = await test.as('ip-officer');
    const { rows } = await sql<{ id: string }>`select id from reports.report where receipt = ${receipt}`.execute(
      test.services.db,
    );
    const id = rows[0]?.id as string;
    expect((await getReportOfPublic(officer, id)).papers).toEqual([
      { no: 1, fileName: '证据.pdf', mediaType: 'application/pdf', size: PDF.length },
    ]);
    const { content } = await downloadReportPaper(officer, id, 1);
    const parts: Buffer[] = [];
    for await (const part of content as AsyncIterable<Buffer>) parts.push(Buffer.from(part));
    expect(Buffer.concat(parts).toString()).toBe(PDF);
    const more = Array.from({ length: 7 }, () => kept);
    expect((await refusalOf(send(citizen, { statement: '附件份数太多的一封举报。' }, more))).code).toBe(
      'reports.attachment.too-many',
    );
  });
});
