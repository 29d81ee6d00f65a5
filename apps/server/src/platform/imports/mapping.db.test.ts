import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../errors/errors.ts';
import { type MappingChoice, setImportMapping } from './commands/set-import-mapping.ts';
import { CODES, csv, type ImportDesk, type ImportDetail, openImportDesk, workbook } from './testing/import-desk.ts';

const [A, B] = CODES;
const STRANGE = ['甲栏', '乙栏', '丙栏', '丁栏', '丁栏'];
const strange = (...rows: string[][]) => csv(STRANGE, ...rows);
let desk: ImportDesk;

beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk?.close());

/** The mapping of an import as it is shown, with fields by column index. */
function choose(
  detail: ImportDetail,
  kind: string,
  fields: (string | null)[],
  over: Partial<MappingChoice> = {},
): MappingChoice {
  return {
    kind,
    sender: null,
    sheets: (detail.sheets.length === 0 ? [{ sheet: '' }] : detail.sheets).map(({ sheet }) => ({
      sheet,
      included: true,
      columns: fields.map((field, index) => ({ index, field })),
    })),
    ...over,
  };
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: AppError) => thrown,
  );
  return error === undefined ? 'no refusal' : desk.test.services.sentence(error, 'zh').text;
}

describe('a header nobody knows', () => {
  it('waits for a person, goes on as the person says, and is remembered for the next such file', async () => {
    const first = await desk.upload('怪.csv', strange(['苏州甲有限公司', A, '注销', '2011-02-03', '2020-01-01']));
    expect(first).toMatchObject({ state: 'recognised', counts: { total: 0 } });
    expect(first.notice).toMatch(
      /^(没有认出这是什么表，请选择类型并指定各列的含义。|不能确定列的含义，请核对后继续。)$/,
    );
    expect(first.availableActions).toContain('map');
    expect(first.availableActions).not.toContain('commit');

    const fields = ['name', 'uscc', 'statusText', 'establishedOn', 'approvedOn'];
    await setImportMapping(desk.ctx, first.id, choose(first, 'market-register', fields));
    await desk.drain();
    const mapped = await desk.show(first.id);
    expect(mapped).toMatchObject({
      state: 'previewed',
      kind: 'market-register',
      notice: null,
      counts: { total: 1, accepted: 1 },
    });
    expect(await desk.audit(first.id)).toEqual(['imports.import.create', 'imports.import.map']);

    const second = await desk.upload('又怪.csv', strange(['苏州乙有限公司', B, '存续', '2012-02-03', '2021-01-01']));
    expect(second).toMatchObject({ state: 'previewed', kind: 'market-register', counts: { accepted: 1 } });
    expect(second.sheets[0]?.columns.map((c) => [c.field, c.basis])).toEqual(
      fields.map((field) => [field, 'remembered']),
    );
    await desk.commit(second.id);
    // Two columns of one name keep their places.
    expect((await desk.parties())[B]).toMatchObject({ established_on: '2012-02-03', approved_on: '2021-01-01' });
  });

  it('remembers which of several sheets take part', async () => {
    const book = (code: string) =>
      workbook({
        汇总: [
          ['子栏', '丑栏'],
          ['合计', '1'],
        ],
        名册: [
          ['寅栏', '卯栏'],
          ['苏州甲有限公司', code],
        ],
      });
    const first = await desk.upload('册.xlsx', await book(A));
    expect(first.state).toBe('recognised');
    await setImportMapping(desk.ctx, first.id, {
      kind: 'market-register',
      sender: 'bureau',
      sheets: [
        { sheet: '汇总', included: false, columns: [] },
        {
          sheet: '名册',
          included: true,
          columns: [
            { index: 0, field: 'name' },
            { index: 1, field: 'uscc' },
          ],
        },
      ],
    });
    await desk.drain();
    expect(await desk.show(first.id)).toMatchObject({ state: 'previewed', sender: 'bureau', counts: { total: 1 } });
    const second = await desk.upload('册二.xlsx', await book(B));
    expect(second).toMatchObject({ state: 'previewed', sender: 'bureau', counts: { total: 1, accepted: 1 } });
    expect(second.sheets.map((sheet) => sheet.included)).toEqual([false, true]);
  });
});

describe('a mapping that cannot be', () => {
  let detail: ImportDetail;
  beforeAll(async () => {
    detail = await desk.upload('再怪.csv', csv(['天', '地', '玄'], ['苏州甲有限公司', A, '存续']));
  });
  const refuse = (kind: string, fields: (string | null)[], over?: Partial<MappingChoice>) =>
    refusal(setImportMapping(desk.ctx, detail.id, choose(detail, kind, fields, over)));

  it('is refused with what is wrong, and the import stays as it was', async () => {
    expect(await refuse('market-register', [null, 'uscc', null])).toBe(
      '文件缺少必需的列：企业名称。请指定，或不包含该表。',
    );
    expect(await refuse('market-register', ['name', 'uscc', 'uscc'])).toBe(
      '文件中“统一社会信用代码”被指定给了两列，请只保留一列。',
    );
    expect(await refuse('market-register', ['name', 'patentNo', null])).toBe('“市场主体登记”没有“patentNo”这一项。');
    expect(await refuse('no-such-kind', ['name'])).toBe('没有“no-such-kind”这种导入类型。');
    expect(await refuse('market-register', [], { sheets: [{ sheet: '', included: false, columns: [] }] })).toBe(
      '没有选中任何工作表。',
    );
    expect(await desk.show(detail.id)).toMatchObject({ state: 'recognised' });
  });

  it('is refused when a column of the same field is only left standing, not named again', async () => {
    const known = await desk.upload(
      '登记.csv',
      csv(
        ['企业名称', '统一社会信用代码', '登记状态', '成立日期', '备注'],
        ['苏州甲有限公司', A, '存续', '2010-01-01', '苏州乙有限公司'],
      ),
    );
    const choice = {
      ...choose(known, 'market-register', []),
      sheets: [{ sheet: '', included: true, columns: [{ index: 4, field: 'name' }] }],
    };
    expect(await refusal(setImportMapping(desk.ctx, known.id, choice))).toBe(
      '文件中“企业名称”被指定给了两列，请只保留一列。',
    );
  });

  it('is refused once the file is applied', async () => {
    const done = await desk.take(
      '登记.csv',
      csv(['企业名称', '统一社会信用代码', '登记状态', '成立日期'], ['苏州甲有限公司', A, '存续', '2010-01-01']),
    );
    const choice = choose(done, 'market-register', ['name', 'uscc', null, null]);
    expect(await refusal(setImportMapping(desk.ctx, done.id, choice))).toBe(
      '该导入目前是“已写入”，不能这样操作；请刷新查看。',
    );
  });

  it('lets go of the columns of another kind', async () => {
    const list = await desk.upload(
      '名单.csv',
      csv(
        ['企业名称', '证书编号', '发证日期', '登记状态', '成立日期'],
        ['苏州甲有限公司', 'GR202332001234', '2023-11-06', '存续', '2010-01-01'],
      ),
      { kind: 'high-tech' },
    );
    expect(list.kind).toBe('high-tech');
    await setImportMapping(desk.ctx, list.id, choose(list, 'market-register', ['name']));
    await desk.drain();
    const mapped = await desk.show(list.id);
    expect(mapped).toMatchObject({ state: 'previewed', kind: 'market-register' });
    expect(mapped.sheets[0]?.columns.map((column) => column.field)).toEqual(['name', null, null, null, null]);
  });
});
