import type { CompiledItem, CompiledPolicy } from '@jince/entitlements';
import { type Catalogue, type FactSpec, parseRule } from '@jince/rules';
import type { Language } from '../../../platform/i18n/language.ts';

/** One thing a visitor is asked. `path` is the fact it becomes. */
export interface Question {
  readonly path: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly type: 'bool' | 'number' | 'date' | 'choice' | 'text';
  readonly unit: string | undefined;
  /** Asked in yuan, kept in fen. */
  readonly scale: 1 | 100;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Rows of the same questions: one for each mark, certificate, or stated achievement. */
export interface RowQuestions {
  /** Path of the collection, or the code of the item that is stated. */
  readonly key: string;
  readonly kind: 'collection' | 'claim';
  readonly label: string;
  /** The fact that tells rows apart; filled in by itself. */
  readonly keyFact: string | null;
  readonly questions: readonly Question[];
}

export interface ChosenPolicy {
  readonly code: string;
  readonly title: string;
  readonly example: boolean;
  readonly compiled: CompiledPolicy;
  readonly items: readonly CompiledItem[];
}

export interface Questionnaire {
  readonly general: readonly Question[];
  readonly rows: readonly RowQuestions[];
}

/** Asked at the beginning, or made up. */
const NOT_ASKED = new Set(['kind', 'town', 'zone', 'uscc', 'name']);
/** Longer lists of values are cut to those the chosen rules name. */
const MOST_VALUES = 6;

const quoted = (text: string) => [...text.matchAll(/'([^']*)'/g)].map((match) => match[1] as string);

function choicesOf(fact: FactSpec, texts: readonly string[], language: Language): Question['choices'] {
  const named = new Set(texts.flatMap(quoted));
  const { values } = fact;
  if (values !== undefined) {
    const all = Object.entries(values).map(([value, label]) => ({ value, label: label[language] }));
    return all.length <= MOST_VALUES ? all : all.filter(({ value }) => named.has(value));
  }
  // A text is asked as the words the rules look for in it.
  const word = new RegExp(`\\b${fact.path}(?:\\.(?:startsWith|contains|endsWith)\\(|\\s*==\\s*)'([^']+)'`, 'g');
  const found = new Set(texts.flatMap((text) => [...text.matchAll(word)].map((match) => match[1] as string)));
  return [...found].map((value) => ({ value, label: value }));
}

function questionOf(fact: FactSpec, texts: readonly string[], language: Language): Question {
  const choices = fact.type === 'text' || fact.type === 'code' ? choicesOf(fact, texts, language) : [];
  const isMoney = fact.unit?.zh === '分';
  return {
    path: fact.path,
    label: fact.label[language],
    hint: fact.definition[language],
    type:
      fact.type === 'bool' || fact.type === 'number' || fact.type === 'date'
        ? fact.type
        : choices.length > 0
          ? 'choice'
          : 'text',
    unit: isMoney ? { zh: '元', en: 'yuan' }[language] : fact.unit?.[language],
    scale: isMoney ? 100 : 1,
    choices,
  };
}

const rulesOf = (policies: readonly ChosenPolicy[]) => [
  ...policies.flatMap(({ compiled }) => compiled.preconditions.map(({ rule }) => rule)),
  ...policies.flatMap(({ items }) => items.map(({ eligibility }) => eligibility.rule)),
];

function generalOf(policies: readonly ChosenPolicy[], catalogue: Catalogue, language: Language): Question[] {
  const rules = rulesOf(policies);
  const texts = rules.map(({ text }) => text);
  const paths = new Set(rules.flatMap(({ uses }) => [...(uses.get('enterprise') ?? [])]));
  return [...paths]
    .filter((path) => !NOT_ASKED.has(path))
    .flatMap((path) => catalogue.findFact('enterprise', path) ?? [])
    .filter((fact) => fact.type !== 'list')
    .map((fact) => questionOf(fact, texts, language));
}

/** Paths of the achievements of an item that its rule, its amount and its day read. */
function pathsOf({ item, achieved }: CompiledItem, catalogue: Catalogue): string[] {
  const { subject, dateFact } = item.achievement;
  const { amount } = item;
  const expression =
    amount.type === 'fixed'
      ? undefined
      : amount.type === 'per-unit'
        ? amount.units
        : amount.type === 'tiered'
          ? amount.by
          : amount.of;
  const parsed = expression === undefined ? undefined : parseRule(expression, { catalogue, subject, expect: 'number' });
  const uses = [achieved.rule.uses, ...(parsed?.ok === true ? [parsed.rule.uses] : [])];
  return [...uses.flatMap((one) => [...(one.get(subject) ?? [])]), ...(dateFact === null ? [] : [dateFact])];
}

function collectionsOf(policies: readonly ChosenPolicy[], catalogue: Catalogue, language: Language): RowQuestions[] {
  const wanted = new Map<string, { paths: Set<string>; texts: string[]; keyFact: string | null }>();
  const want = (path: string) => {
    const known = wanted.get(path) ?? { paths: new Set<string>(), texts: [], keyFact: null };
    wanted.set(path, known);
    return known;
  };
  for (const compiled of policies.flatMap(({ items }) => items)) {
    const { collection, keyFact } = compiled.item.achievement;
    if (collection !== null) {
      const one = want(collection);
      one.keyFact = keyFact;
      one.texts.push(compiled.item.achievement.rule);
      for (const path of pathsOf(compiled, catalogue)) one.paths.add(path);
    }
  }
  for (const rule of rulesOf(policies))
    for (const name of rule.collections) {
      const path = name.slice('enterprise.'.length);
      const spec = catalogue.findCollection('enterprise', path);
      if (spec === undefined) continue;
      const one = want(path);
      one.texts.push(rule.text);
      for (const fact of rule.uses.get(spec.items) ?? []) one.paths.add(fact);
    }
  return [...wanted].flatMap(([path, { paths, texts, keyFact }]): RowQuestions[] => {
    const spec = catalogue.findCollection('enterprise', path);
    if (spec === undefined) return [];
    const questions = [...paths]
      .filter((one) => one !== keyFact)
      .flatMap((one) => catalogue.findFact(spec.items, one) ?? [])
      .map((fact) => questionOf(fact, texts, language));
    return [{ key: path, kind: 'collection', label: spec.label[language], keyFact, questions }];
  });
}

/** What is stated of an achievement no register knows. A check by machine is asked as yes or no: nothing is looked up here. */
function statedOf({ item, achieved, checks }: CompiledItem): RowQuestions {
  const { keyFact, label } = item.achievement;
  const read = achieved.rule.uses.get('claim') ?? new Set<string>();
  const looked = new Set(checks.map(({ check }) => check.of));
  const fields = item.declared.filter(
    ({ path, type }) => path !== keyFact && !looked.has(path) && (type !== 'text' || read.has(path)),
  );
  const plain = { hint: undefined, choices: [] };
  return {
    key: item.code,
    kind: 'claim',
    label,
    keyFact,
    questions: [
      ...fields.map(({ path, type, label: text, unit }): Question => {
        const isMoney = unit === '分';
        return {
          ...plain,
          path,
          label: text,
          type,
          unit: isMoney ? '元' : (unit ?? undefined),
          scale: isMoney ? 100 : 1,
        };
      }),
      ...checks.map(
        ({ check }): Question => ({
          ...plain,
          path: check.path,
          label: check.label,
          type: 'bool',
          unit: undefined,
          scale: 1,
        }),
      ),
    ],
  };
}

/** Everything that must be asked so that the rules of the chosen items can be applied; nothing more. */
export function makeQuestionnaire(
  policies: readonly ChosenPolicy[],
  catalogue: Catalogue,
  language: Language,
): Questionnaire {
  const stated = policies.flatMap(({ items }) => items.filter(({ item }) => item.achievement.subject === 'claim'));
  return {
    general: generalOf(policies, catalogue, language),
    rows: [...collectionsOf(policies, catalogue, language), ...stated.map(statedOf)],
  };
}
