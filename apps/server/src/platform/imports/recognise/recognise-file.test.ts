import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDemoFiles } from '@jince/wujiang';
import { afterAll, describe, expect, it } from 'vitest';
import { createModules } from '../../../modules.ts';
import { openTable } from '../readers/index.ts';
import {
  guessKinds,
  guessSender,
  headerFingerprint,
  isConfident,
  knownHeaderKeys,
  mapColumns,
  mapSheets,
  type SheetHead,
} from './recognise-file.ts';

const kinds = new Map(
  createModules()
    .modules.flatMap((m) => m.importKinds ?? [])
    .map((k) => [k.kind, k]),
);
const folder = mkdtempSync(join(tmpdir(), 'jince-recognise-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const head = (headers: readonly string[], over: Partial<SheetHead> = {}): SheetHead => ({
  sheet: '',
  headerLine: 1,
  titleLines: [],
  headers,
  units: [],
  sample: [],
  ...over,
});
const words = (text: string) => text.split(/[,，]\s*/);

/** What the importer would do with these headers without asking anybody. */
function recognise(heads: readonly SheetHead[]) {
  const guesses = guessKinds(kinds.values(), heads);
  const first = guesses[0];
  const kind = first === undefined ? undefined : kinds.get(first.kind);
  if (kind === undefined) return { kind: undefined, sender: undefined, confident: false, sheets: [], guesses };
  const sheets = mapSheets(kind, heads);
  const confident = isConfident(kind, guesses, sheets);
  return { kind: kind.kind, sender: guessSender(kind, heads)?.code, confident, sheets, guesses };
}

async function headsOf(path: string, fileName: string): Promise<SheetHead[]> {
  const source = await openTable(path, { fileName, knownHeaders: knownHeaderKeys(kinds.values()) });
  const heads: SheetHead[] = [];
  try {
    for await (const sheet of source.sheets()) {
      const sample: string[][] = [];
      for await (const batch of sheet.rows()) {
        sample.push(...batch.slice(0, 30).map((row) => row.cells));
        break;
      }
      const { header, name, titleLines } = sheet;
      heads.push(head(header.cells, { sheet: name, headerLine: header.line, titleLines, units: header.units, sample }));
    }
  } finally {
    await source.close();
  }
  return heads;
}

describe('the files of the demo district', async () => {
  const { files } = await writeDemoFiles(folder, { scale: 0.05 });
  it.each(files)('$file is $kind without asking', async ({ file, kind }) => {
    const found = recognise(await headsOf(join(folder, file), file));
    expect(found).toMatchObject({ kind, confident: true });
    for (const sheet of found.sheets.filter((one) => one.included)) {
      const fed = sheet.columns.map((column) => column.field).filter((field) => field !== null);
      expect(new Set(fed).size).toBe(fed.length);
      // Every column it is sure of is one whose header is an alias.
      expect(sheet.columns.filter((column) => column.field !== null).every((column) => column.basis === 'alias')).toBe(
        true,
      );
    }
  });
});

const PSS =
  '申请号, 申请日, 公开（公告）号, 公开（公告）日, 发明名称, IPC分类号, 申请（专利权）人, 发明人, 优先权号, 优先权日, 申请人地址, 申请人邮编, 申请人所在国（省）, CPC分类号, 外观设计洛迦诺分类号, 代理人, 代理机构, 法律状态, 法律状态生效日期, 文献类型, 摘要';
const INCOPAT =
  '序号, 标题 (中文), 标题(翻译), 摘要 (中文), 申请人, 标准化申请人, 第一申请人, 申请人类型, 申请人省市代码, 中国申请人地市, 中国申请人区县, 申请人地址, 当前权利人, 公开（公告）号, 公开（公告）日, 申请号, 申请日, 专利类型, 公开国别, IPC主分类, IPC, CPC, 洛迦诺分类号, 国民经济分类, 新兴产业分类, 专利有效性, 当前法律状态, 授权公告日, 实质审查生效日, 失效日, 权利要求数量, 首项权利要求, 文献页数, 被引证次数, 引证次数, 简单同族个数, 转让次数, 转让人, 受让人, 转让执行日, 许可次数, 质押次数, 出质人, 质权人, 合享价值度, 技术稳定性, 发明人, 代理机构, 代理人, 审查员, 工商统一社会信用代码, 工商成立日期';
const PATSNAP =
  '序号, 公开(公告)号, 申请号, 标题, 申请日, 公开(公告)日, 授权日, 专利类型, 受理局, [标]当前申请(专利权)人, [标]原始申请(专利权)人, 当前申请(专利权)人州/省, 当前申请(专利权)人地市, 当前申请(专利权)人区县, 原始申请(专利权)人地址, 工商统一社会信用代码, 发明人, IPC分类号, IPC主分类号, CPC分类号, 战略新兴产业分类, 法律状态/事件, 简单法律状态, 权利要求数, 被引用专利数量, 简单同族被引用专利总数, 专利价值, 技术价值, 市场价值, 失效日, 许可次数, 许可类型, 转让人, 受让人, [标]代理机构';
const GENERIC =
  '序号, 申请日, 公开日, 授权公告日, 申请人, 发明人, 申请号, 公开号, 授权公告号, 专利类型, 专利名称, 申请摘要, 主权项, 申请人地址, 法律状态, 主分类号, 分类号, 国省代码, 专利代理人, 专利代理机构, 优先权, 优先权日, 第一发明人, 第一权利人, 申请人类型, 当前权利人, 法律事件, 引证数, 同族专利, 专利转移次数, 许可次数, 质押次数, 失效日期, 无效宣告日期, CPC主分类号, 国际申请号, 国际公开号, 进入国家日期, 颁证日, 审查时长';
const TRADEMARK =
  '商标名称, 申请/注册号, 国际分类, 申请日期, 申请人名称（中文）, 申请人名称（英文）, 申请人地址（中文）, 申请人地址（英文）, 初审公告期号, 初审公告日期, 注册公告期号, 注册公告日期, 专用权期限, 是否共有商标, 商标类型(普通商标/集体/证明/特殊), 商标形式, 商标状态, 类似群, 商品/服务项目, 国际注册日期, 后期指定日期, 优先权日期, 指定颜色, 代理/办理机构, 商标图样, 商标流程';
const QCC =
  '企业名称, 英文名称, 统一社会信用代码, 企业类型, 经营状态, 成立日期, 核准日期, 法定代表人, 注册资本, 实缴资本, 参保人数, 公司规模, 经营范围, 注册地址, 营业期限, 纳税人识别号, 工商注册号, 组织机构代码, 纳税人资质, 曾用名, 所属省份, 所属城市, 所属区县, 网站链接, 所属行业, 一级行业分类, 二级行业分类, 三级行业分类, 登记机关, 进出口企业代码';

describe('the headers of each sender (domain §12)', () => {
  it.each([
    ['CNIPA PSS', PSS, 'patents', 'pss'],
    ['incoPat', INCOPAT, 'patents', 'incopat'],
    ['incoPat, half-width brackets', INCOPAT.replaceAll('（', '(').replaceAll('）', ')'), 'patents', 'incopat'],
    ['PatSnap', PATSNAP, 'patents', 'patsnap'],
    ['innojoy and the like', GENERIC, 'patents', 'generic'],
    ['China trademark office', TRADEMARK, 'trademarks', 'cnipa-trademark'],
    ['commercial register', QCC, 'market-register', 'qcc'],
    [
      'public register',
      '企业名称,统一社会信用代码,注册日期,企业类型,注册资金,经营范围,所在省份,地区,注册地址',
      'market-register',
      'public-register',
    ],
    [
      'high-tech list',
      '序号, 企业名称, 统一社会信用代码, 证书编号, 发证日期, 有效期至, 技术领域, 所属镇(区)',
      'high-tech',
      'department',
    ],
    [
      'above-scale list',
      '序号, 单位名称, 统一社会信用代码, 行业代码, 行业名称, 主营业务收入(万元), 从业人数, 所属镇',
      'above-scale',
      'department',
    ],
    [
      'standard certificates',
      '企业名称, USCC, 认证标准, 证书编号, 认证机构, 颁证日, 有效期至, 证书状态, 覆盖范围',
      'standard-certificates',
      'department',
    ],
    [
      'annuities',
      '申请号/专利号, 专利名称, 专利权人, 申请日, 授权日, 应缴年度, 应缴年费, 滞纳金, 费减比例, 缴费截止日, 缴费状态',
      'annuities',
      'fees',
    ],
    [
      'pledges',
      '质押登记号, 出质人, 质权人, 专利号, 数量, 质押金额(万元), 登记日, 注销日',
      'patent-pledges',
      'pledges',
    ],
    ['awards', '序号, 专利号, 专利名称, 专利权人, 奖项, 等级, 届次', 'patent-awards', 'awards'],
    ['abnormal applications', '申请号, 发明名称, 申请人, 代理机构, 通报批次, 撤回状态', 'abnormal-filings', 'notice'],
    ['evidence of use', '注册号, 类别, 商标名称, 证据类型, 使用日期, 说明', 'trademark-use', 'evidence'],
    [
      'patent agencies',
      '机构名称, 机构代码, 执业许可证号, 地址, 负责人, 代理师数量, 信用等级, 状态',
      'patent-agencies',
      'patent-office',
    ],
    [
      'letters of 12315',
      '编号, 类型(投诉/举报), 登记时间, 投诉人, 被投诉人, USCC, 涉及问题, 环节, 处理单位, 时限',
      '12315-clues',
      '12315',
    ],
    ['strategic industries', '产业代码, 产业名称, IPC分类号, 限定关键词', 'strategic-industries', 'table'],
  ])('%s', (_, headers, kind, sender) => {
    expect(recognise([head(words(headers))])).toMatchObject({ kind, sender, confident: true });
  });

  it.each([
    ['schools', '学校, 级别, 批次, 课程, 教师, 社团'],
    ['a name and a telephone', '名称, 电话'],
    ['nothing', ''],
  ])('does not take %s for something it knows', (_, headers) => {
    expect(recognise([head(words(headers))]).confident).toBe(false);
  });
});

describe('columns', () => {
  const register = kinds.get('market-register') as NonNullable<ReturnType<typeof kinds.get>>;
  const fieldsOf = (headers: string[], sample: string[][] = []) =>
    mapColumns(register, head(headers, { sample })).map(({ field, basis }) => [field, basis]);

  it('feeds a field once: the first of two like headers', () => {
    expect(fieldsOf(['企业名称', '企业名称'])).toEqual([
      ['name', 'alias'],
      [null, 'none'],
    ]);
  });
  it('knows a code by its cells where the header says nothing', () => {
    const sample = [
      ['甲公司', '91320509MA1ABCDE8U'],
      ['乙公司', '91320509MA1T000560'],
    ];
    expect(fieldsOf(['企业名称', '编码'], sample)).toEqual([
      ['name', 'alias'],
      ['uscc', 'content'],
    ]);
  });
  it('does not take the reason column of a refused-rows file for anything', () => {
    for (const kind of kinds.values()) {
      const columns = mapColumns(kind, head(['退回原因', '原文件行号'], { sample: [['没有企业名称', '3']] }));
      expect(columns.map((column) => column.field)).toEqual([null, null]);
    }
  });
  it('leaves out a sheet that lacks a required column and says which', () => {
    const [sheet] = mapSheets(register, [head(['统一社会信用代码', '登记状态'])]);
    expect(sheet).toMatchObject({ included: false, note: '未包含：缺少 企业名称 列' });
  });
});

describe('the fingerprint of headers', () => {
  it('is the same for the same headers however they are typed, another for another order', () => {
    const one = headerFingerprint([head(['企业名称', '公开（公告）号'])]);
    expect(headerFingerprint([head(['企业 名称*', '公开(公告)号'], { sheet: '另一个' })])).toBe(one);
    expect(headerFingerprint([head(['公开（公告）号', '企业名称'])])).not.toBe(one);
    expect(headerFingerprint([head(['企业名称', '公开（公告）号', '备注'])])).not.toBe(one);
  });
});
