import type { Language } from '../../../platform/i18n/language.ts';

const PARTS: Readonly<Record<string, { zh: string; en: string }>> = {
  code: { zh: '代码', en: 'code' },
  title: { zh: '名称', en: 'title' },
  name: { zh: '条款名称', en: 'name' },
  clause: { zh: '依据条款', en: 'clause' },
  text: { zh: '条文', en: 'text' },
  docNo: { zh: '文号', en: 'document number' },
  issuer: { zh: '发文机关', en: 'issuer' },
  fund: { zh: '资金名称', en: 'fund' },
  year: { zh: '年度', en: 'year' },
  note: { zh: '说明', en: 'note' },
  effectiveFrom: { zh: '生效日期', en: 'effective from' },
  effectiveTo: { zh: '失效日期', en: 'effective to' },
  windows: { zh: '申报期', en: 'filing windows' },
  preconditions: { zh: '前提条件', en: 'preconditions' },
  trigger: { zh: '奖补事由', en: 'trigger' },
  beneficiaries: { zh: '受益对象', en: 'beneficiaries' },
  eligibility: { zh: '资格条件', en: 'eligibility' },
  achievement: { zh: '成果', en: 'achievement' },
  rule: { zh: '条件', en: 'rule' },
  dateFact: { zh: '成果日期', en: 'date' },
  keyFact: { zh: '成果编号', en: 'key' },
  declared: { zh: '申报内容', en: 'declared' },
  checks: { zh: '登记核对', en: 'checks' },
  collection: { zh: '登记簿', en: 'register' },
  achieved: { zh: '成果期', en: 'achievement window' },
  amount: { zh: '金额', en: 'amount' },
  tiers: { zh: '分档', en: 'tiers' },
  fen: { zh: '金额', en: 'amount' },
  unitFen: { zh: '单位金额', en: 'amount per unit' },
  units: { zh: '数量', en: 'units' },
  of: { zh: '基数', en: 'base' },
  by: { zh: '分档依据', en: 'by' },
  ratePpm: { zh: '比例', en: 'rate' },
  maxUnits: { zh: '最多计数', en: 'most units' },
  capFen: { zh: '单项上限', en: 'cap' },
  subjectYearCapFen: { zh: '每家每年上限', en: 'cap per subject and year' },
  budgetFen: { zh: '预算', en: 'budget' },
  stacking: { zh: '叠加', en: 'stacking' },
  materials: { zh: '材料', en: 'materials' },
  publicityWorkingDays: { zh: '公示天数', en: 'publicity days' },
  examples: { zh: '算例', en: 'examples' },
  expectFen: { zh: '应得金额', en: 'expected amount' },
  label: { zh: '名称', en: 'label' },
  article: { zh: '依据', en: 'article' },
  refusal: { zh: '不符合时的说明', en: 'refusal' },
  from: { zh: '起', en: 'from' },
  to: { zh: '止', en: 'to' },
};

/** Lists whose members are numbered; items are named instead. */
const ORDINALS: Readonly<Record<string, { zh: string; en: string }>> = {
  windows: { zh: '段', en: '' },
  tiers: { zh: '档', en: '' },
  examples: { zh: '个', en: '' },
  checks: { zh: '项', en: '' },
};

const nameOf = (document: unknown, at: number): string | undefined => {
  const items = (document as { items?: unknown } | null)?.items;
  const name = Array.isArray(items) ? (items[at] as { name?: unknown } | null)?.name : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
};

/** A path of a policy's document in words: `items.0.amount.tiers.1` → 马德里国际注册商标 · 金额 · 分档第2档. */
export function placeOf(document: unknown, path: string, language: Language): string {
  const words: string[] = [];
  const steps = path.split('.').filter(Boolean);
  for (const [at, step] of steps.entries()) {
    const before = steps[at - 1] ?? '';
    if (/^\d+$/.test(step)) {
      const number = Number(step) + 1;
      if (before === 'items')
        words.push(nameOf(document, number - 1) ?? (language === 'zh' ? `第${number}条` : `item ${number}`));
      else
        words.push(
          `${words.pop() ?? ''}${language === 'zh' ? `第${number}${ORDINALS[before]?.zh ?? '项'}` : ` ${number}`}`,
        );
    } else if (step !== 'items') words.push(PARTS[step]?.[language] ?? step);
  }
  return words.length === 0 ? (language === 'zh' ? '整份政策' : 'the policy') : words.join(' · ');
}
