import {
  compileRules,
  createEvaluator,
  describeRule,
  type Evaluation,
  type FactRow,
  parseRule,
  type Rule,
  type SqlPart,
} from '@jince/rules';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { COLLECTIONS, createRelations, districtCatalogue, randomDistrict } from './testing/random-district.ts';
import { type RandomRule, randomRule } from './testing/random-rules.ts';

const AS_OF = '2026-11-22';
let test: TestDatabase;
let client: pg.PoolClient;
beforeAll(async () => {
  test = await openTestDatabase([]);
  client = await test.pool.connect();
  for (const statement of createRelations()) await client.query(statement);
});
afterAll(async () => {
  client.release(true);
  await test.close();
});

const id = (kind: string, n: number) => `00000000-0000-4000-8000-${kind}${String(n).padStart(11, '0')}`;
const itemsOf = (row: FactRow, path: string) => row[path] as readonly FactRow[];

/** Puts a district into the relations. */
async function store(district: readonly FactRow[]): Promise<void> {
  const relations = new Map<string, object[]>([['f_enterprise', []]]);
  const add = (relation: string, row: object) => relations.set(relation, [...(relations.get(relation) ?? []), row]);
  let count = 0;
  district.forEach((row, n) => {
    add('f_enterprise', { ...row, subject_id: id('a', n) });
    for (const [path, items] of Object.entries(COLLECTIONS))
      for (const item of itemsOf(row, path)) {
        count += 1;
        add(`f_${items}`, { ...item, subject_id: id('b', count) });
        add(`f_enterprise_${path}`, { owner_id: id('a', n), item_id: id('b', count) });
      }
  });
  await client.query('truncate f_enterprise, f_patent, f_trademark, f_enterprise_patents, f_enterprise_trademarks');
  for (const [relation, rows] of relations)
    await client.query(`insert into ${relation} select * from jsonb_populate_recordset(null::${relation}, $1)`, [
      JSON.stringify(rows),
    ]);
}

/** The template form as text with numbered values. */
function statement(parts: readonly (string | SqlPart)[]): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const text = parts.map((part) => {
    if (typeof part === 'string') return part;
    return part.strings.reduce((all, piece, i) => `${all}$${values.push(part.values[i - 1])}${piece}`);
  });
  return { text: text.join(''), values };
}

/** Value and outcomes of each rule for each subject, as the database finds them. */
async function findInSql(rules: readonly Rule[]): Promise<{ value: unknown; outcomes: unknown[] }[][]> {
  const { joins, expressions, conditions } = compileRules(rules, { asOf: AS_OF });
  const parts: (string | SqlPart)[] = ['select array[s.subject_id::text'];
  rules.forEach((_, i) => {
    parts.push(', (', expressions[i]!, ')::text');
    for (const condition of conditions[i]!) parts.push(', (', condition, ')::text');
  });
  const { text, values } = statement([...parts, '] from f_enterprise s', joins, ' order by s.subject_id']);
  const { rows } = await client.query<[(string | null)[]]>({ text, values, rowMode: 'array' });
  return rows.map(([cells]) => {
    let at = 1;
    return rules.map((rule, i) => ({
      value: fromText(cells[at++] ?? null, rule.type),
      outcomes: conditions[i]!.map(() => OUTCOMES[String(cells[at++])]),
    }));
  });
}

const OUTCOMES: Readonly<Record<string, number>> = { true: 1, false: 0, null: -1 };

function fromText(text: string | null, type: Rule['type']): unknown {
  if (text === null || type === 'date') return text;
  // Minus zero is zero.
  return type === 'bool' ? text === 'true' : Number(text) + 0;
}

/** What the root of the trace must say. */
function outcomeOf({ value }: Evaluation): number {
  return value === null ? -1 : value === false ? 0 : 1;
}

const plain = ({ value, outcomes }: Evaluation) => ({
  value: typeof value === 'number' ? value + 0 : value,
  outcomes: [...outcomes],
});

function parse({ text, expect: type }: RandomRule): Rule {
  const parsed = parseRule(text, { catalogue: districtCatalogue, subject: 'enterprise', expect: type });
  if (!parsed.ok) throw new Error(`${text}\n${parsed.problems.map((one) => one.en).join('\n')}`);
  return parsed.rule;
}

/** The canonical form is the same rule, and there is a sentence for every rule. */
function expectSame(rule: Rule): void {
  const again = parse({ text: rule.canonical, expect: rule.type });
  expect(again.canonical).toBe(rule.canonical);
  expect(again.conditions.length).toBe(rule.conditions.length);
  const { zh, en } = describeRule(rule);
  expect(`${zh}${en}`).not.toMatch(/undefined|null|\[object/);
}

let compared = 0;
let unknown = 0;

async function expectAgreement(district: readonly FactRow[], texts: readonly RandomRule[]): Promise<void> {
  await store(district);
  const rules = texts.map(parse);
  for (const rule of rules) expectSame(rule);
  const found = await findInSql(rules);
  rules.forEach((rule, i) => {
    const evaluate = createEvaluator(rule);
    district.forEach((row, n) => {
      const evaluation = evaluate(row, AS_OF);
      const context = `${rule.text}\n${JSON.stringify(row)}`;
      expect({ ...plain(evaluation), context }).toEqual({ ...found[n]![i], context });
      expect(evaluation.explain().outcome).toBe(outcomeOf(evaluation));
      compared += 1;
      if (evaluation.value === null) unknown += 1;
    });
  });
}

describe('a rule in SQL and in memory', () => {
  it('has the same outcome for each subject, and each condition has too', async () => {
    await fc.assert(
      fc.asyncProperty(randomDistrict, fc.array(randomRule, { minLength: 12, maxLength: 12 }), expectAgreement),
      { numRuns: 40, interruptAfterTimeLimit: 60_000 },
    );
    // The districts must be worth it: enough that is known, enough that is not.
    expect(compared).toBeGreaterThan(1000);
    expect(unknown / compared).toBeGreaterThan(0.1);
    expect(unknown / compared).toBeLessThan(0.6);
  }, 120_000);

  const repeated = (times: number, inside: string, around: (text: string) => string) =>
    Array.from({ length: times }).reduce<string>((text) => around(text), inside);
  const valid = 'enterprise.patents.valid';
  const limits: readonly (readonly [what: string, rule: string])[] = [
    ['sums', `${valid}${` + ${valid}`.repeat(95)} > 1`],
    ['quotients', `${repeated(95, valid, (text) => `(1 / ${text})`)} > 1`],
    ['remainders', `${valid}${` % ${valid}`.repeat(95)} > 1`],
    ['signs', `${'-'.repeat(96)}${valid} > 1`],
    ['negations', `${'!'.repeat(96)}enterprise.highTech`],
    ['choices', `${'enterprise.highTech ? enterprise.highTech : '.repeat(96)}true`],
    ['choices of texts', `(${'enterprise.highTech ? enterprise.name : '.repeat(90)}enterprise.name) == 'a'`],
    [
      'days',
      `${repeated(30, 'enterprise.establishedOn', (text) => `(year(${text}) > 3 ? ${text.length > 200 ? 'today' : text} : today)`)} < today`,
    ],
    ['shifts', `enterprise.establishedOn${' + years(4000) - years(4000)'.repeat(45)} < today`],
    [
      'alternations',
      repeated(48, 'enterprise.highTech', (text) => `(enterprise.highTech && (${text} || has(enterprise.name)))`),
    ],
    [
      'deep conditions of items',
      `enterprise.patents.all(p, ${repeated(80, 'p.valid', (text) => `(p.joint == ${text})`)})`,
    ],
    ['sums over items', `enterprise.patents.map(p, p.claims${' * p.claims'.repeat(80)}).sum() > 1`],
    ['five hundred conditions', Array.from({ length: 500 }, () => 'today<today').join('||')],
    ['a thousand values', `${valid} in [${Array.from({ length: 1900 }, (_, i) => i % 999).join(',')}]`],
    [
      'many collections',
      Array.from({ length: 150 }, (_, i) => `enterprise.patents.exists(p, p.claims == ${i} && p.valid)`).join('||'),
    ],
  ];

  it.each(limits)('agrees at the limits of the language: %s', async (_, text) => {
    for (const district of fc.sample(randomDistrict, { numRuns: 2, seed: 7 }))
      await expectAgreement(district, [{ expect: 'bool', text }]);
  });
});
