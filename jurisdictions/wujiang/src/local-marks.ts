/** A value or remark of the pack that the office has still to confirm. */
export interface LocalMark {
  /** Path within the pack. */
  readonly file: string;
  /** What the file holds, in the office's words. */
  readonly title: string;
  /** Where in the file, from the outside in: labels where there are any, else keys. */
  readonly place: readonly string[];
  readonly text: string;
}

/** Where the files of the pack lie. */
export const packFolder = `${import.meta.dirname}/..`;

const MARK = /待核/;
/** Invented people and firms are no parameters. */
const SHOWN_ONLY = /(^|[/\\])demo[/\\]/;

const TITLES: Readonly<Record<string, string>> = {
  'data/agencies/affairs.json': '服务机构事项',
  'data/agencies/reports.json': '举报投诉设置',
  'data/agencies/signal-learning.json': '信号学习',
  'data/agencies/signals.json': '异常申请信号',
  'data/campaigns.json': '培育行动',
  'data/case-papers.json': '案件文书',
  'data/cases.json': '办案和行政裁决',
  'data/class-advice.json': '商标类别建议',
  'data/district.json': '辖区',
  'data/funds.json': '专项资金',
  'data/industries.json': '行业',
  'data/industry-chains.json': '产业链',
  'data/inspections/checklists.json': '检查表',
  'data/inspections/settings.json': '监督检查设置',
  'data/open-data.json': '开放数据',
  'data/organisation.json': '机构',
  'data/plan/indicators-iii.json': '指标（第三部分）',
  'data/plan/indicators-iv.json': '指标（第四部分）',
  'data/plan/measures.json': '举措',
  'data/pool.json': '商标培育库',
  'data/protection/complaints.json': '投诉举报设置',
  'data/protection/coordination.json': '协作设置',
  'data/protection/watch.json': '监测设置',
  'data/zones.json': '功能区',
};

/** Keys of the files in the office's words, where what they hold has no name of its own. */
const KEYS: Readonly<Record<string, string>> = {
  note: '说明',
  article: '条文',
  basis: '依据',
  source: '来源',
  verify: '待核事项',
  sample: '示例',
  numbering: '文号',
  numbers: '文号',
  documentNumber: '文号',
  seriesNote: '文号字别',
  organ: '机关信息',
  phone: '电话',
  address: '地址',
  storage: '存放地点',
  archive: '案卷',
  texts: '文书用语',
  payment: '缴款',
  publicity: '公示',
  lowFineNote: '较低数额罚款',
  adjudication: '行政裁决',
  terms: '期限',
  term: '期限',
  pledge: '承诺',
  population: '人口',
  returnedMoney: '退回资金',
  promises: '承诺用语',
  indicators: '指标',
  checklists: '检查表',
  fields: '栏目',
  items: '检查项',
  conditions: '条件',
  criteria: '标准',
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an object calls itself. */
function nameOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  for (const key of ['label', 'name', 'title', 'text', 'code']) {
    const said = value[key];
    if (typeof said === 'string' && said !== '' && !MARK.test(said)) return said;
    if (isObject(said) && typeof said.zh === 'string') return said.zh;
  }
  return undefined;
}

function collect(value: unknown, place: readonly string[], found: (place: readonly string[], text: string) => void) {
  if (Array.isArray(value))
    for (const [at, one] of value.entries()) collect(one, [...place, nameOf(one) ?? String(at + 1)], found);
  else if (isObject(value))
    for (const [key, one] of Object.entries(value)) {
      if (typeof one !== 'string') collect(one, [...place, nameOf(one) ?? KEYS[key] ?? key], found);
      else if (MARK.test(one) || (key === 'verify' && one !== '')) found([...place, KEYS[key] ?? key], one);
    }
}

/** What one file of the pack, `data/…` or `documents/…`, marks as still to be confirmed; nothing in what is only for show. */
export function localMarksOf(file: string, content: unknown): readonly LocalMark[] {
  if (SHOWN_ONLY.test(file)) return [];
  const title = TITLES[file] ?? nameOf(content) ?? file;
  const marks: LocalMark[] = [];
  collect(content, [], (place, text) => marks.push({ file, title, place, text }));
  return marks;
}
