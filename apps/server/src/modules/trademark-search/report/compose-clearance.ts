import type { PriorRightsView } from '@jince/contract';
import type { DocumentBlock, OfficialDocument } from '../../../platform/documents/index.ts';
import { trademarkStatusLabels } from '../../ip-rights/index.ts';
import type { FilingAdviceView } from '../queries/advise-on-filing.ts';
import type { SignGround } from '../queries/advise-on-sign.ts';
import type { MarkAnswer, TextQuestion } from '../queries/search-marks.ts';
import {
  CAVEATS,
  GOODS_CHOICES,
  LEVEL_LABELS,
  NOT_SEARCHED,
  STATE_CHOICES,
  VERDICT_TEXTS,
} from './clearance-labels.ts';
import { priorRightBlocks } from './prior-right-blocks.ts';

export interface Clearance {
  readonly question: TextQuestion;
  readonly answer: MarkAnswer;
  readonly priorRights: PriorRightsView;
  readonly grounds: readonly SignGround[];
  readonly filing: FilingAdviceView;
  /** Edition of the table of similar goods; null where none is kept for the day. */
  readonly goodsEdition: string | null;
}

export interface Imprint {
  readonly issuer: string;
  readonly districtName: string;
  readonly demo: boolean;
  readonly today: string;
  readonly madeAt: Date;
}

type Hit = MarkAnswer['hits'][number];
const dayText = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
const momentDay = (at: string | null): string =>
  at === null ? '不明' : dayText(new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10));
/** Never a whole hundred: nothing but the same text is certain. */
const share = (score: number): string => (score >= 0.995 ? '＞99%' : `${Math.round(score * 100)}%`);

function askedBlocks({ question, answer, filing }: Clearance): DocumentBlock[] {
  const { classes = [], groups = [], goods = 'any', state = 'living' } = question;
  const rows = [
    ['商标文字', question.text],
    ['实际比对的文字', answer.compared || '无'],
    ['拟用类别', classes.length === 0 ? '未限定' : classes.map((one) => `第${one}类`).join('、')],
    ['类似群', groups.length === 0 ? '未限定' : groups.join('、')],
    ['商品范围', GOODS_CHOICES[goods]],
    ['商标状态', STATE_CHOICES[state]],
    ['申请人', filing.applicant ?? '未填写'],
  ];
  return [
    { kind: 'heading', level: 1, text: '一、查询内容' },
    {
      kind: 'table',
      caption: '表1　查询内容',
      columns: [{ title: '项目' }, { title: '内容', width: 3 }],
      rows,
    },
    ...answer.notices.map((notice): DocumentBlock => ({ kind: 'note', text: notice.text })),
  ];
}

function searchedBlocks({ answer, goodsEdition }: Clearance, { districtName }: Imprint): DocumentBlock[] {
  return [
    { kind: 'heading', level: 1, text: '二、查询范围' },
    {
      kind: 'paragraph',
      text: `比对了${districtName}商标登记中有文字的商标${answer.register.marks}件（按类别计）。登记最近更新于${momentDay(answer.register.changedAt)}，状态按${dayText(answer.register.asOf)}计算。`,
    },
    {
      kind: 'paragraph',
      text: `比对字形、读音、含义、排列顺序、增减文字和重叠使用，模型版本${answer.model}；商品关系按${goodsEdition === null ? '类别（没有当日有效的区分表）' : `《${goodsEdition}》`}判断。`,
    },
  ];
}

const classText = (hit: Hit): string =>
  hit.classes
    .map(({ niceClass, status }) => `${niceClass}（${trademarkStatusLabels[status]?.zh ?? status}）`)
    .join('、');

/** Why, once for all registrations of one name of which the same is to be said. */
function reasonsOf(hits: readonly Hit[]): string[] {
  const said = Map.groupBy(
    hits,
    ({ name, reasons, goods }) => `${name}\n${reasons}${goods === null ? '' : `；${goods.text}`}。`,
  );
  return [...said].map(([key, ones]) => {
    const [name, why] = key.split('\n');
    return `${name}（${ones.map(({ registrationNo }) => registrationNo).join('、')}）：${why}`;
  });
}

function levelBlocks(level: Hit['level'], hits: readonly Hit[], table: number): DocumentBlock[] {
  return [
    { kind: 'heading', level: 2, text: `${LEVEL_LABELS[level]}（${hits.length}件）` },
    {
      kind: 'table',
      caption: `表${table}　${LEVEL_LABELS[level]}商标`,
      columns: [
        { title: '商标', width: 2 },
        { title: '注册号', width: 1.4 },
        { title: '类别和状态', width: 2 },
        { title: '权利人', width: 2.6 },
        { title: '相近度', align: 'right' },
      ],
      rows: hits.map((hit) => [
        hit.name,
        hit.registrationNo,
        classText(hit),
        hit.owners.map(({ name }) => name).join('、') || '不明',
        level === 'identical' ? '相同' : share(hit.score),
      ]),
    },
    { kind: 'list', items: reasonsOf(hits) },
  ];
}

function foundBlocks({ answer }: Clearance): DocumentBlock[] {
  const { counts, hits } = answer;
  const of = (level: Hit['level']) => hits.filter((hit) => hit.level === level);
  const told = (['identical', 'near', 'arguable'] as const).filter((level) => of(level).length > 0);
  const shown = hits.filter(({ level }) => level !== 'far').length;
  const more = counts.identical + counts.near + counts.arguable - shown;
  return [
    { kind: 'heading', level: 1, text: '三、查询结果' },
    { kind: 'paragraph', text: VERDICT_TEXTS[answer.verdict](counts) },
    ...told.flatMap((level, at) => levelBlocks(level, of(level), at + 2)),
    ...(more > 0 ? [{ kind: 'note' as const, text: `另有${more}件未列出：请限定类别后再查。` }] : []),
  ];
}

function adviceBlocks({ grounds, filing }: Clearance): DocumentBlock[] {
  const note = (text: string | null): DocumentBlock[] =>
    text === null ? [] : [{ kind: 'note', text: `待核：${text}。` }];
  const figures = filing.facts;
  return [
    { kind: 'heading', level: 1, text: '五、标志本身' },
    grounds.length === 0
      ? { kind: 'paragraph', text: '没有命中收录的禁止作为商标使用或者缺乏显著特征的词语。' }
      : {
          kind: 'list',
          items: grounds.map(({ word, text, article }) => `含有“${word}”：${text}（${article}）。请由人判断。`),
        },
    ...note(grounds.find(({ verify }) => verify !== null)?.verify ?? null),
    { kind: 'note', text: '三维标志（商标法第十二条）、经使用取得的显著性不能由文字判断，未作提示。' },
    { kind: 'heading', level: 1, text: '六、申请行为' },
    ...(figures === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: `登记中该申请人近${filing.windowMonths}个月申请${figures.filings}件，涉及${figures.classes}个类别；有效和申请中的共${figures.living}件，其中收集到使用证据的${figures.used}件（均按类别计）。`,
          },
        ]),
    filing.hints.length === 0
      ? { kind: 'paragraph', text: '没有需要特别准备的事项。申请应当出于使用的需要。' }
      : { kind: 'list', items: filing.hints.map(({ text }) => `${text}。`) },
    ...(filing.article === null
      ? []
      : [{ kind: 'note' as const, text: `依据：${filing.article}。以上仅提示核对，不作任何认定。` }]),
    ...(filing.thresholdNote === null ? [] : [{ kind: 'note' as const, text: `${filing.thresholdNote}。` }]),
    ...note(filing.verify),
  ];
}

/** The report before filing: what was asked, what was searched and found, advice, and what it does not know. */
export function composeClearance(clearance: Clearance, imprint: Imprint): OfficialDocument {
  const { question, answer } = clearance;
  return {
    title: ['商标近似查询报告'],
    subtitle: question.text.slice(0, 40),
    issuer: imprint.issuer,
    date: dayText(imprint.today),
    mark: imprint.demo ? '演示数据，不作为工作依据' : null,
    header: '商标近似查询报告',
    contentsTitle: '目　录',
    cover: [
      { label: '查询日', value: dayText(imprint.today) },
      { label: '登记更新', value: momentDay(answer.register.changedAt) },
      { label: '范围', value: `${imprint.districtName}登记的商标` },
      { label: '性质', value: '比对线索，不是法律意见' },
    ],
    blocks: [
      ...askedBlocks(clearance),
      ...searchedBlocks(clearance, imprint),
      ...foundBlocks(clearance),
      ...priorRightBlocks(clearance.priorRights),
      ...adviceBlocks(clearance),
      { kind: 'heading', level: 1, text: '七、没有查询的范围' },
      { kind: 'list', items: NOT_SEARCHED },
      { kind: 'heading', level: 1, text: '八、说明' },
      { kind: 'list', items: CAVEATS },
    ],
    createdAtSeconds: Math.floor(imprint.madeAt.getTime() / 1000),
  };
}
