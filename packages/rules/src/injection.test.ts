import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRule } from './describe/describe-rule.ts';
import { createEvaluator } from './evaluate/create-evaluator.ts';
import { parseRule } from './parse/parse-rule.ts';
import { compileRules } from './sql/compile-rules.ts';
import { sampleCatalogue, sampleRule } from './testing/sample-catalogue.ts';

const parse = (text: string) => parseRule(text, { catalogue: sampleCatalogue, subject: 'enterprise' });
const compiled = (text: string) => compileRules([sampleRule(text)], { asOf: '2026-11-22' });

/** Ways to somewhere else than the facts. */
const ESCAPES = [
  '__proto__',
  'constructor',
  'enterprise.__proto__',
  'enterprise.constructor',
  'enterprise.constructor.constructor',
  'enterprise.toString',
  'enterprise.hasOwnProperty',
  'enterprise.patents.__proto__.valid',
  'enterprise.patents.exists(__proto__, true)',
  'enterprise.patents.exists(p, p.__proto__)',
  'enterprise.patents.exists(p, p.constructor)',
  'enterprise.patents.exists(p, p.subject_id)',
  'enterprise.subject_id',
  'enterprise.patents.constructor(p, true)',
  'enterprise.name.constructor()',
  'enterprise.name.__proto__()',
  'constructor()',
  '__proto__()',
  'toString()',
  'hasOwnProperty(today)',
  'globalThis',
  'process.env',
  'process.exit(1)',
  "require('fs')",
  "import('fs')",
  'this',
  'eval("1")',
  'Function("return 1")()',
  'cel.bind(x, enterprise, x.highTech)',
  'type(enterprise)',
  'dyn(enterprise)',
  'f_enterprise.highTech',
  's.highTech',
  'o.highTech',
  'enterprise."highTech"',
  'enterprise.highTech; drop table x',
  'enterprise.highTech -- ',
  'enterprise.highTech /* x */',
  "enterprise.highTech') or ('a' = 'a",
  'select 1',
  'exists(select 1)',
  'pg_sleep(10)',
  'pg_sleep(10) == 0',
  "enterprise.kind == 'enterprise' or 1=1",
  "enterprise.kind == 'valueOf'",
  "enterprise.kind == '__proto__'",
  "enterprise.kind == 'constructor'",
  "enterprise.industry.within(['C%'])",
  "enterprise.industry.within(['%'])",
  'enterprise.industry.within(["C17\') or true --"])',
  "enterprise.patents.exists(p, p.ipc.within(['H01B_']))",
  "enterprise.patents.exists(p, p.strategic.within(['1.2%']))",
];

/** Texts that would do harm as part of a statement. */
const HARMFUL = [
  "'; drop table parties.party; --",
  "' or '1'='1",
  '" or 1=1',
  '$1',
  '$$; select pg_sleep(10); $$',
  '%',
  '_',
  '\\',
  "\\'",
  '{a,"b"}',
  `$\{process.exit(1)}`,
  '`whoami`',
  '__proto__',
  'null',
  '\n--\n',
  '/* */',
  '😀',
];

describe('rule text reaches facts and nothing else', () => {
  it.each(ESCAPES)('%s is refused', (text) => {
    const parsed = parse(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problems[0]?.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(HARMFUL)('the literal %s is a value', (text) => {
    const rule = `enterprise.name == ${JSON.stringify(text)} || enterprise.name.contains(${JSON.stringify(text)}) || enterprise.name in [${JSON.stringify(text)}, "other"]`;
    const { expressions } = compiled(rule);
    const { strings, values } = expressions[0]!;
    expect(values).toEqual([text, text, [text, 'other']]);
    expect(strings.join('?')).toBe(
      '((s."name" = ?::text) or (strpos(s."name", ?::text) > 0) or (s."name" = any(?::text[])))',
    );
    expect(createEvaluator(sampleRule(rule))({ name: text }, '2026-11-22').outcomes).toEqual([1, 1, 1]);
    expect(describeRule(sampleRule(rule)).zh).toContain(`“${text}”`);
  });

  it('makes the same statement for any two literals', () => {
    const skeleton = (literal: string) =>
      compiled(`enterprise.name == ${JSON.stringify(literal)} && enterprise.patents.exists(p, p.claims > 1)`);
    const usual = skeleton('x');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (literal) => {
        fc.pre(!literal.includes('\0') && literal.isWellFormed());
        const other = skeleton(literal);
        expect(other.expressions[0]!.strings).toEqual(usual.expressions[0]!.strings);
        expect(other.expressions[0]!.values[0]).toBe(literal);
      }),
    );
  });

  it('answers any text at all with a rule or a sentence', () => {
    const bits = fc.constantFrom(
      ...'enterprise patent . highTech patents valid ( ) [ ] { } && || ! == < > + - * / % ? : , " \' 1 25 0x 1e9 in true null today p exists map sum size has date days within contains __proto__ constructor \\ \n // r" b\' """ u 。 （ 高新 😀'.split(
        ' ',
      ),
    );
    const noise = fc.oneof(
      fc.array(bits, { maxLength: 30 }).map((all) => all.join('')),
      fc.array(bits, { maxLength: 30 }).map((all) => all.join(' ')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const parsed = parse(text);
        if (parsed.ok) return;
        for (const { from, to, zh, en } of parsed.problems) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(Math.max(text.length, from));
          expect(zh.length * en.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves the prototypes of JavaScript as they were', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    for (const text of ESCAPES) parse(text);
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
  });
});
