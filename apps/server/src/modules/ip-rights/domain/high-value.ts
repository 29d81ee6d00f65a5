import { addYears, type LocalDate } from '@jince/calendar';
import { lawNumber, strategicIndustryName, strategicTable } from '@jince/law';
import type { StrategicBasis, StrategicHit } from './strategic-industry.ts';

/** Entries of a family list that are no right abroad: China itself, and the international publication of a PCT application. */
export const NO_FAMILY_ABROAD: readonly string[] = ['CN', '中国', '中国大陆', 'WO', '世界知识产权组织', 'WIPO'];

/** Awards of national rank: state science and technology awards, China patent award. */
export const NATIONAL_AWARDS: readonly string[] = ['national-science', 'china-patent'];

export type HighValueCode = 'strategic' | 'family' | 'longLived' | 'pledged' | 'awarded';

/** What is known of a patent, as far as the five categories ask for it. */
export interface HighValueFacts {
  /** Whether it is a Chinese invention in force on the day: no other counts. */
  readonly counts: boolean;
  readonly filedOn: LocalDate | null;
  readonly ipc: readonly string[];
  readonly strategicCodes: readonly string[];
  readonly strategicBasis: StrategicBasis | null;
  /** Conditions of the table the patent meets. */
  readonly hits: readonly StrategicHit[];
  readonly familyCountries: readonly string[];
  readonly familySize: number | null;
  readonly pledges: readonly { registrationNo: string; registeredOn: LocalDate; amountFen: number | null }[];
  readonly awards: readonly { award: string; text: string; grade: string | null; on: LocalDate }[];
}

export interface HighValueCategory {
  readonly code: HighValueCode;
  /** Null: the sources do not say; it is then not counted. */
  readonly met: boolean | null;
  readonly reason: string;
  readonly article: string | null;
}

type Verdict = Omit<HighValueCategory, 'code'>;

const KEYWORDS_SHOWN = 60;

function strategic(facts: HighValueFacts): Verdict {
  const article = strategicTable.document;
  const names = facts.strategicCodes.map((code) => `${code} ${strategicIndustryName(code) ?? ''}`.trim()).join('、');
  if (facts.strategicBasis === 'sender') return { met: true, reason: `来源文件载明：${names}`, article };
  if (facts.ipc.length === 0) return { met: null, reason: '没有IPC分类号，无法判断', article };
  const hit = facts.hits.find((one) => facts.strategicCodes.includes(one.code));
  if (facts.strategicBasis === null || hit === undefined)
    return {
      met: facts.strategicCodes.length > 0,
      reason: names === '' ? '各IPC分类号均不在参照关系表内' : names,
      article,
    };
  const how = `分类号${hit.symbol}符合“${hit.code} ${hit.name}”的条件${hit.pattern}`;
  const words = hit.keywords.join('；');
  const limit =
    words === ''
      ? '按新版IPC对应关系推定'
      : `该条件另限定关键词“${words.slice(0, KEYWORDS_SHOWN)}${words.length > KEYWORDS_SHOWN ? '…' : ''}”`;
  const candidate = facts.strategicBasis === 'ipc-keyword' ? `；${limit}，仅凭IPC不能确认，按候选计入` : '';
  return { met: true, reason: `${how}${candidate}（参照关系表${strategicTable.mark}）`, article };
}

function family({ familyCountries, familySize }: HighValueFacts, article: string): Verdict {
  const abroad = familyCountries.filter((country) => !NO_FAMILY_ABROAD.includes(country));
  if (abroad.length > 0)
    return { met: true, reason: `同族国家或地区：${abroad.join('、')}；在海外是否已授权，来源没有说明`, article };
  // A family of one has no member abroad; a larger one without its countries may have.
  if (familyCountries.length === 0 && familySize !== 1)
    return { met: null, reason: '来源没有同族信息，无法判断，统计时不计', article };
  return { met: false, reason: '同族中没有中国以外的国家或地区（仅有国际公布的不计）', article };
}

function longLived({ filedOn }: HighValueFacts, asOf: LocalDate): Verdict {
  const { value: years, article } = lawNumber('patent.high-value.maintained-years', asOf);
  if (filedOn === null) return { met: null, reason: '申请日未知，无法判断', article };
  const passed = addYears(filedOn, years);
  const met = passed < asOf;
  return {
    met,
    reason: `申请日${filedOn}，${met ? '已于' : '将于'}${passed}满${years}年，至${asOf}${met ? '已' : '未'}超过`,
    article,
  };
}

/** Fen as a sum an official would write: 120000000 → `120万元`. */
const wan = (fen: number): string => `${fen / 1_000_000}万元`;

function pledged({ pledges }: HighValueFacts, asOf: LocalDate): Verdict {
  const { value: least, article } = lawNumber('patent.high-value.pledge-amount', asOf);
  const known = pledges.filter((one) => one.registeredOn <= asOf);
  const [top] = [...known].sort((a, b) => (b.amountFen ?? 0) - (a.amountFen ?? 0));
  if (top === undefined) return { met: false, reason: '没有质押登记记录', article };
  const what = `质押登记${top.registrationNo}（${top.registeredOn}）`;
  if (top.amountFen === null) return { met: null, reason: `${what}没有金额，无法判断，统计时不计`, article };
  const met = top.amountFen >= least;
  return {
    met,
    reason: `${what}金额${wan(top.amountFen)}，${met ? '达到' : '未达到'}参数${wan(least)}`,
    article,
  };
}

function awarded({ awards }: HighValueFacts, asOf: LocalDate, article: string): Verdict {
  const known = awards.filter((one) => one.on <= asOf);
  const words = (one: (typeof known)[number]) => `${one.text}${one.grade ?? ''}`;
  const national = known.find((one) => NATIONAL_AWARDS.includes(one.award));
  if (national !== undefined) return { met: true, reason: `${national.on.slice(0, 4)}年获${words(national)}`, article };
  const other = known[0];
  return {
    met: false,
    reason: other === undefined ? '没有获奖记录' : `${words(other)}不属国家科学技术奖或中国专利奖`,
    article,
  };
}

/**
 * The five categories of a high-value invention on a day, each with its reason; several met count as one patent. Facts about
 * whole registers are counted in SQL (facts/high-value-sql.ts); a test holds both to the same answer.
 */
export function judgeHighValue(
  facts: HighValueFacts,
  asOf: LocalDate,
): { any: boolean; note: string | null; categories: HighValueCategory[] } {
  if (!facts.counts) return { any: false, note: '仅在统计日有效的中国发明专利计入高价值发明专利', categories: [] };
  const { article } = lawNumber('patent.high-value.maintained-years', asOf);
  const categories: HighValueCategory[] = [
    { code: 'strategic', ...strategic(facts) },
    { code: 'family', ...family(facts, article) },
    { code: 'longLived', ...longLived(facts, asOf) },
    { code: 'pledged', ...pledged(facts, asOf) },
    { code: 'awarded', ...awarded(facts, asOf, article) },
  ];
  return { any: categories.some((one) => one.met === true), note: null, categories };
}
