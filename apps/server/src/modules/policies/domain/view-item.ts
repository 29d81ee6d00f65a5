import type { PolicyItemView } from '@jince/contract';
import { type CompiledPolicy, type PolicyItem, quantityText, withDeclared, workExample } from '@jince/entitlements';
import { type Catalogue, describeRule, parseRule } from '@jince/rules';
import type { Language } from '../../../platform/i18n/language.ts';
import { nationalProhibitions } from './prohibitions.ts';
import { amountWords, limitWords, moneyWords, repeatWords, stackingWords } from './words.ts';

export interface Reading {
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** The day examples are worked out on. */
  readonly asOf: string;
  /** Undefined while a rule of the policy cannot be read: then no example can be worked out. */
  readonly compiled: CompiledPolicy | undefined;
}

/** A rule as a sentence; null while it cannot be read. */
export function sentenceOf(
  text: string,
  { catalogue, language }: Pick<Reading, 'catalogue' | 'language'>,
  subject = 'enterprise',
  expect: 'bool' | 'number' = 'bool',
): string | null {
  const parsed = parseRule(text, { catalogue, subject, expect });
  return parsed.ok ? describeRule(parsed.rule)[language] : null;
}

function sayValue(value: unknown, language: Language): string {
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }[language];
  if (value === null || value === undefined) return language === 'zh' ? '不明' : 'unknown';
  if (Array.isArray(value)) return value.map((one) => sayValue(one, language)).join('；');
  if (typeof value === 'object')
    return Object.values(value)
      .map((one) => sayValue(one, language))
      .join('，');
  return String(value);
}

/** Values of a row with the facts' words; amounts in yuan. */
function sayRow(row: Readonly<Record<string, unknown>>, subject: string, known: Catalogue, language: Language) {
  return Object.entries(row).map(([path, value]) => {
    const fact = known.findFact(subject, path);
    const label = fact?.label[language] ?? known.findCollection(subject, path)?.label[language] ?? path;
    const isFen = fact?.unit?.zh === '分' && typeof value === 'number';
    const named = typeof value === 'string' ? fact?.values?.[value]?.[language] : undefined;
    const unit = fact?.unit === undefined || isFen || typeof value !== 'number' ? '' : fact.unit[language];
    const text = isFen ? moneyWords(value, language) : (named ?? sayValue(value, language));
    return { label, value: `${text}${unit}` };
  });
}

function viewExamples(item: PolicyItem, index: number, known: Catalogue, reading: Reading): PolicyItemView['examples'] {
  const { compiled, language, asOf } = reading;
  return item.examples.map((example) => {
    const got = compiled === undefined ? undefined : workExample(compiled, index, example, asOf);
    const entitlements = got?.answer?.entitlements ?? [];
    return {
      label: example.label,
      expectFen: example.expectFen,
      gotFen: got?.fen ?? 0,
      passes: got !== undefined && got.fen === example.expectFen,
      why: got === undefined || got.fen > 0 ? null : (got.answer?.refusals[0]?.text ?? null),
      steps: entitlements.flatMap(({ steps }) => [...steps]),
      given: [
        sayRow(example.enterprise, 'enterprise', known, language),
        ...example.achievements.map((row) => sayRow(row, item.achievement.subject, known, language)),
      ],
    };
  });
}

const NO_CONDITION = { zh: '不另设条件', en: 'no further condition' };

const viewRule = (text: string, words: Pick<Reading, 'catalogue' | 'language'>, subject: string) => ({
  text,
  sentence: text === 'true' ? NO_CONDITION[words.language] : sentenceOf(text, words, subject),
});

/** What is looked up of a number the applicant states. */
function viewCheck(
  check: PolicyItem['checks'][number],
  item: PolicyItem,
  words: Pick<Reading, 'catalogue' | 'language'>,
): PolicyItemView['checks'][number] {
  const { catalogue, language } = words;
  const register = catalogue.findCollection('enterprise', check.collection);
  const items = register?.items ?? '';
  return {
    path: check.path,
    label: check.label,
    of: item.declared.find(({ path }) => path === check.of)?.label ?? check.of,
    register: register?.label[language] ?? check.collection,
    key: catalogue.findFact(items, check.keyFact)?.label[language] ?? check.keyFact,
    rule: viewRule(check.rule, words, items),
  };
}

/** One item as a reader sees it: clauses and rules in words, examples worked out. */
export function viewItem(item: PolicyItem, index: number, reading: Reading): PolicyItemView {
  const { language } = reading;
  const zh = language === 'zh';
  const catalogue = withDeclared(reading.catalogue, item);
  const { achievement } = item;
  const quantity = quantityText(item);
  const inWords = { catalogue, language };
  const factLabel = (path: string) => catalogue.findFact(achievement.subject, path)?.label[language] ?? path;
  const source =
    achievement.subject === 'claim'
      ? zh
        ? '由申报人填报，经办核对'
        : 'stated by the applicant and checked'
      : achievement.collection === null
        ? zh
          ? '登记簿中的本主体'
          : 'the party itself, from the register'
        : `${zh ? '登记簿：' : 'register: '}${catalogue.findCollection('enterprise', achievement.collection)?.label[language] ?? achievement.collection}`;
  const banned = nationalProhibitions().find((one) => one.trigger === item.trigger);
  return {
    code: item.code,
    name: item.name,
    clause: item.clause,
    text: item.text,
    trigger: item.trigger,
    legacy: item.legacy,
    prohibited: banned === undefined ? null : { notice: banned.notice, text: banned.text, from: banned.from },
    beneficiaries: item.beneficiaries,
    eligibility: viewRule(item.eligibility, inWords, 'enterprise'),
    achievement: {
      label: achievement.label,
      source,
      rule: viewRule(achievement.rule, inWords, achievement.subject),
      key: factLabel(achievement.keyFact),
      date: achievement.dateFact === null ? null : factLabel(achievement.dateFact),
      repeat: repeatWords(item, language),
    },
    achieved: item.achieved,
    amount: amountWords(
      item.amount,
      quantity === undefined ? null : sentenceOf(quantity, inWords, achievement.subject, 'number'),
      language,
    ),
    limits: limitWords(item, language),
    stacking: stackingWords(item, language),
    declared: item.declared.map(({ path, label, unit }) => ({ path, label, unit })),
    checks: item.checks.map((check) => viewCheck(check, item, inWords)),
    materials: item.materials,
    publicityWorkingDays: item.publicityWorkingDays,
    examples: viewExamples(item, index, catalogue, reading),
  };
}
