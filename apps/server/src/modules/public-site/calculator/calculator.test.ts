import { compilePolicy, type PolicyItem, policySchema } from '@jince/entitlements';
import * as pack from '@jince/wujiang';
import { describe, expect, it } from 'vitest';
import { createModules } from '../../../modules.ts';
import { createFactRegistry } from '../../../platform/facts/fact-registry.ts';
import { type ChosenPolicy, makeQuestionnaire, type Question, type Questionnaire } from './questions.ts';
import { generalName, readAnswers, rowName, type Typed } from './read-answers.ts';
import { workOut } from './work-out.ts';

const { catalogue } = createFactRegistry(createModules().modules.flatMap((module) => module.facts ?? []));
const ASOF = '2026-11-22';
const TOWN = '320509105';

/** What an enterprise in good standing answers to the common conditions. */
const GOOD: Readonly<Record<string, unknown>> = {
  active: true,
  'credit.dishonest': false,
  'credit.abnormalOperation': false,
  'credit.ipPenaltiesIn3Years': 0,
  'patents.abnormal': 0,
  'discipline.blocksSubsidy': false,
};

const chosen = (code: string, items?: readonly string[]): ChosenPolicy => {
  const content = pack.policies.filter((one) => one.state === 'published' && one.code === code).at(-1)?.content;
  const policy = policySchema.parse(content);
  const result = compilePolicy(policy, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const compiled = result.policy;
  return {
    code,
    title: policy.title,
    example: policy.example,
    compiled,
    items: compiled.items.filter(({ item }) => !item.legacy && (items === undefined || items.includes(item.code))),
  };
};

function type(question: Question, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value / question.scale);
  // A level is asked by the word the rule looks for.
  return question.type === 'choice'
    ? (question.choices.find((one) => one.value === value || String(value).includes(one.value))?.value ?? '')
    : String(value);
}

type Row = Readonly<Record<string, unknown>>;

/** What a visitor with the facts of a worked example would type. */
function typedOf(form: Questionnaire, item: PolicyItem, example: PolicyItem['examples'][number]): Typed {
  const typed: Record<string, string> = {};
  const facts: Row = { ...GOOD, ...example.enterprise };
  for (const question of form.general) typed[generalName(question)] = type(question, facts[question.path]);
  for (const rows of form.rows) {
    const own = rows.kind === 'claim' || item.achievement.collection === rows.key;
    const given = (own ? example.achievements : (facts[rows.key] ?? [])) as readonly Row[];
    for (const [at, row] of given.entries())
      for (const question of rows.questions) {
        const check = item.checks.some(({ path }) => path === question.path);
        typed[rowName(rows, at, question)] = type(question, check ? example.expectFen > 0 : row[question.path]);
      }
  }
  return typed;
}

const cases = ['ip-quality', 'ip-use'].flatMap((code) =>
  chosen(code).items.flatMap(({ item }) =>
    item.examples.map((example) => [`${code} ${item.name}：${example.label}`, code, item, example] as const),
  ),
);

describe('the calculator', () => {
  it.each(cases)('%s', (_name, code, item, example) => {
    const policies = [chosen(code, [item.code])];
    const form = makeQuestionnaire(policies, catalogue, 'zh');
    const answers = readAnswers(form, typedOf(form, item, example));
    expect([...answers.wrong]).toEqual([]);
    const who = { kind: String(example.enterprise.kind ?? item.beneficiaries[0]), town: TOWN };
    const [result] = workOut(policies, who, answers, ASOF);
    const answer = result?.answers.find((one) => one.item === item.code);
    expect(
      answer?.entitlements.reduce((sum, one) => sum + one.fen, 0),
      JSON.stringify(answer?.refusals),
    ).toBe(example.expectFen);
    if (example.expectFen === 0) expect(answer?.refusals).not.toEqual([]);
  });

  it('says what is missing where nothing was answered, and gives nothing', () => {
    const policies = [chosen('ip-quality', ['madrid-registration'])];
    const form = makeQuestionnaire(policies, catalogue, 'zh');
    const [result] = workOut(policies, { kind: 'enterprise', town: TOWN }, readAnswers(form, {}), ASOF);
    expect(result?.fen).toBe(0);
    expect(result?.answers[0]?.refusals.map(({ code }) => code)).toContain('unknown');
  });

  it('asks no question twice, and no text that only tells rows apart', () => {
    const policies = [chosen('ip-quality'), chosen('ip-use')];
    const form = makeQuestionnaire(policies, catalogue, 'zh');
    const names = [
      ...form.general.map(generalName),
      ...form.rows.flatMap((rows) => rows.questions.map((one) => rowName(rows, 0, one))),
    ];
    expect(new Set(names).size).toBe(names.length);
    const keys = form.rows.flatMap((rows) => rows.questions.filter((one) => one.path === rows.keyFact));
    expect(keys).toEqual([]);
    expect(form.rows.flatMap((rows) => rows.questions).filter((one) => one.type === 'text')).toEqual([]);
  });

  it.each([
    ['a number with letters', 'number', '3万'],
    ['a negative number', 'number', '-1'],
    ['a day that does not exist', 'date', '2026-02-30'],
    ['a script', 'date', '<script>alert(1)</script>'],
  ] as const)('%s is no answer', (_name, kind, text) => {
    const policies = [chosen('ip-quality'), chosen('ip-use')];
    const form = makeQuestionnaire(policies, catalogue, 'zh');
    const [rows, question] = form.rows
      .flatMap((one) => one.questions.map((each) => [one, each] as const))
      .find(([, each]) => each.type === kind) as [Questionnaire['rows'][number], Question];
    const name = rowName(rows, 0, question);
    expect([...readAnswers(form, { [name]: text }).wrong]).toEqual([name]);
  });
});
