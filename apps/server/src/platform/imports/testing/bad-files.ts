import * as XLSX from '@e965/xlsx';
import { inlineRows, workbookParts } from '../readers/testing/workbooks.ts';
import { CODES, csv, firm, REGISTER, workbook, zipOf } from './import-desk.ts';

const [A, B, C] = CODES;
const GOOD = [firm('苏州甲纺织有限公司', A), firm('苏州乙电子有限公司', B), firm('苏州丙有限公司', C)];

export interface BadFile {
  readonly what: string;
  readonly name: string;
  readonly content: () => Promise<Buffer> | Buffer;
  /** What it comes to, and the sentence a person gets: on the import, or on the row with this number. */
  readonly state: string;
  readonly notice?: RegExp;
  readonly row?: { readonly no: number; readonly status: string; readonly says: RegExp };
  readonly counts?: Readonly<Record<string, number>>;
}

/** What Excel makes of a workbook with a password: a compound file around the encrypted package. */
function encryptedWorkbook(): Buffer {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(200));
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000));
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

const gbk = (text: string): Buffer => {
  // The few characters of the test, in GB 18030.
  const table: Record<string, string> = {
    苏: 'cbd5',
    州: 'd6dd',
    丁: 'b6a1',
    有: 'd3d0',
    限: 'cfde',
    公: 'b9ab',
    司: 'cbbe',
  };
  return Buffer.concat([...text].map((c) => (table[c] === undefined ? Buffer.from(c) : Buffer.from(table[c], 'hex'))));
};

/** Every sort of file the office must survive, with what it is told. */
export const BAD_FILES: readonly BadFile[] = [
  {
    what: 'a corrupt workbook',
    name: '坏.xlsx',
    content: async () => (await workbook({ 名册: [REGISTER, ...GOOD] })).subarray(0, 3000),
    state: 'failed',
    notice: /损坏|不完整/,
  },
  {
    what: 'a workbook with a password',
    name: '密.xlsx',
    content: encryptedWorkbook,
    state: 'failed',
    notice: /密码|加密/,
  },
  {
    what: 'a zip with a password',
    name: '密.zip',
    content: () => zipOf([{ name: '登记.csv', content: csv(REGISTER, ...GOOD), encrypted: true }]),
    state: 'failed',
    notice: /密码|加密/,
  },
  {
    what: 'a zip bomb',
    name: '炸.zip',
    content: () =>
      zipOf({ '登记.csv': Buffer.concat([csv(REGISTER, ...GOOD), Buffer.alloc(300 * 1024 * 1024, 0x20)]) }),
    state: 'failed',
    notice: /解压|压缩/,
  },
  {
    what: 'an empty workbook',
    name: '空.xlsx',
    content: () => workbook({ 名册: [] }),
    state: 'failed',
    notice: /没有|空/,
  },
  {
    what: 'a header without rows',
    name: '只有表头.csv',
    content: () => csv(REGISTER),
    state: 'previewed',
    notice: /^文件里没有可读的数据行。$/,
    counts: { total: 0 },
  },
  {
    what: 'a header nobody knows',
    name: '怪.csv',
    content: () => csv(['春', '夏', '秋'], ['一', '二', '三']),
    state: 'recognised',
    notice: /^没有认出这是什么表，请选择类型并指定各列的含义。$/,
  },
  {
    what: 'unbalanced quotes',
    name: '引号.csv',
    content: () => {
      const lines = csv(REGISTER, ...GOOD, firm('苏州戊有限公司', '91320509MA1ABCDE8U', { 登记状态: '存续' }))
        .toString()
        .split('\r\n');
      lines[2] = (lines[2] as string).replace('"苏州乙电子有限公司"', '"苏州乙电子有限公司');
      return Buffer.from(lines.join('\r\n'));
    },
    state: 'previewed',
    row: { no: 2, status: 'refused', says: /引号/ },
  },
  {
    what: 'formula cells',
    name: '公式.xlsx',
    content: async () =>
      workbook({
        名册: [
          REGISTER,
          [...firm('苏州甲纺织有限公司', A).slice(0, 6), { formula: '50*2', result: 100 }],
          [...firm('苏州乙电子有限公司', B).slice(0, 6), { formula: 'A1/0', result: { error: '#DIV/0!' } }],
          [{ formula: 'VLOOKUP(1,A:A,1)' }, ...firm('', C).slice(1)],
        ],
      }),
    state: 'previewed',
    counts: { total: 3, refused: 1 },
    row: { no: 3, status: 'refused', says: /公式|名称/ },
  },
  {
    what: '16,000 columns',
    name: '宽.xlsx',
    content: () => {
      const wide = (cells: readonly string[]) => [
        ...cells,
        ...Array.from({ length: 16_000 - cells.length }, (_, i) => `列${i}`),
      ];
      return zipOf(workbookParts(inlineRows([wide(REGISTER), wide(GOOD[0] as string[])])));
    },
    state: 'failed',
    notice: /列/,
  },
  {
    what: 'mixed encodings',
    name: '混.csv',
    content: () =>
      Buffer.concat([
        csv(REGISTER, ...GOOD),
        gbk('"苏州丁有限公司","913205091382596806","存续","2010-01-01","","",""\r\n'),
      ]),
    state: 'previewed',
    counts: { total: 4, accepted: 4 },
    row: { no: 4, status: 'accepted', says: /编码/ },
  },
  {
    what: 'impossible dates',
    name: '日期.csv',
    content: () =>
      csv(
        REGISTER,
        firm('苏州甲纺织有限公司', A, { 成立日期: '2023-02-30' }),
        firm('苏州乙电子有限公司', B, { 成立日期: '2031年1月1日' }),
        firm('苏州丙有限公司', C, { 成立日期: '不详' }),
      ),
    state: 'previewed',
    counts: { total: 3, accepted: 3 },
    row: { no: 1, status: 'accepted', says: /2023-02-30/ },
  },
];
