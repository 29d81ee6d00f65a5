import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../errors/errors.ts';
import { decideImportRow } from './commands/decide-import-row.ts';
import { downloadRefused, REASON_HEADER } from './queries/download-refused.ts';
import { getImportRow } from './queries/show-rows.ts';
import {
  addsUp,
  CODES,
  csv,
  firm,
  type ImportDesk,
  openImportDesk,
  REGISTER,
  readWorkbook,
  workbook,
  zipOf,
} from './testing/import-desk.ts';

const [A, B, C] = CODES;
/** A with its last character wrong. */
const WRONG = `${A.slice(0, 17)}X`;
let desk: ImportDesk;

beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk?.close());
beforeEach(async () => {
  const { rows } = await sql<{
    id: string;
  }>`select id from imports.import where state = 'committed' order by commit_seq desc`.execute(desk.ctx.db);
  for (const row of rows) await desk.undo(row.id);
  expect(await desk.parties()).toEqual({});
});

const decide = (id: string, rowNo: number, decision: 'accept-suggestion' | 'accept-as-is' | 'discard', note?: string) =>
  decideImportRow(desk.ctx, id, rowNo, decision, note);

/** The sentence of a refusal, as the person reads it. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: AppError) => thrown,
  );
  return error === undefined ? 'no refusal' : desk.test.services.sentence(error, 'zh').text;
}

describe('a code with a wrong check digit', () => {
  const file = () => csv(REGISTER, firm('苏州甲纺织有限公司', WRONG), firm('苏州乙电子有限公司', B));

  it('is held back with the code it probably should be, and nothing is changed silently', async () => {
    const preview = await desk.upload('登记.csv', file());
    expect(preview.counts).toMatchObject({ total: 2, accepted: 1, doubtful: 1 });
    const held = await getImportRow(desk.ctx, preview.id, 1);
    expect(held.issues[0]).toMatchObject({ code: 'uscc.check', severity: 'doubtful', suggestion: A });
    expect(held.issues[0]?.text).toContain(`统一社会信用代码“${WRONG}”`);
    expect(held.issues[0]?.text).toContain(`可能应为 ${A}`);
    expect(held.raw[1]?.value).toBe(WRONG);
    await desk.commit(preview.id);
    expect(Object.keys(await desk.parties())).toEqual([B]);
  });

  it('goes in as suggested when a person says so', async () => {
    const preview = await desk.upload('登记.csv', file());
    await decide(preview.id, 1, 'accept-suggestion', '与营业执照核对');
    const row = await getImportRow(desk.ctx, preview.id, 1);
    expect(row).toMatchObject({ status: 'accepted', effect: 'new', recordKey: A });
    expect(row.issues.at(-1)?.text).toBe(`由${desk.ctx.actor.displayName}决定：采用建议值（与营业执照核对）`);
    expect(row.raw[1]?.value).toBe(WRONG);
    const now = await desk.show(preview.id);
    expect(now.counts).toMatchObject({ accepted: 2, doubtful: 0, new: 2 });
    await desk.commit(preview.id);
    expect((await desk.parties())[A]).toMatchObject({ uscc: A, name: '苏州甲纺织有限公司' });
    expect(await desk.audit(preview.id)).toContain('imports.row.decide');
  });

  it('goes in as it stands, or not at all, when a person says so', async () => {
    const preview = await desk.upload(
      '登记.csv',
      csv(REGISTER, firm('苏州甲纺织有限公司', WRONG), firm('苏州丁有限公司', `${C.slice(0, 17)}0`)),
    );
    await decide(preview.id, 1, 'accept-as-is');
    await decide(preview.id, 2, 'discard');
    const now = await desk.show(preview.id);
    expect(now.counts).toMatchObject({ total: 2, accepted: 1, discarded: 1, doubtful: 0 });
    expect(addsUp(now)).toBe(true);
    await desk.commit(preview.id);
    expect(Object.keys(await desk.parties())).toEqual([WRONG]);
  });

  it('can still be decided after the rest was applied, and the register follows at once', async () => {
    const done = await desk.take('登记.csv', file());
    await decide(done.id, 1, 'accept-suggestion');
    expect((await desk.parties())[A]).toMatchObject({ name: '苏州甲纺织有限公司', legal_representative: '王小明' });
    const { counts } = await desk.show(done.id);
    expect(counts).toMatchObject({ accepted: 2, doubtful: 0, new: 2 });
    const undone = await desk.undo(done.id);
    expect(undone.undoReport).toMatchObject({ removed: 2 });
    expect(await desk.parties()).toEqual({});
  });

  it('decided late does not overrule a file that was applied later', async () => {
    const done = await desk.take('登记.csv', file());
    await desk.take('更正.csv', csv(REGISTER, firm('苏州甲新材料有限公司', A, { 法定代表人: '' })));
    await decide(done.id, 1, 'accept-suggestion');
    expect((await getImportRow(desk.ctx, done.id, 1)).effect).toBe('changed');
    expect((await desk.parties())[A]).toMatchObject({ name: '苏州甲新材料有限公司', legal_representative: '王小明' });
  });

  it('refuses to decide twice, without a suggestion, or once taken back', async () => {
    const preview = await desk.upload('登记.csv', file());
    await decide(preview.id, 1, 'discard');
    expect(await refusal(decide(preview.id, 1, 'accept-as-is'))).toBe('第 1 行不是存疑行，或已有人决定。');
    expect(await refusal(decide(preview.id, 99, 'accept-as-is'))).toBe('没有找到，或不在您的管辖范围内。');
    const conflict = await desk.take(
      '矛盾.csv',
      csv(REGISTER, firm('苏州乙有限公司', B), firm('苏州乙有限公司', B, { 登记状态: '注销' })),
    );
    expect(await refusal(decide(conflict.id, 2, 'accept-suggestion'))).toBe('第 2 行没有建议值。');
    await desk.undo(conflict.id);
    expect(await refusal(decide(conflict.id, 2, 'accept-as-is'))).toBe(
      '该导入目前是“已撤销”，不能这样操作；请刷新查看。',
    );
  });
});

describe('a contradiction inside one file', () => {
  it('stays decided when the effects are worked out again', async () => {
    const preview = await desk.upload(
      '矛盾.csv',
      csv(
        REGISTER,
        firm('苏州甲有限公司', A),
        firm('苏州甲有限公司', A, { 登记状态: '注销' }),
        firm('苏州乙有限公司', B),
      ),
    );
    await decide(preview.id, 2, 'accept-as-is');
    expect((await desk.show(preview.id)).counts).toMatchObject({ accepted: 3, doubtful: 0, new: 2, changed: 1 });
    // Another file is applied in between, so the commit compares anew.
    await desk.take('别的.csv', csv(REGISTER, firm('苏州丙有限公司', C)));
    const done = await desk.commit(preview.id);
    expect(done.counts).toMatchObject({ accepted: 3, doubtful: 0 });
    expect((await desk.parties())[A]).toMatchObject({ status: 'deregistered' });
  });

  it('is put to the person when a suggestion makes a second, different row of one record', async () => {
    const preview = await desk.upload(
      '登记.csv',
      csv(REGISTER, firm('苏州甲有限公司', A), firm('苏州甲甲有限公司', WRONG), firm('苏州甲有限公司', WRONG)),
    );
    await decide(preview.id, 2, 'accept-suggestion');
    const held = await getImportRow(desk.ctx, preview.id, 2);
    expect(held.status).toBe('doubtful');
    expect(held.issues.some((issue) => issue.text === '本文件第 2 行已有同一记录而内容不同，请核对后保留一条')).toBe(
      true,
    );
    // The third says the same as the first.
    await decide(preview.id, 3, 'accept-suggestion');
    expect(await getImportRow(desk.ctx, preview.id, 3)).toMatchObject({ status: 'accepted', effect: 'duplicate' });
    await decide(preview.id, 2, 'discard');
    const done = await desk.commit(preview.id);
    expect(addsUp(done)).toBe(true);
    expect((await desk.parties())[A]).toMatchObject({ name: '苏州甲有限公司' });
  });
});

describe('rows that did not go in', () => {
  it('download with their reasons, are corrected, uploaded again and go in', async () => {
    const preview = await desk.upload(
      '登记.xlsx',
      await workbook({
        名册: [
          ['吴江区登记名册'],
          REGISTER,
          firm('', A),
          firm('苏州乙电子有限公司', `${B.slice(0, 17)}7`),
          firm('苏州丙有限公司', C),
        ],
      }),
    );
    expect(preview.counts).toMatchObject({ total: 3, accepted: 1, refused: 1, doubtful: 1 });
    await desk.commit(preview.id);
    const answer = await downloadRefused(desk.ctx, preview.id);
    expect(answer.fileName).toBe('登记-退回行.xlsx');
    const sheet = await readWorkbook(answer.content);
    expect(sheet[0]).toEqual([...REGISTER, REASON_HEADER, '原文件行号']);
    expect(sheet.slice(1).map((row) => row.slice(-2))).toEqual([
      ['没有企业名称', '3'],
      [expect.stringContaining('统一社会信用代码'), '4'],
    ]);
    const corrected = sheet.map((row) => [...row]);
    (corrected[1] as string[])[0] = '苏州甲纺织有限公司';
    (corrected[2] as string[])[1] = B;
    const again = await desk.take('登记-退回行.xlsx', await workbook({ 名册: corrected }));
    expect(again.counts).toMatchObject({ total: 2, accepted: 2, new: 2, doubtful: 0, refused: 0 });
    const parties = await desk.parties();
    expect(Object.keys(parties).toSorted()).toEqual([A, B, C].toSorted());
    // 100 under （万元） stays a million yuan on the second way.
    expect(parties[A]).toMatchObject({ capital_fen: 100_000_000 });
  });

  it('of two sheets come back on two pages, those of sheets without any on none', async () => {
    const long = '苏州市吴江区市场监督管理局二〇二六年十月份市场主体登记名册（全区含各开发区）';
    const preview = await desk.upload(
      '三份.zip',
      zipOf({
        [`${long}一.csv`]: csv(REGISTER, firm('', A)),
        [`${long}二.csv`]: csv(REGISTER, firm('', B)),
        '三.csv': csv(REGISTER, firm('苏州丙有限公司', C)),
      }),
    );
    expect(preview.counts).toMatchObject({ total: 3, refused: 2, accepted: 1 });
    const { content } = await downloadRefused(desk.ctx, preview.id);
    const again = await desk.upload('退回.xlsx', await buffer(content as Readable));
    expect(again.sheets.map((sheet) => sheet.sheet)).toEqual([long.slice(0, 31), `${long.slice(0, 27)} (2)`]);
    expect(again.counts).toMatchObject({ total: 2, refused: 2 });
  });
});
