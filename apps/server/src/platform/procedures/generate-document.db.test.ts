import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../context/context.ts';
import { documentsModule } from '../documents/index.ts';
import { docxTexts } from '../documents/testing/docx-texts.ts';
import { AppError } from '../errors/errors.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { attachDocument } from './commands/attach-document.ts';
import { generateFileDocument } from './commands/generate-file-document.ts';
import { withdrawDocument } from './commands/withdraw-document.ts';
import { getFilePanel, openFile, performAction, proceduresModule } from './index.ts';
import { procedureRegistry } from './procedure-registry.ts';
import { previewFileDocument } from './queries/preview-file-document.ts';
import { listDocuments } from './repositories/file-repository.ts';
import { sampleModule, sampleProcedure } from './testing/sample-procedure.ts';

const NOTICE = 'acceptance-notice';

describe('papers made from a file', () => {
  let test: TestDatabase;
  let officer: Ctx;
  let colleague: Ctx;
  let director: Ctx;

  beforeAll(async () => {
    test = await openTestDatabase([proceduresModule, documentsModule, sampleModule]);
    [officer, colleague, director] = [
      await test.as('ip-officer'),
      await test.as('ip-officer'),
      await test.as('director'),
    ];
  });
  afterAll(() => test.close());

  async function filed() {
    const file = await inTransaction(officer, (tx) =>
      openFile(tx, officer, {
        procedure: 'sample.request',
        subject: { kind: 'thing', id: '1', label: '某某电缆有限公司' },
        townCode: '320509105',
      }),
    );
    const content = Readable.from([Buffer.from('%PDF-1.7\nsmall')]);
    await attachDocument(officer, file.id, {
      fileName: '申请表.pdf',
      mediaType: '',
      content,
      fields: { kind: 'form' },
    });
    await act(officer, file.id, 'file');
    return file.id;
  }
  const act = (ctx: Ctx, id: string, action: string, input = {}) =>
    inTransaction(ctx, (tx) => performAction(tx, ctx, id, action, input));
  const madeOf = async (id: string) =>
    (await listDocuments(test.services.db, officer.district, id)).filter((row) => row.madeFrom !== null);
  const refusalOf = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(AppError);
    return test.services.sentence(error as AppError, 'zh');
  };

  it('shows a paper before it is made, filled from the file', async () => {
    const id = await filed();
    const panel = await getFilePanel(colleague, id);
    expect(panel.templates.map((one) => one.label)).toEqual(['受理通知书', '异议答复书']);
    const paper = await previewFileDocument(colleague, id, NOTICE);
    expect(paper.blocks).toContainEqual({ kind: 'recipient', text: '某某电缆有限公司：' });
    expect(JSON.stringify(paper)).toContain(`办件编号：${panel.file.number}`);
    expect(await madeOf(id)).toEqual([]);
  });

  it('makes it as PDF and Word file, kept in the file and logged', async () => {
    const id = await filed();
    const { items } = await generateFileDocument(colleague, id, NOTICE);
    expect(items.map(({ kindLabel, fileName, madeFrom }) => [kindLabel, fileName, madeFrom])).toEqual([
      ['通知书', '受理通知书.pdf', NOTICE],
      ['通知书', '受理通知书.docx', NOTICE],
    ]);
    const [pdf, docx] = await madeOf(id);
    const read = async (sha: string | undefined) => buffer(await test.services.files.read(sha ?? ''));
    expect((await read(pdf?.sha256)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await docxTexts(await read(docx?.sha256))).join('')).toContain('某某电缆有限公司');
    const audit = await sql<{
      template: string;
    }>`select details::json->>'template' as template from platform.audit_entry
      where subject_id = ${id} and action = 'procedures.document.generate'`.execute(test.services.db);
    expect(audit.rows).toEqual([{ template: NOTICE }]);
  });

  it('replaces what was made since the last action, and leaves what was made before it', async () => {
    const id = await filed();
    const at = async (iso: string, work: () => Promise<unknown>) => {
      test.setNow(iso);
      colleague = await test.as('ip-officer');
      await work();
    };
    try {
      await at('2026-11-23T02:00:00Z', () => generateFileDocument(colleague, id, NOTICE));
      await at('2026-11-23T03:00:00Z', () => generateFileDocument(colleague, id, NOTICE));
      expect((await madeOf(id)).map((row) => row.withdrawnAt !== null)).toEqual([true, true, false, false]);
      await at('2026-11-24T02:00:00Z', () => act(colleague, id, 'accept', { fields: { fit: true } }));
      await at('2026-11-24T03:00:00Z', () => generateFileDocument(colleague, id, NOTICE));
      expect((await madeOf(id)).filter((row) => row.withdrawnAt === null)).toHaveLength(4);
    } finally {
      test.setNow('2026-11-22T02:00:00Z');
      colleague = await test.as('ip-officer');
    }
  });

  it('lets a step make its paper in the transaction of the action', async () => {
    const id = await filed();
    await act(colleague, id, 'accept', { fields: { fit: true }, note: '即发通知' });
    expect((await madeOf(id)).map((row) => row.fileName)).toEqual(['受理通知书.pdf', '受理通知书.docx']);
    const other = await filed();
    await inTransaction(colleague, async (tx) => {
      await performAction(tx, colleague, other, 'accept', { fields: { fit: true }, note: '即发通知' });
      throw new Error('taken back');
    }).catch(() => undefined);
    expect(await madeOf(other)).toEqual([]);
    expect((await getFilePanel(officer, other)).file.state).toBe('filed');
  });

  it('names the field that is missing, and keeps nothing', async () => {
    const id = await filed();
    const refusal = await refusalOf(generateFileDocument(colleague, id, 'objection-reply'));
    expect(refusal).toEqual({ status: 409, text: '《异议答复书》缺少“异议人”，补全后才能生成。' });
    expect(await refusalOf(previewFileDocument(colleague, id, 'objection-reply'))).toEqual(refusal);
    expect(await madeOf(id)).toEqual([]);
  });

  it('offers a paper only around its step, to those whose step it is', async () => {
    const id = await filed();
    expect((await getFilePanel(director, id)).templates.map((one) => one.code)).not.toContain(NOTICE);
    expect((await refusalOf(generateFileDocument(director, id, NOTICE))).text).toBe(
      '办件现为“已提交”，或您不办理有关环节，不能生成《受理通知书》。',
    );
    await act(colleague, id, 'ask');
    expect((await refusalOf(generateFileDocument(colleague, id, NOTICE))).status).toBe(409);
    expect((await refusalOf(generateFileDocument(colleague, id, 'none'))).status).toBe(404);
    const liaison = await test.as('liaison', 'town', '320509105');
    expect((await getFilePanel(liaison, id)).templates).toEqual([]);
    const elsewhere = await test.as('liaison', 'town', '320509104');
    expect((await refusalOf(previewFileDocument(elsewhere, id, NOTICE))).status).toBe(404);
  });

  it('takes a made paper back for nobody', async () => {
    const id = await filed();
    const { items } = await generateFileDocument(colleague, id, NOTICE);
    await expect(withdrawDocument(colleague, id, items[0]?.id ?? '')).rejects.toThrowError('platform.not-found');
  });

  it('refuses at start a procedure whose papers do not exist', () => {
    const wrong = {
      code: 'no-such',
      label: { zh: '无', en: 'None' },
      kind: 'none',
      values: async () => ({}),
      actions: ['fly'],
    };
    expect(() => procedureRegistry([{ ...sampleProcedure, templates: [wrong] }], [], new Set([NOTICE]))).toThrowError(
      /no template 'no-such'[\s\S]*the kind 'none'[\s\S]*the action 'fly'/,
    );
  });
});
