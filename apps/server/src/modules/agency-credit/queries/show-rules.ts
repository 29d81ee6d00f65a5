import {
  type CreditRuleSet,
  type CreditRuleVersion,
  creditRuleSets,
  creditRulesOn,
  creditSorts,
  lawNumber,
} from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import { lastsText } from '../domain/words.ts';
import { toRulesInForce } from './list-scores.ts';
import { CLOCKS, REPAIR_AFTER } from './terms.ts';

const SUBJECTS = { agency: { zh: '机构', en: 'agencies' }, person: { zh: '人员', en: 'people' } };

function rangeOf({ grades }: CreditRuleVersion, at: number): string {
  const { from, above } = grades[at] as CreditRuleVersion['grades'][number];
  const better = grades[at - 1];
  if (above !== null) return `> ${above}`;
  if (better === undefined) return `≥ ${from}`;
  return better.from === null ? `${from} – ${better.above}` : `${from} – <${better.from}`;
}

function toView(ctx: Ctx, set: CreditRuleSet, rules: CreditRuleVersion) {
  const { language } = ctx;
  return {
    rules: toRulesInForce(ctx, set, rules),
    base: rules.base,
    grades: rules.grades.map(({ grade, label }, at) => ({
      grade,
      label: label[language],
      range: rangeOf(rules, at),
      measure: rules.measures.find((one) => one.grade === grade)?.label[language] ?? null,
    })),
    items: rules.items.map((item) => ({
      item: item.item,
      label: item.label[language],
      group: rules.groups.find(({ group }) => group === item.group)?.label[language] ?? item.group,
      subjects: item.subjects.map((one) => SUBJECTS[one][language]).join(language === 'zh' ? '、' : ', '),
      points: item.points,
      cap: item.cap,
      lasts: lastsText(item, language),
      repairable: item.repairable,
      worst: item.worst,
      article: item.article,
      confidence: item.confidence,
      verify: item.verify,
    })),
  };
}

/** The rules of a day as they are kept, with what is still to be confirmed. Future days show what is known to come. */
export async function getCreditRules(ctx: Ctx, on: string = ctx.today) {
  return {
    on,
    sets: creditRuleSets.flatMap((set) => {
      const rules = creditRulesOn(set, on);
      return rules === undefined ? [] : [toView(ctx, set, rules)];
    }),
    sorts: creditSorts.map(({ sort, label }) => ({ sort, label: label[ctx.language] })),
    clocks: [...Object.values(CLOCKS), REPAIR_AFTER].map((key) => {
      const { label, value, unit, article, confidence, note } = lawNumber(key, ctx.today);
      return { key, label: label[ctx.language], value, unit, article, confidence, note: note ?? null };
    }),
  };
}
