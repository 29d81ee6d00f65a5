import { computeOrganisationCheck, computeUsccCheck } from '@jince/identifiers';
import { randomOf } from './bench-world.ts';

export const REGISTER_HEADERS = [
  '企业名称',
  '统一社会信用代码',
  '市场主体类型',
  '登记状态',
  '成立日期',
  '法定代表人',
  '注册资本',
  '注册地址',
  '所属镇',
  '行业代码',
  '经营范围',
  '登记机关',
];

const BRAND = [
  ...'锦绣华盛瑞恒源泰丰达兴隆远航宏图佳美诚信德润嘉禾金鼎银河天马飞鹏云帆海川江南吴越苏韵震泽同里松陵盛湖汾水舜湖分浦',
];
const TRADES = [
  '丝绸',
  '纺织',
  '化纤织造',
  '喷织',
  '电缆',
  '光电科技',
  '精密机械',
  '电梯部件',
  '电子',
  '新材料',
  '塑料制品',
  '服饰',
  '针织',
  '包装',
  '五金',
  '贸易',
  '物流',
  '食品',
];
const FORMS = ['有限公司', '有限责任公司', '股份有限公司', '厂', '经营部'];
const TOWNS = [
  '松陵街道',
  '横扇街道',
  '八坼街道',
  '江陵街道',
  '平望镇',
  '盛泽镇',
  '七都镇',
  '震泽镇',
  '桃源镇',
  '黎里镇',
  '同里镇',
];
const INDUSTRIES = ['1743', '1751', '3831', '3824', '2642', '3435', '3982', '1811', '2927', '5131'];
const BODY = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

/** Rows of an invented register: names of two to three brand characters with a number of their own, valid codes. */
export function* registerRows(count: number, seed = 20210520): Generator<string[]> {
  const random = randomOf(seed);
  for (let i = 0; i < count; i++) {
    const town = pick(TOWNS, random);
    const trade = pick(TRADES, random);
    const serial = i.toString(31).padStart(7, '0');
    const body = `M${[...serial].map((c) => BODY[Number.parseInt(c, 31)]).join('')}`;
    const first17 = `91320509${body}${computeOrganisationCheck(body)}`;
    const day = new Date(Date.UTC(1995, 0, 1) + Math.floor(random() * 11_000) * 86_400_000).toISOString().slice(0, 10);
    yield [
      `苏州${pick(BRAND, random)}${pick(BRAND, random)}${pick(BRAND, random)}${trade}${pick(FORMS, random)}`,
      first17 + computeUsccCheck(first17),
      '企业',
      random() < 0.9 ? '存续' : '注销',
      day,
      `王${pick(BRAND, random)}`,
      `${Math.floor(random() * 5000) + 10}万元`,
      `苏州市吴江区${town}工业路${Math.floor(random() * 900) + 1}号`,
      town,
      pick(INDUSTRIES, random),
      `${trade}的研发、生产、销售；自营和代理各类商品及技术的进出口业务`,
      '苏州市吴江区市场监督管理局',
    ];
  }
}
