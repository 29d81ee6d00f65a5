/** What is done to a matter, by whom, so many days before today. */
export interface DemoStep {
  readonly daysAgo: number;
  readonly who: 'enforcement' | 'branch' | 'head';
  readonly action: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface DemoLetter {
  readonly daysAgo: number;
  readonly sort: 'complaint' | 'report' | 'both';
  readonly person: { readonly name: string; readonly phone: string } | null;
  readonly subject: string;
  readonly address: string;
  readonly row: number;
  readonly right?: readonly ['trademark' | 'patent' | 'gi', string];
  readonly electronic?: boolean;
  readonly title: string;
  readonly statement: string;
  readonly wish?: string;
  readonly handler?: 'enforcement' | 'branch' | 'enforcement2';
  /** Steps of the first file of the letter. */
  readonly steps?: readonly DemoStep[];
}

const SHENGZE = '苏州市吴江区盛泽镇';
const SONGLING = '苏州市吴江区松陵街道';
const MARK = ['trademark', '00000001'] as const;

/** Invented letters of the demonstration; each subject is marked as an example. */
export const demoLetters: readonly DemoLetter[] = [
  {
    daysAgo: 0,
    sort: 'both',
    person: { name: '周演示', phone: '13800000001' },
    subject: '盛泽示例丝绸专营店（虚构）',
    address: `${SHENGZE}示例路18号`,
    row: 4,
    right: MARK,
    title: '购买的真丝围巾系假冒注册商标商品',
    statement: '演示：在店内购买围巾一条，经品牌方辨认为假冒。要求退货，并请依法查处。',
    wish: '退还货款 1,280 元',
  },
  {
    daysAgo: 1,
    sort: 'report',
    person: null,
    subject: '松陵示例烟酒商行（虚构）',
    address: `${SONGLING}示例街6号`,
    row: 4,
    right: ['trademark', '00000002'],
    title: '销售侵犯注册商标专用权的白酒',
    statement: '演示：货架上同一批号的白酒标签与正品不一致，售价明显低于市场价。',
  },
  {
    daysAgo: 7,
    sort: 'complaint',
    person: { name: '吴演示', phone: '13800000002' },
    subject: '松陵示例数码店（虚构）',
    address: `${SONGLING}示例街20号`,
    row: 32,
    title: '产品包装标注已失效的专利号',
    statement: '演示：购买的净化器包装标注专利号，查询为终止状态，商家拒绝退货。',
    wish: '退货退款',
    handler: 'enforcement',
  },
  {
    daysAgo: 14,
    sort: 'complaint',
    person: { name: '郑演示', phone: '13800000003' },
    subject: '松陵示例家纺店（虚构）',
    address: `${SONGLING}示例街32号`,
    row: 3,
    title: '床品商标与知名品牌近似，误导购买',
    statement: '演示：店招和商品吊牌使用近似标识，误以为是该品牌授权店。',
    wish: '退货并赔偿',
    handler: 'enforcement',
  },
  {
    daysAgo: 20,
    sort: 'complaint',
    person: { name: '王演示', phone: '13800000004' },
    subject: '盛泽示例面料城12号摊位（虚构）',
    address: `${SHENGZE}示例面料城`,
    row: 4,
    right: MARK,
    title: '面料标注他人注册商标，质量与正品不符',
    statement: '演示：采购面料 40 米，标签注明品牌，检测成分与标注不符。',
    wish: '退还货款',
    handler: 'branch',
    steps: [{ daysAgo: 16, who: 'branch', action: 'accept' }],
  },
  {
    daysAgo: 48,
    sort: 'complaint',
    person: { name: '冯演示', phone: '13800000005' },
    subject: '盛泽示例箱包店（虚构）',
    address: `${SHENGZE}示例路66号`,
    row: 4,
    title: '箱包商标侵权，要求退货',
    statement: '演示：购买箱包经专柜鉴别为假冒。',
    wish: '退一赔三',
    handler: 'branch',
    steps: [
      { daysAgo: 44, who: 'branch', action: 'accept' },
      {
        daysAgo: 20,
        who: 'branch',
        action: 'settle',
        fields: { result: '演示：被投诉人退还货款并赔偿，双方签署调解书。', agreedFen: 268_000 },
      },
    ],
  },
  {
    daysAgo: 30,
    sort: 'complaint',
    person: { name: '陈演示', phone: '13800000006' },
    subject: '松陵示例文具店（虚构）',
    address: `${SONGLING}示例街3号`,
    row: 4,
    title: '文具商标纠纷',
    statement: '演示：就同一批货已向人民法院起诉。',
    handler: 'enforcement',
    steps: [
      {
        daysAgo: 27,
        who: 'enforcement',
        action: 'not-accept',
        fields: { ground: 'in-court', reason: '演示：同一争议已由人民法院立案受理。' },
      },
    ],
  },
  {
    daysAgo: 12,
    sort: 'report',
    person: { name: '褚演示', phone: '13800000007' },
    subject: '盛泽示例纺织品网店（虚构）',
    address: `${SHENGZE}示例路102号`,
    row: 4,
    right: MARK,
    electronic: true,
    title: '网店销售假冒注册商标的丝巾',
    statement: '演示：某平台店铺销售丝巾，商品页面使用注册商标，发货地为盛泽。',
    handler: 'branch',
    steps: [
      { daysAgo: 8, who: 'branch', action: 'hand-on', fields: { reason: '演示：网页取证固定，现场见到同款商品。' } },
    ],
  },
  {
    daysAgo: 9,
    sort: 'report',
    person: { name: '卫演示', phone: '13800000008' },
    subject: '盛泽示例纺织品网店（虚构）',
    address: `${SHENGZE}示例路102号`,
    row: 4,
    right: MARK,
    electronic: true,
    title: '同一网店继续销售假冒丝巾',
    statement: '演示：再次下单收到的商品仍为假冒。',
  },
  {
    daysAgo: 26,
    sort: 'report',
    person: { name: '蒋演示', phone: '13800000009' },
    subject: '松陵示例印刷厂（虚构）',
    address: `${SONGLING}示例工业园5号`,
    row: 22,
    title: '未核验商标注册证即承印商标标识',
    statement: '演示：该厂为无授权的客户印制商标标签。',
    handler: 'enforcement',
    steps: [
      {
        daysAgo: 5,
        who: 'head',
        action: 'no-case',
        fields: { ground: 'minor', reason: '演示：委托登记有缺漏，已当场改正，没有造成危害后果。' },
      },
    ],
  },
  {
    daysAgo: 40,
    sort: 'report',
    person: { name: '沈演示', phone: '13800000010' },
    subject: '松陵示例茶叶店（虚构）',
    address: `${SONGLING}示例街51号`,
    row: 23,
    right: ['gi', '示例地理标志'],
    title: '擅自使用地理标志',
    statement: '演示：外地茶叶使用本地地理标志名称销售。',
    handler: 'enforcement',
    steps: [
      {
        daysAgo: 22,
        who: 'head',
        action: 'no-case',
        fields: { ground: 'no-facts', reason: '演示：经核查，进货凭证和授权齐全。' },
      },
      {
        daysAgo: 19,
        who: 'enforcement',
        action: 'answer',
        fields: { mode: 'phone', result: '演示：已电话告知不予立案的理由。' },
      },
    ],
  },
  {
    daysAgo: 23,
    sort: 'report',
    person: { name: '韩演示', phone: '13800000011' },
    subject: '盛泽示例五金店（虚构）',
    address: `${SHENGZE}示例路7号`,
    row: 2,
    title: '销售假冒商标的电动工具',
    statement: '演示：店内电钻商标与正品细节不符。',
    handler: 'branch',
  },
  {
    daysAgo: 3,
    sort: 'report',
    person: { name: '杨演示', phone: '13800000012' },
    subject: '外地示例商贸公司（虚构）',
    address: '浙江省杭州市余杭区示例路1号',
    row: 3,
    title: '网店经营地在外地，请转有管辖权的部门',
    statement: '演示：平台显示经营地址在外省。',
  },
];
