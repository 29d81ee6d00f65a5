import { importsModule } from '../../../platform/imports/imports.module.ts';
import { number, patentFile, SHENGZE } from '../../../platform/imports/testing/patent-file.ts';
import { REGISTER_HEADER } from '../../../platform/imports/testing/register-header.ts';
import { csv, runImport } from '../../../platform/imports/testing/run-import.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { createPartiesModule } from '../../parties/index.ts';
import { ipRightsModule, rightsPort } from '../index.ts';

/** The firm of most rights, a second firm, a university and a dissolved co-operative. */
export const SILK = '苏州市吴江区恒力丝绸有限公司';
export const CABLE = '苏州市吴江区亨光缆业有限公司';
export const UNIVERSITY = '苏州大学';
export const FARM = '苏州市吴江区湖畔农业专业合作社';

export const P1 = number(2020, 1, 101);
export const P2 = number(2014, 1, 102);
export const P3 = number(2024, 2, 103);
export const P4 = number(2025, 1, 104);
export const P5 = number(2012, 1, 105);

const granted = { 专利类型: '发明授权', 专利有效性: '有效', 当前法律状态: '授权' };

export const patentRows: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [P1]: {
    ...granted,
    '标题 (中文)': '一种丝绸织造方法',
    申请号: `CN${P1}`,
    申请日: '2020-05-10',
    '公开（公告）号': 'CN111000101B',
    '公开（公告）日': '2023-02-10',
    授权公告日: '2023-02-10',
    当前权利人: SILK,
    IPC: 'D03D 15/00; D03D 1/00',
    发明人: '张三; 李四',
    代理机构: '甲代理有限公司',
    权利要求数量: '10',
    被引证次数: '3',
  },
  [P2]: {
    ...granted,
    '标题 (中文)': '一种面料整理方法',
    申请号: `CN${P2}`,
    申请日: '2014-03-01',
    '公开（公告）号': 'CN103000102B',
    '公开（公告）日': '2016-08-01',
    授权公告日: '2016-08-01',
    当前权利人: `${SILK}; ${UNIVERSITY}`,
    IPC: 'D06M 11/00; D03D 15/00',
    发明人: '张三',
    代理机构: '甲代理有限公司',
    权利要求数量: '6',
    被引证次数: '5',
    '同族国家/地区': 'CN; US; WO',
    转让执行日: '2021-01-05',
  },
  [P3]: {
    ...granted,
    '标题 (中文)': '一种卷取装置',
    专利类型: '实用新型',
    申请号: `CN${P3}`,
    申请日: '2024-06-03',
    '公开（公告）号': 'CN220000103U',
    '公开（公告）日': '2024-12-20',
    授权公告日: '2024-12-20',
    当前权利人: SILK,
    IPC: 'B65H 54/00',
    发明人: '王五',
    代理机构: '乙代理有限公司',
  },
  [P4]: {
    '标题 (中文)': '一种光缆护套',
    专利类型: '发明申请',
    专利有效性: '审中',
    当前法律状态: '公开',
    申请号: `CN${P4}`,
    申请日: '2025-09-01',
    '公开（公告）号': 'CN120000104A',
    '公开（公告）日': '2026-03-06',
    当前权利人: CABLE,
    IPC: 'G02B 6/44',
  },
  [P5]: {
    '标题 (中文)': '一种线缆牵引方法',
    专利类型: '发明授权',
    专利有效性: '失效',
    当前法律状态: '未缴年费专利权终止',
    申请号: `CN${P5}`,
    申请日: '2012-04-10',
    '公开（公告）号': 'CN102000105B',
    '公开（公告）日': '2015-01-07',
    授权公告日: '2015-01-07',
    失效日: '2021-04-10',
    当前权利人: CABLE,
    IPC: 'H02G 1/08',
  },
  US: {
    '标题 (中文)': 'Silk fabric',
    专利类型: '发明授权',
    申请号: 'US13648029',
    申请日: '2012-10-09',
    '公开（公告）号': 'US10000001B2',
    '公开（公告）日': '2018-06-19',
    当前权利人: SILK,
    IPC: 'D03D 15/00',
  },
};

const MARKS = [
  '商标名称',
  '申请/注册号',
  '国际分类',
  '申请日期',
  '申请人名称（中文）',
  '申请人地址（中文）',
  '初审公告日期',
  '注册公告日期',
  '专用权期限',
  '商标状态',
  '商品/服务项目',
  '类似群',
  '商标类型',
];

/**
 * A district small enough to be counted by hand: four parties and their rights, through the real importer.
 * {@link SILK} holds P1–P3 and one of the United States, two classes of one mark (24 not renewed, 25 renewed), an international
 * registration and a share in an indication; {@link CABLE} one pending and one lapsed invention.
 */
export async function openSmallDistrict(): Promise<TestDatabase> {
  const test = await openTestDatabase([importsModule, createPartiesModule(rightsPort), ipRightsModule]);
  const ctx = test.system();
  const take = (name: string, kind: string, content: string) =>
    runImport(ctx, { name, kind, content, asOf: '2026-11-01' });
  await take(
    '登记.csv',
    'market-register',
    csv(
      REGISTER_HEADER,
      [
        SILK,
        '91320509MA1ABCDE8U',
        '有限责任公司',
        '存续',
        '2010-01-01',
        '',
        '100',
        SHENGZE,
        'C1743',
        '吴江市恒力丝织厂',
        '丝绸面料制造、销售',
      ],
      [
        CABLE,
        '91320509MA1T000560',
        '有限责任公司',
        '存续',
        '2015-06-15',
        '',
        '2000',
        '苏州市吴江区七都镇亨通大道88号',
        'C3832',
        '',
        '光缆制造',
      ],
      [UNIVERSITY, '', '事业单位', '存续', '1982-01-01', '', '', '苏州市十梓街1号', '', '', ''],
      [
        FARM,
        '93320509MA1ABCDE8M',
        '农民专业合作社',
        '注销',
        '2020-02-29',
        '2024-03-01',
        '',
        '苏州市吴江区震泽镇农业路1号',
        'A0141',
        '',
        '蔬菜种植',
      ],
    ),
  );
  await take('专利.csv', 'patents', patentFile(...Object.values(patentRows)));
  const mark = (niceClass: string, term: string) => [
    '丝语',
    '10142531',
    niceClass,
    '2011-11-01',
    SILK,
    SHENGZE,
    '2013-02-20',
    '2013-05-21',
    term,
    '商标已注册',
    '丝绸;布料',
    '2401;2402',
    '普通商标',
  ];
  await take(
    '商标.csv',
    'trademarks',
    csv(MARKS, mark('24', '2013年05月21日至2023年05月20日'), mark('25', '2013年05月21日至2033年05月20日'), [
      '缆通',
      '60000001',
      '9',
      '2026-02-01',
      CABLE,
      '苏州市吴江区七都镇亨通大道88号',
      '',
      '',
      '',
      '申请中',
      '光缆',
      '0912',
      '普通商标',
    ]),
  );
  const IR = [
    '国际注册号',
    '国际注册日期',
    '有效期至',
    '持有人',
    '商标名称',
    '国际分类',
    '国内基础注册号',
    '指定成员代码',
    '指定日期',
    '保护状态',
    '驳回期限届满日',
  ];
  const designation = (code: string, state: string, due: string) => [
    '1524000',
    '2024-10-29',
    '2034-10-29',
    SILK,
    '丝语',
    '24,25',
    '10142531',
    code,
    '2024-10-29',
    state,
    due,
  ];
  await take(
    '马德里.csv',
    'madrid',
    csv(IR, designation('US', '全部核准', ''), designation('JP', '指定中', '2026-04-29')),
  );
  const GI = ['地理标志名称', '类别', '注册(认定)日期', '核准使用企业', '统一社会信用代码', '核准使用日期', '停用日期'];
  await take(
    '地理标志.csv',
    'gi',
    csv(GI, ['太湖蚕丝', '地理标志产品', '2021-05-01', SILK, '91320509MA1ABCDE8U', '2022-01-01', '2025-12-31']),
  );
  const FEES = ['申请号', '应缴年度', '应缴年费', '缴费日期', '缴费状态'];
  await take(
    '年费.csv',
    'annuities',
    csv(FEES, [P1, '4', '1200', '2023-05-08', '已缴'], [P1, '7', '2000', '', '未缴']),
  );
  return test;
}
