import { type Amount, type Policy, type PolicyItem, percent, yuan } from '@jince/entitlements';
import type { Language } from '../../../platform/i18n/language.ts';

/** Sentence of the expression an amount depends on; null while it cannot be read. */
export type QuantityWords = string | null;

const TEN_THOUSAND_YUAN = 1_000_000;

/** 3万元, 1,234.50元; CNY 30,000. */
export function moneyWords(fen: number, language: Language): string {
  if (language === 'en') return `CNY ${(fen / 100).toLocaleString('en-US')}`;
  return fen >= TEN_THOUSAND_YUAN && fen % (TEN_THOUSAND_YUAN / 10) === 0
    ? `${fen / TEN_THOUSAND_YUAN}万元`
    : yuan(fen);
}

export function amountWords(amount: Amount, quantity: QuantityWords, language: Language): string {
  const money = (fen: number) => moneyWords(fen, language);
  const zh = language === 'zh';
  switch (amount.type) {
    case 'fixed':
      return zh ? `定额${money(amount.fen)}` : `${money(amount.fen)} each`;
    case 'per-unit': {
      const most = amount.maxUnits;
      if (zh)
        return `按${quantity ?? amount.units}，每单位${money(amount.unitFen)}${most === null ? '' : `，最多计${most}个单位`}`;
      return `${money(amount.unitFen)} per unit of ${quantity ?? amount.units}${most === null ? '' : `, at most ${most}`}`;
    }
    case 'tiered': {
      const tiers = amount.tiers.map(({ from, to, fen }) =>
        zh
          ? `${from}${to === null ? '以上' : `至不满${to}`}为${money(fen)}`
          : `${from}${to === null ? ' and more' : ` to less than ${to}`}: ${money(fen)}`,
      );
      return zh
        ? `按${quantity ?? amount.by}分档：${tiers.join('，')}`
        : `By ${quantity ?? amount.by}: ${tiers.join('; ')}`;
    }
    default: {
      const share = percent(amount.ratePpm);
      if (zh) return `${amount.type === 'matching' ? '配套：' : ''}${quantity ?? amount.of}的${share}`;
      return `${share} of ${quantity ?? amount.of}${amount.type === 'matching' ? ' (matching)' : ''}`;
    }
  }
}

/** Caps, deduction and budget of an item in the order they are applied. */
export function limitWords(item: PolicyItem, language: Language): string[] {
  const money = (fen: number) => moneyWords(fen, language);
  const zh = language === 'zh';
  return [
    item.capFen === null ? [] : zh ? `每项不超过${money(item.capFen)}` : `at most ${money(item.capFen)} each`,
    item.deductHigher ? (zh ? '扣除上级已资助的部分' : 'less what a higher level gave') : [],
    item.subjectYearCapFen === null
      ? []
      : zh
        ? `每家每年不超过${money(item.subjectYearCapFen)}`
        : `at most ${money(item.subjectYearCapFen)} per subject and year`,
    item.budgetFen === null
      ? []
      : zh
        ? `本条年度预算${money(item.budgetFen)}`
        : `budget of the item ${money(item.budgetFen)}`,
  ].flat();
}

const STACKING = {
  stackable: { zh: '可与其他条款同时享受', en: 'May be taken together with other items' },
  highest: { zh: '同类从高享受，不重复', en: 'The highest of its kind only' },
  difference: { zh: '同类已享受的，补差额', en: 'Only the difference to what its kind already gave' },
} as const;

export const stackingWords = ({ stacking }: PolicyItem, language: Language): string =>
  STACKING[stacking.rule][language];

export const repeatWords = ({ achievement }: PolicyItem, language: Language): string =>
  achievement.repeat === 'once'
    ? { zh: '同一成果只支持一次', en: 'Each achievement once' }[language]
    : { zh: '同一成果每年支持一次', en: 'Each achievement once a year' }[language];

/** What holds for the whole policy: who is capped, what happens over budget, how amounts are rounded. */
export function termWords(policy: Policy, language: Language): { label: string; text: string }[] {
  const zh = language === 'zh';
  const money = (fen: number) => moneyWords(fen, language);
  const over =
    policy.overBudget === 'queue'
      ? { zh: '超出预算时按成果取得先后，用完为止', en: 'over budget: in order of achievement until it is used up' }
      : { zh: '超出预算时按同一比例折减', en: 'over budget: all reduced in proportion' };
  const rounding =
    policy.rounding === 'fen'
      ? { zh: '精确到分，不足一分的舍去', en: 'to the fen, rounded down' }
      : { zh: '精确到元，不足一元的舍去', en: 'to whole yuan, rounded down' };
  return [
    policy.subjectYearCapFen === null
      ? []
      : {
          label: zh ? '每家每年合计' : 'Per subject and year',
          text: zh ? `不超过${money(policy.subjectYearCapFen)}` : `at most ${money(policy.subjectYearCapFen)}`,
        },
    {
      label: zh ? '年度预算' : 'Budget of the year',
      text: `${policy.budgetFen === null ? (zh ? '未定' : 'not set') : money(policy.budgetFen)}${zh ? '；' : '; '}${over[language]}`,
    },
    { label: zh ? '取整' : 'Rounding', text: rounding[language] },
  ].flat();
}
