import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../../platform/imports/readers/index.ts';
import { checkCells } from '../testing/check-cells.ts';
import { patentsKind } from './patents.ts';

const check = (row: Record<string, string>, sender?: string) => checkCells(patentsKind, row, sender);
const codes = (row: { issues: readonly { code: string; severity: string }[] }) =>
  row.issues.map((issue) => `${issue.severity} ${issue.code}`);
const FIRM = '苏州市吴江区恒力丝绸有限公司';
const ADDRESS = '江苏省苏州市吴江区盛泽镇西二环路1号';

describe('golden rows of the senders', () => {
  it('PSS: eight-digit dates, status with its day', () => {
    const row = check({
      申请号: 'CN202110123456.7',
      申请日: '20210129',
      '公开（公告）号': 'CN114081026B',
      '公开（公告）日': '20230303',
      发明名称: '一种  织机',
      IPC分类号: 'D03D51/00; D03D 49/00',
      '申请（专利权）人': `${FIRM};苏州大学`,
      发明人: '张三;李四',
      申请人地址: ADDRESS,
      '申请人所在国（省）': '江苏(32)',
      外观设计洛迦诺分类号: '',
      代理机构: '',
      法律状态: '专利权的终止（未缴年费）',
      法律状态生效日期: '20250129',
      文献类型: '发明授权',
      摘要: '',
    });
    expect(row.sender).toBe('pss');
    expect(row.recordKey).toBe('2021101234567');
    expect(row.values).toEqual({
      title: '一种 织机',
      country: 'CN',
      applicationNo: '202110123456.7',
      kind: 'invention',
      grantNo: 'CN114081026B',
      filedOn: '2021-01-29',
      grantedOn: '2023-03-03',
      ipcMain: 'D03D51/00',
      ipc: ['D03D51/00', 'D03D49/00'],
      holders: [
        { name: FIRM, key: FIRM, locality: '盛泽镇', uscc: '', address: ADDRESS, ipc: 'D03D51/00' },
        { name: '苏州大学', key: '苏州大学', locality: '', uscc: '', ipc: 'D03D51/00' },
      ],
      address: ADDRESS,
      townCode: '320509105',
      inventors: ['张三', '李四'],
      legalStatusText: '专利权的终止（未缴年费）',
      legalStatusOn: '2025-01-29',
      standing: 'ended',
      lapsedOn: '2025-01-29',
    });
    expect(row.issues).toEqual([]);
  });

  it('incoPat: current holder before applicant, score kept apart, expected end of term', () => {
    const row = check({
      '标题 (中文)': '光缆',
      申请人: '甲公司',
      标准化申请人: '甲公司',
      第一申请人: '甲公司',
      中国申请人区县: '吴江区',
      申请人地址: ADDRESS,
      当前权利人: FIRM,
      '公开（公告）号': 'CN114081026A',
      '公开（公告）日': '2022-02-22',
      申请号: 'CN202110123456.7',
      申请日: '2021-01-29',
      专利类型: '发明申请',
      IPC主分类: 'G02B6/44',
      IPC: 'G02B6/44; H01B11/22',
      新兴产业分类: '1.1 (下一代信息网络产业); 1.2 (电子核心产业)',
      专利有效性: '有效',
      当前法律状态: '授权',
      授权公告日: '2023-03-03',
      失效日: '2041-01-29',
      合享价值度: '9',
      转让执行日: '2024-05-06',
      转让人: '甲公司',
      受让人: FIRM,
      权利要求数量: '10',
      被引证次数: '3',
    });
    expect(row.sender).toBe('incopat');
    expect(row.values).toMatchObject({
      publicationNo: 'CN114081026A',
      publishedOn: '2022-02-22',
      grantedOn: '2023-03-03',
      expiresOn: '2041-01-29',
      standing: 'in-force',
      strategicIndustries: ['1.1', '1.2'],
      scoresIncopat: [{ vendor: 'incoPat', name: '合享价值度', value: '9' }],
      transferredOn: '2024-05-06',
      transfer: `甲公司 → ${FIRM}`,
      claimCount: 10,
      citedCount: 3,
    });
    expect(row.values).not.toHaveProperty('lapsedOn');
    expect((row.values.holders as { name: string }[])[0]?.name).toBe(FIRM);
  });

  it('PatSnap: bars between values, dash for nothing, code of a single holder', () => {
    const row = check({
      '公开(公告)号': 'CN212345678U',
      申请号: 'CN202120123456.2',
      标题: '纱架',
      申请日: '2021-01-19',
      '公开(公告)日': '2021-08-03',
      授权日: '2021-08-03',
      专利类型: '实用新型',
      受理局: '中国',
      '[标]当前申请(专利权)人': FIRM,
      '[标]原始申请(专利权)人': FIRM,
      '原始申请(专利权)人地址': ADDRESS,
      工商统一社会信用代码: '91320509MA1ABCDE8U',
      发明人: '张三 | 李四',
      IPC分类号: 'D02H1/00 | D02H13/00',
      战略新兴产业分类: '-',
      '法律状态/事件': '授权 | 质押',
      简单法律状态: '有效',
      权利要求数: '-',
      专利价值: '$574,000',
      失效日: '-',
      '[标]代理机构': '-',
    });
    expect(row.sender).toBe('patsnap');
    expect(row.values).toMatchObject({
      kind: 'utility',
      grantNo: 'CN212345678U',
      grantedOn: '2021-08-03',
      inventors: ['张三', '李四'],
      ipc: ['D02H1/00', 'D02H13/00'],
      standing: 'in-force',
    });
    expect(row.values.holders).toMatchObject([{ uscc: '91320509MA1ABCDE8U', locality: '盛泽镇' }]);
    for (const absent of ['publishedOn', 'claimCount', 'agency', 'strategicIndustries', 'pledgedOn'])
      expect(row.values).not.toHaveProperty(absent);
  });

  it('generic: Locarno in the IPC columns, versions after symbols, abnormal in the event', () => {
    const row = check({
      申请日: '2021/3/4',
      公开日: '',
      授权公告日: '2021/9/10',
      申请人: FIRM,
      发明人: '张三',
      申请号: '202130123456.8',
      公开号: '',
      授权公告号: 'CN306812345S',
      专利类型: '外观设计',
      专利名称: '面料',
      申请人地址: ADDRESS,
      法律状态: '无权',
      主分类号: '05-05',
      分类号: '05-05',
      国省代码: '江苏;32',
      专利代理机构: '某所',
      第一权利人: FIRM,
      当前权利人: FIRM,
      法律事件: '放弃专利权（涉非正常申请）',
      失效日期: '2022/1/2',
    });
    expect(row.sender).toBe('generic');
    expect(row.values).toMatchObject({
      kind: 'design',
      grantNo: 'CN306812345S',
      locarno: ['05-05'],
      abandonedOn: '2022-01-02',
      abnormal: true,
      standing: 'ended',
      filedOn: '2021-03-04',
    });
    expect(row.values).not.toHaveProperty('ipc');
    expect(row.issues).toEqual([]);
  });

  it('Lens: foreign application with its country, granted by its words', () => {
    const row = check({
      Jurisdiction: 'US',
      Kind: 'B1',
      'Publication Number': 'US 9807726 B1',
      'Lens ID': '1',
      'Publication Date': '2017-10-31',
      'Application Number': 'US 15360203 A',
      'Application Date': '2016-11-23',
      Title: 'Drone',
      Applicants: 'A INC;;B CO., LTD',
      Inventors: 'X Y;;Z',
      Type: 'Granted Patent',
      'Cited Count': '6',
      'Simple Family Size': '2',
      'CPC Classifications': 'A01K47/00;;G06F3/04',
      'IPCR Classifications': 'A63H30/04',
    });
    expect(row.sender).toBe('lens');
    expect(row.recordKey).toBe('US:15360203A');
    expect(row.values).toMatchObject({
      country: 'US',
      kind: 'invention',
      grantNo: 'US9807726B1',
      grantedOn: '2017-10-31',
      cpc: ['A01K47/00', 'G06F3/04'],
      citedCount: 6,
      familySize: 2,
    });
    expect((row.values.holders as { name: string }[]).map((holder) => holder.name)).toEqual(['A INC', 'B CO., LTD']);
  });

  it('PATENTSCOPE: no application number, so the publication is the key; day before month', () => {
    const row = check({
      'Publication Number': 'US20050286606',
      'Publication Date': '04.12.2005',
      Title: 'Sealing',
      'Priority Data': '',
      IPC: 'G01N 25/00;G01N 25/00',
      Applicants: 'Fluke Corporation',
      Inventors: 'I S',
      'FP Image': '',
    });
    expect(row.sender).toBe('patentscope');
    expect(row.recordKey).toBe('US:pub:20050286606');
    expect(row.values).toMatchObject({ publishedOn: '2005-12-04', ipc: ['G01N25/00'] });
  });
});

describe('doubts and refusals', () => {
  const base = { 发明名称: 'x', 申请号: 'CN202110123456.7', 申请人: FIRM, 申请日: '2021-01-29', 法律状态: '' };
  it.each([
    [
      'a wrong check digit',
      { 申请号: 'CN202110123456.8' },
      'doubtful patent.application-no.check-digit',
      '202110123456.7',
    ],
    [
      'a missing check digit',
      { 申请号: 'CN202110123456' },
      'doubtful patent.application-no.missing-check-digit',
      '202110123456.7',
    ],
    [
      'a number turned into a float',
      { 申请号: '2.0211E+12' },
      'refused patent.application-no.spreadsheet-number',
      undefined,
    ],
    ['no number', { 申请号: '' }, 'refused patent.number-missing', undefined],
    ['no title', { 发明名称: '-' }, 'refused patent.title-missing', undefined],
    ['an impossible filing date', { 申请日: '2021/2/30' }, 'refused date.impossible', undefined],
    ['a filing date to come', { 申请日: '2027-01-01' }, 'refused patent.filed-in-future', undefined],
    ['an unknown status', { 法律状态: '不晓得' }, 'warning patent.status-unknown', undefined],
    ['no holder', { 申请人: '' }, 'warning patent.no-holder', undefined],
  ])('%s', (_, over, code, suggestion) => {
    const row = check({ ...base, ...over });
    expect(codes(row)).toEqual([code]);
    expect(row.issues[0]?.suggestion).toBe(suggestion);
    expect(row.recordKey === undefined).toBe(code.startsWith('refused'));
  });

  it('takes the suggestion when a person puts it into the cell', () => {
    expect(check({ ...base, 申请号: '202110123456.7' })).toMatchObject({ recordKey: '2021101234567', issues: [] });
  });

  it('believes the type digit against the column', () => {
    const row = check({ ...base, 专利类型: '实用新型' });
    expect(row.values.kind).toBe('invention');
    expect(codes(row)).toEqual(['warning patent.kind-differs']);
  });

  it('keeps an ending without its day as undated', () => {
    expect(check({ ...base, 法律状态: '未缴年费终止' }).values).toMatchObject({
      undatedEnding: 'lapsed',
      standing: 'ended',
    });
  });

  it('says the same of the same row', () => {
    expect(JSON.stringify(check(base).values)).toBe(JSON.stringify(check(base).values));
  });
});

describe('real files', () => {
  const data = resolve('../shared/data');
  const real = it.skipIf(!existsSync(data));
  if (!existsSync(data)) console.warn(`real patent files are absent (${data}): their block is skipped`);

  async function checkFile(path: string, limit = Number.POSITIVE_INFINITY) {
    const source = await openTable(resolve(data, path), { fileName: path });
    const found = {
      total: 0,
      accepted: 0,
      keys: new Set<string>(),
      codes: new Map<string, number>(),
      sender: undefined as string | undefined,
    };
    try {
      for await (const sheet of source.sheets()) {
        for await (const batch of sheet.rows()) {
          for (const raw of batch) {
            if (found.total >= limit) return found;
            const row = check(Object.fromEntries(sheet.header.cells.map((header, i) => [header, raw.cells[i] ?? ''])));
            found.total += 1;
            found.sender = row.sender;
            if (row.recordKey !== undefined) found.keys.add(row.recordKey);
            if (row.issues.every((issue) => issue.severity === 'warning')) found.accepted += 1;
            for (const issue of row.issues) found.codes.set(issue.code, (found.codes.get(issue.code) ?? 0) + 1);
          }
        }
      }
    } finally {
      await source.close();
    }
    return found;
  }

  real('reads the whole Lens export; only Chinese numbers without check digit wait', async () => {
    const found = await checkFile('patents/lens_drones_5884.csv');
    expect(found).toMatchObject({ total: 5884, accepted: 5529, sender: 'lens' });
    expect(found.codes.get('patent.application-no.missing-check-digit')).toBe(355);
    expect(found.keys.size).toBe(5884);
  });

  real('reads a raw PATENTSCOPE export', async () => {
    const found = await checkFile('patents/patentscope_raw/patentscope_pizza_1940_2005_9659.xls', 3000);
    expect(found.sender).toBe('patentscope');
    expect(found.accepted / found.total).toBeGreaterThan(0.99);
  });

  real('reads CNIPA and USPTO full text', async () => {
    expect(await checkFile('fixtures/cnipa_fulltext_real.xml')).toMatchObject({
      accepted: 1,
      keys: new Set(['2019103024301']),
    });
    expect(await checkFile('fixtures/uspto_grant_v45_real.xml')).toMatchObject({
      accepted: 1,
      keys: new Set(['US:13648029']),
    });
  });
});
