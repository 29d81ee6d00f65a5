import type { AlertItem } from '@jince/contract';
import type { PlaceKind } from '../../access/access.ts';
import type { Ctx } from '../../context/context.ts';
import { refreshFacts } from '../../facts/refresh-facts.ts';
import { CODES, csv, firm, type ImportDesk, openImportDesk, REGISTER } from '../../imports/testing/import-desk.ts';
import { listAlerts } from '../list-alerts.ts';
import { refreshAlerts } from '../refresh-alerts.ts';
import type { AlertFilter } from '../select-alerts.ts';

export const SILK = '苏州恒锦纺织有限公司';
export const MACHINE = '苏州兆辉精密机械有限公司';
export const GONE = '苏州百年丝行有限公司';
export const SHENGZE = '320509105';
export const LILI = '320509110';

const patents = csv(
  ['名称', '申请人', '申请号', '申请日', '专利类型', '授权公告日', '专利有效性', '当前法律状态'],
  ['一种经编面料', SILK, 'CN202010234567.0', '2020-03-10', '发明授权', '2022-05-01', '有效', '授权'],
  ['一种染整装置', SILK, 'CN202010123456.2', '2020-05-10', '发明授权', '2022-05-01', '有效', '授权'],
  ['一种减速机', MACHINE, 'CN202010345678.9', '2020-03-10', '发明授权', '2022-05-01', '有效', '授权'],
  ['一种缫丝机', GONE, 'CN202010456789.7', '2020-08-01', '发明授权', '2022-05-01', '有效', '授权'],
);
const annuities = csv(
  ['申请号/专利号', '专利名称', '应缴年度', '应缴年费', '缴费状态'],
  ['CN202010123456.2', '一种染整装置', '6', '1200', '已缴'],
  ['CN202010123456.2', '一种染整装置', '7', '2000', '未缴'],
);
const trademarks = csv(
  ['商标名称', '申请/注册号', '国际分类', '申请日期', '申请人名称（中文）', '注册公告日期', '专用权期限', '商标状态'],
  ['锦语', '18000001', '24', '2015-11-01', SILK, '2016-12-01', '2016年12月01日至2026年11月30日', '商标已注册'],
  ['锦语', '40000001', '25', '2022-01-01', SILK, '2024-02-21', '2024年02月21日至2034年02月20日', '商标已注册'],
);
const madrid = csv(
  [
    '国际注册号',
    '国际注册日期',
    '有效期至',
    '持有人',
    '商标名称',
    '国际分类',
    '国内基础注册号',
    '指定成员代码',
    '指定成员',
    '指定日期',
    '保护状态',
  ],
  ['1524000', '2022-06-15', '2032-06-15', SILK, '锦语', '24', '18000001', 'US', '美国', '2022-06-15', '指定中'],
);
const standards = csv(
  ['企业名称', '认证标准', '证书编号', '颁证日', '有效期至', '证书状态'],
  [SILK, 'GB/T 29490-2023', '165IP240001', '2024-02-01', '2027-01-31', '有效'],
  [MACHINE, 'GB/T 29490-2013', '165IP230002', '2023-08-02', '2026-08-01', '有效'],
);
const highTech = csv(
  ['企业名称', '证书编号', '发证日期', '有效期至', '技术领域'],
  [MACHINE, 'GR202432001234', '2024-02-01', '2027-01-31', '机械'],
);
const officers = csv(
  ['姓名', '单位', '执法证号', '发证日期', '有效期至'],
  ['赵一', '盛泽分局', '32050900001', '2022-01-31', '2027-01-31'],
);

export interface AlertDesk {
  readonly desk: ImportDesk;
  /** Makes it this day, computes the facts of it, and gives the context of whoever asks. */
  on(day: string, role?: string, placeKind?: PlaceKind, placeCode?: string): Promise<Ctx>;
  idOf(name: string): Promise<string>;
  close(): Promise<void>;
}

/** A district of three firms whose rights fall due on days known beforehand. */
export async function openAlertDesk(): Promise<AlertDesk> {
  const desk = await openImportDesk();
  const LILI_ROAD = '江苏省苏州市吴江区黎里镇芦莘大道3号';
  await desk.take(
    '登记.csv',
    csv(
      REGISTER,
      firm(SILK, CODES[0]),
      firm(MACHINE, CODES[1], { 注册地址: LILI_ROAD }),
      firm(GONE, CODES[2], { 登记状态: '注销' }),
    ),
  );
  await desk.take('专利.csv', patents);
  await desk.take('年费.csv', annuities);
  await desk.take('商标.csv', trademarks);
  await desk.take('马德里.csv', madrid);
  await desk.take('贯标.csv', standards);
  await desk.take('高企.csv', highTech);
  await desk.take('执法人员.csv', officers);
  return {
    desk,
    async on(day, role = 'ip-officer', placeKind, placeCode) {
      desk.test.setNow(`${day}T02:00:00Z`);
      await refreshFacts(desk.test.system());
      await refreshAlerts(desk.test.system());
      return desk.test.as(role, placeKind, placeCode);
    },
    async idOf(name) {
      const row = Object.values(await desk.parties()).find((party) => party.name === name);
      return row?.id as string;
    },
    close: () => desk.close(),
  };
}

export const alertsOn = async (ctx: Ctx, filter: AlertFilter = {}): Promise<AlertItem[]> =>
  (await listAlerts(ctx, { page: 1, pageSize: 500, ...filter })).items;

/** `code due-day` of what is met by subjects whose words contain this. */
export const codesOf = (items: readonly AlertItem[], words: string): string[] =>
  items.filter((item) => item.subjectLabel.includes(words)).map((item) => `${item.code} ${item.dueOn ?? '-'}`);
