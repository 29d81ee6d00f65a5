import { findIndustry } from '../../industries.ts';
import { type DemoContext, openDemoXlsx } from '../context.ts';
import { addYears, isoOf } from '../days.ts';
import type { DemoFile } from '../manifest.ts';
import type { Patent } from '../patent.ts';
import { type PatentStatus, termYears } from '../patent-life.ts';
import type { Cell } from '../row-writer.ts';
import { type PatentView, senderOf, writePatentRows } from './patent-mentions.ts';

const COLUMNS = [
  '序号',
  '标题 (中文)',
  '摘要 (中文)',
  '申请人',
  '标准化申请人',
  '第一申请人',
  '申请人类型',
  '申请人省市代码',
  '中国申请人地市',
  '中国申请人区县',
  '申请人地址',
  '当前权利人',
  '公开（公告）号',
  '公开（公告）日',
  '申请号',
  '申请日',
  '专利类型',
  '公开国别',
  'IPC主分类',
  'IPC',
  '洛迦诺分类号',
  '国民经济分类',
  '新兴产业分类',
  '专利有效性',
  '当前法律状态',
  '授权公告日',
  '实质审查生效日',
  '失效日',
  '权利要求数量',
  '被引证次数',
  '简单同族个数',
  '同族国家/地区',
  '转让次数',
  '转让人',
  '受让人',
  '转让执行日',
  '许可次数',
  '质押次数',
  '质权人',
  '合享价值度',
  '发明人',
  '代理机构',
  '工商统一社会信用代码',
];
const LEGAL: Record<PatentStatus, [validity: string, state: string]> = {
  published: ['审中', '公开'],
  examination: ['审中', '实质审查'],
  granted: ['有效', '授权'],
  refused: ['失效', '驳回'],
  withdrawn: ['失效', '撤回'],
  unpaid: ['失效', '未缴年费'],
  expired: ['失效', '期限届满'],
  invalidated: ['失效', '全部无效'],
  abandoned: ['失效', '放弃'],
};
const STRATEGIC: Record<string, string> = {
  A: '1.2 (电子核心产业)',
  B: '2.1 (智能制造装备产业)',
  C: '3.5 (高性能纤维及制品和复合材料)',
  D: '1.1 (下一代信息网络产业); 1.2 (电子核心产业)',
};
export const KIND_NAMES = { invention: '发明', utility: '实用新型', design: '外观设计' } as const;

/** Strategic industry as a vendor tags it; left out for most textile links, as in the official table. */
export function strategicOf(patent: Patent): string {
  const chain = patent.chainLink?.[0] ?? '';
  return chain === 'C' && patent.chainLink !== 'C3' ? '' : (STRATEGIC[chain] ?? '');
}

/** Who applied, as vendors sort applicants. */
function applicantType(patent: Patent): string {
  const kind = patent.applicants[0]?.party?.kind;
  if (kind === undefined) return '个人';
  if (kind === 'university' || kind === 'school') return '大专院校';
  return kind === 'institute' ? '科研单位' : '企业';
}

/** Countries of the family: China, and one more for each further member. */
function familyOf(ctx: DemoContext, patent: PatentView['patent']): string {
  const rng = ctx.population.rng('family', patent.index);
  const abroad = new Set(
    Array.from({ length: patent.familySize - 1 }, () => rng.pick(['US', 'JP', 'KR', 'EP', 'DE', 'VN', 'WO'])),
  );
  return ['CN', ...abroad].join('; ');
}

function incopatRow(ctx: DemoContext, madeOn: number, view: PatentView, number: number): Cell[] {
  const { patent, rng } = view;
  const { life } = patent;
  const [validity, state] = rng.chance(0.001) ? ['有效', '待核实'] : LEGAL[view.status];
  const owner = patent.applicants[0]?.party;
  const transferred = patent.transfer !== undefined && patent.transfer.on <= madeOn;
  const term = addYears(life.filedOn, termYears(life.kind, life.filedOn));
  const date = (day: number | undefined): string => (day === undefined || day > madeOn ? '' : isoOf(day));
  const inRegister = owner !== undefined && owner.index < ctx.population.size;
  return [
    number,
    patent.title,
    patent.abstract,
    view.applicants.join('; '),
    view.applicants.map((name) => name.trim()).join('; '),
    view.applicants[0],
    applicantType(patent),
    '江苏; 32',
    '苏州',
    '吴江区',
    patent.address,
    view.holders.join('; '),
    view.publication.number,
    isoOf(view.publication.on),
    `CN${view.applicationNumber}`,
    isoOf(life.filedOn),
    life.kind === 'invention'
      ? view.publication.number.endsWith('A')
        ? '发明申请'
        : '发明授权'
      : KIND_NAMES[life.kind],
    'CN',
    patent.ipc[0],
    patent.ipc.join('; '),
    patent.locarno,
    owner ? `C${findIndustry(owner.profile.industry)?.division ?? ''}` : '',
    strategicOf(patent),
    validity,
    state,
    date(life.grantedOn),
    date(life.examinedFrom),
    life.end && life.end.shownFrom <= madeOn ? isoOf(life.end.on) : view.status === 'granted' ? isoOf(term) : '',
    patent.claims || '',
    patent.citedBy,
    patent.familySize,
    familyOf(ctx, patent),
    transferred ? 1 : 0,
    transferred ? view.applicants[0] : '',
    transferred ? view.holders[0] : '',
    transferred ? isoOf(patent.transfer?.on ?? 0) : '',
    patent.licensed ? 1 : 0,
    patent.pledgedOn !== undefined && patent.pledgedOn <= madeOn ? 1 : 0,
    patent.pledgedOn !== undefined && patent.pledgedOn <= madeOn ? '示例银行股份有限公司吴江支行' : '',
    rng.between(3, 10),
    patent.inventors.join('; '),
    patent.agency,
    inRegister && rng.chance(0.3) ? owner.uscc : '',
  ];
}

export async function writeIncopat(ctx: DemoContext): Promise<DemoFile> {
  const file = '04-专利-incoPat导出（演示数据）.xlsx';
  const madeOn = ctx.asOf - 2;
  const book = await openDemoXlsx(ctx, file);
  const sheet = await book.sheet('sheet1');
  await sheet.row(COLUMNS);
  const rows = await writePatentRows(ctx, {
    file,
    madeOn,
    takes: (_, index) => {
      const { first, second } = senderOf(ctx, index);
      return first === 0 || second === 0;
    },
    write: (view, number) => sheet.row(incopatRow(ctx, madeOn, view, number)),
  });
  await sheet.close();
  await book.close();
  return {
    file,
    kind: 'patents',
    sender: 'incoPat',
    encoding: 'xlsx',
    rows,
    note: `多值以「; 」分隔；导出日 ${isoOf(madeOn)}`,
  };
}
