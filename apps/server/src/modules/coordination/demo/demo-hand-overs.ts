import type { HandOverKind } from '../domain/labels.ts';

export interface DemoHandOver {
  readonly kind: HandOverKind;
  readonly to: string;
  readonly title: string;
  readonly facts: string;
  readonly suspect: string;
  readonly amountYuan: number | null;
  /** Days before today it was prepared. */
  readonly daysAgo: number;
  readonly until: 'draft' | 'approval' | 'sent' | 'received' | 'accepted' | 'refused' | 'filed' | 'answered';
  /** The receiver took longer than the law lets it. */
  readonly slow?: boolean;
}

const POLICE = 'WJ-P-PSB';

export const demoHandOvers: readonly DemoHandOver[] = [
  {
    kind: 'criminal',
    to: POLICE,
    title: '虚构·某服饰商行销售假冒注册商标的商品案',
    facts: '演示：经查，当事人销售标有他人注册商标的服装，已销售金额和未销售货值合计超过刑事追诉标准。',
    suspect: '虚构某服饰商行',
    amountYuan: 162_000,
    daysAgo: 66,
    until: 'filed',
  },
  {
    kind: 'criminal',
    to: POLICE,
    title: '虚构·某包装厂非法制造注册商标标识案',
    facts: '演示：查获尚未交付的注册商标标识，数量超过追诉标准。',
    suspect: '虚构某包装厂',
    amountYuan: 48_000,
    daysAgo: 45,
    until: 'filed',
    slow: true,
  },
  {
    kind: 'criminal',
    to: POLICE,
    title: '虚构·某网店销售假冒电梯配件案',
    facts: '演示：平台交易记录显示销售金额达到追诉标准，当事人对部分订单有异议。',
    suspect: '虚构某机电经营部',
    amountYuan: 73_500,
    daysAgo: 13,
    until: 'refused',
  },
  {
    kind: 'criminal',
    to: POLICE,
    title: '虚构·某丝绸经营部假冒注册商标案',
    facts: '演示：库存面料标有他人注册商标，货值达到追诉标准的三倍。',
    suspect: '虚构某丝绸经营部',
    amountYuan: 210_000,
    daysAgo: 7,
    until: 'accepted',
  },
  {
    kind: 'criminal',
    to: POLICE,
    title: '虚构·某加工点假冒注册商标案',
    facts: '演示：现场查获成品和模具，权利人已辨认。',
    suspect: '虚构某加工点',
    amountYuan: 95_000,
    daysAgo: 2,
    until: 'sent',
  },
  {
    kind: 'assistance',
    to: 'WJ-P-MIIT',
    title: '虚构·请协助核实企业生产许可和产能',
    facts: '演示：办案需要核实涉案企业申报的产能和设备情况。',
    suspect: '虚构某线缆公司',
    amountYuan: null,
    daysAgo: 30,
    until: 'answered',
  },
  {
    kind: 'clue',
    to: 'WJ-P-COM',
    title: '虚构·通报跨境电商渠道侵权线索',
    facts: '演示：检查中发现部分商品通过跨境电商渠道销往境外，商标标注不一致。',
    suspect: '虚构某贸易公司',
    amountYuan: null,
    daysAgo: 4,
    until: 'sent',
  },
  {
    kind: 'criminal',
    to: POLICE,
    title: '虚构·某仓库储存假冒标识案',
    facts: '演示：正在整理证据和清单。',
    suspect: '虚构某仓储部',
    amountYuan: 66_000,
    daysAgo: 1,
    until: 'approval',
  },
];

export interface DemoReferral {
  readonly from: string;
  readonly kind: HandOverKind;
  readonly title: string;
  readonly facts: string;
  readonly suspect: string;
  readonly daysAgo: number;
  readonly until: 'sent' | 'received' | 'accepted' | 'answered';
}

export const demoReferrals: readonly DemoReferral[] = [
  {
    from: 'WJ-P-PSB',
    kind: 'administrative',
    title: '虚构·某夜市摊位销售假冒商品，未达追诉标准',
    facts: '演示：经侦查未达刑事追诉标准，移交行政处理，附现场照片清单。',
    suspect: '虚构某夜市摊位经营者',
    daysAgo: 25,
    until: 'answered',
  },
  {
    from: 'WJ-P-PROC',
    kind: 'judicial',
    title: '虚构·相对不起诉后建议行政处罚',
    facts: '演示：对被不起诉人提出检察意见，建议依法给予行政处罚。',
    suspect: '虚构某打印社',
    daysAgo: 9,
    until: 'accepted',
  },
  {
    from: 'WJ-P-COURT',
    kind: 'judicial',
    title: '虚构·商标侵权诉讼中发现批量侵权线索的司法建议',
    facts: '演示：审理中发现同一来源的多起侵权，建议开展专项检查。',
    suspect: '虚构某专业市场商户',
    daysAgo: 3,
    until: 'sent',
  },
];
