import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listPartySources } from '../../modules/parties/index.ts';
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

const [A, B, C] = CODES;
let desk: ImportDesk;

beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk?.close());

/** Takes back whatever a test left, so that the next begins with an empty register. */
beforeEach(async () => {
  const { rows } = await sql<{
    id: string;
  }>`select id from imports.import where state = 'committed' order by commit_seq desc`.execute(desk.ctx.db);
  for (const row of rows) await desk.undo(row.id);
  expect(await desk.parties()).toEqual({});
});

describe('one file from upload to undo', () => {
  const rows = [
    REGISTER,
    firm('苏州甲纺织有限公司', A),
    firm('苏州乙电子有限公司', B, { '注册资本（万元）': '250.5' }),
  ];
  const files: [string, () => Promise<Buffer>, string, string][] = [
    ['登记.csv', async () => csv(...rows), 'csv', ''],
    ['登记.xlsx', async () => workbook({ 十月: [['吴江区市场主体登记名册'], ...rows] }), 'xlsx', '十月'],
    ['登记.zip', async () => zipOf({ '内/登记.csv': csv(...rows) }), 'zip', '内/登记.csv'],
  ];
  it.each(files)('%s: preview, commit, sources by file, sheet and line, undo', async (name, content, format, sheet) => {
    const preview = await desk.upload(name, await content());
    expect(preview).toMatchObject({ state: 'previewed', kind: 'market-register', format, notice: null });
    expect(preview.counts).toMatchObject({ total: 2, accepted: 2, new: 2, doubtful: 0, refused: 0 });
    expect(await desk.parties()).toEqual({});

    const done = await desk.commit(preview.id);
    expect(done).toMatchObject({ state: 'committed', counts: { total: 2, new: 2 } });
    const party = (await desk.parties())[B] as { id: string };
    expect(party).toMatchObject({
      name: '苏州乙电子有限公司',
      uscc: B,
      town_code: '320509105',
      capital_fen: 250_500_000,
    });
    const sources = await listPartySources(desk.ctx, party.id);
    const line = format === 'xlsx' ? 4 : 3;
    expect(sources.find((source) => source.field === 'capital')).toMatchObject({
      fileName: name,
      sheet,
      line,
      rowNo: 2,
      current: true,
    });
    expect(sources.map((source) => source.field)).toEqual(
      expect.arrayContaining([
        'name',
        'uscc',
        'statusText',
        'establishedOn',
        'legalRepresentative',
        'address',
        'townCode',
      ]),
    );
    expect(sources.every((source) => source.importId === preview.id && source.line === line)).toBe(true);

    const undone = await desk.undo(preview.id);
    expect(undone).toMatchObject({ state: 'undone', undoReport: { removed: 2, restored: 0, keptFields: 0 } });
    expect(await desk.parties()).toEqual({});
    expect(await desk.audit(preview.id)).toEqual([
      'imports.import.create',
      'imports.import.commit',
      'imports.import.undo',
    ]);
  });
});

describe('several files about the same records', () => {
  const first = () => csv(REGISTER, firm('苏州甲纺织有限公司', A), firm('苏州乙电子有限公司', B));
  const later = () =>
    csv(
      ['企业名称', '统一社会信用代码', '注册地址', '登记状态'],
      ['苏州甲纺织有限公司', A, '吴江区黎里镇芦莘大道2号', '存续'],
    );

  it('keeps what a later file touched, lets the rest fall back, and says how much', async () => {
    const one = await desk.take('一.csv', first());
    const two = await desk.take('二.csv', later());
    expect(two.counts).toMatchObject({ changed: 1, new: 0 });
    expect((await desk.parties())[A]).toMatchObject({ town_code: '320509110', legal_representative: '王小明' });
    const undone = await desk.undo(one.id);
    // 二.csv speaks of name, code, address (with town) and status of A; B is gone.
    expect(undone.undoReport).toMatchObject({ removed: 1, restored: 1 });
    expect(undone.undoReport?.keptFields).toBeGreaterThanOrEqual(4);
    const parties = await desk.parties();
    expect(Object.keys(parties)).toEqual([A]);
    expect(parties[A]).toMatchObject({ town_code: '320509110', legal_representative: null, established_on: null });
    await desk.undo(two.id);
    expect(await desk.parties()).toEqual({});
  });

  it('falls back to the earlier file when the later one is taken back', async () => {
    await desk.take('一.csv', first());
    const before = await desk.parties();
    const two = await desk.take('二.csv', later());
    const undone = await desk.undo(two.id);
    expect(undone.undoReport).toEqual({ removed: 0, restored: 1, keptFields: 0 });
    const after = await desk.parties();
    for (const key of [A, B]) expect({ ...after[key], updated_at: null }).toEqual({ ...before[key], updated_at: null });
  });

  it('changes nothing when the same file comes twice, and says so', async () => {
    const one = await desk.take('一.csv', first());
    const before = await desk.parties();
    const again = await desk.upload('一再.csv', first());
    expect(again.counts).toMatchObject({ total: 2, accepted: 2, unchanged: 2, new: 0, changed: 0 });
    expect(again.notice).toBe(
      `同一文件已由${desk.ctx.actor.displayName}导入过（第 ${one.number} 号）；再次导入不会改变已有内容。`,
    );
    await desk.commit(again.id);
    const after = await desk.parties();
    for (const key of [A, B]) expect({ ...after[key], updated_at: null }).toEqual({ ...before[key], updated_at: null });
  });

  it('lets two people import one file at once: the second changes nothing', async () => {
    const colleague = await desk.test.as('ip-officer');
    const mine = await desk.upload('一.csv', first());
    const theirs = await desk.upload('一.csv', first(), {}, colleague);
    expect(theirs.notice).toBe(
      `同一文件正由${desk.ctx.actor.displayName}导入（第 ${mine.number} 号），请先确认是否重复；后提交的一份不会产生重复记录。`,
    );
    expect(theirs.counts).toMatchObject({ new: 2 });
    expect((await desk.commit(mine.id)).counts).toMatchObject({ new: 2, unchanged: 0 });
    expect((await desk.commit(theirs.id)).counts).toMatchObject({ new: 0, unchanged: 2 });
    expect(Object.keys(await desk.parties())).toHaveLength(2);
  });

  it('works the effect out again when another file was applied between preview and commit', async () => {
    const preview = await desk.upload('二.csv', later());
    expect(preview.counts).toMatchObject({ new: 1 });
    await desk.take('一.csv', first());
    const done = await desk.commit(preview.id);
    expect(done.counts).toMatchObject({ new: 0, changed: 1 });
    // What only the other file says is still there.
    expect((await desk.parties())[A]).toMatchObject({
      town_code: '320509110',
      legal_representative: '王小明',
      established_on: '2010-01-01',
    });
  });

  it('works the effect out again when the other file was taken back in between', async () => {
    const one = await desk.take('一.csv', first());
    const preview = await desk.upload('二.csv', later());
    await desk.undo(one.id);
    expect((await desk.commit(preview.id)).counts).toMatchObject({ new: 1, changed: 0 });
    expect((await desk.parties())[A]).toMatchObject({ legal_representative: null });
  });

  it('leaves the word on a status to the files that print one', async () => {
    await desk.take('一.csv', csv(REGISTER, firm('苏州甲纺织有限公司', A, { 登记状态: '注销' })));
    await desk.take(
      '二.csv',
      csv(
        ['企业名称', '统一社会信用代码', '注册地址', '成立日期'],
        ['苏州甲纺织有限公司', A, '吴江区黎里镇芦莘大道2号', '2010-01-01'],
      ),
    );
    expect((await desk.parties())[A]).toMatchObject({ status: 'deregistered', status_text: '注销' });
  });
});

describe('lines of one file about the same record', () => {
  it('counts the same again as duplicate and puts a contradiction to a person', async () => {
    const preview = await desk.upload(
      '重复.csv',
      csv(
        REGISTER,
        firm('苏州甲纺织有限公司', A),
        firm('苏州甲纺织有限公司', A),
        firm('苏州甲纺织有限公司', A, { 登记状态: '注销' }),
        firm('苏州丙有限公司', C),
      ),
    );
    expect(preview.counts).toMatchObject({ total: 4, accepted: 3, new: 2, duplicate: 1, doubtful: 1 });
    expect(addsUp(preview)).toBe(true);
    const held = (await desk.rows(preview.id, 'doubtful')).items[0];
    expect(held).toMatchObject({ rowNo: 3, line: 4 });
    expect(held?.issues.map((issue) => issue.text)).toContain('本文件第 2 行已有同一记录而内容不同，请核对后保留一条');
    await desk.commit(preview.id);
    expect((await desk.parties())[A]).toMatchObject({ status: 'active' });
  });

  it('merges the lines of a list in their order', async () => {
    const header = ['企业名称', '统一社会信用代码', '证书编号', '发证日期', '有效期至', '技术领域'];
    const done = await desk.take(
      '高企.csv',
      csv(
        header,
        ['苏州甲纺织有限公司', A, 'GR202332001234', '2023-11-06', '', ''],
        ['苏州甲纺织有限公司', A, 'GR202332001234', '', '2026-11-05', '新材料'],
      ),
    );
    expect(done.counts).toMatchObject({ total: 2, accepted: 2, doubtful: 0 });
    const { rows } = await sql`select field, valid_from, valid_to from parties.membership`.execute(desk.ctx.db);
    expect(rows).toEqual([{ field: '新材料', valid_from: '2023-11-06', valid_to: '2026-11-05' }]);
  });
});
