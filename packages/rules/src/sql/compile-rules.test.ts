import { describe, expect, it } from 'vitest';
import { sampleRule } from '../testing/sample-catalogue.ts';
import { compileRules } from './compile-rules.ts';
import type { SqlPart } from './sql-part.ts';

const options = { asOf: '2026-11-22' };
const shown = ({ strings, values }: SqlPart) =>
  strings.map((text, i) => (i === 0 ? text : `${JSON.stringify(values[i - 1])}${text}`)).join('');
const expressionOf = (text: string) => compileRules([sampleRule(text)], options).expressions[0]!;

describe('rules as SQL', () => {
  it.each([
    ['enterprise.highTech && !enterprise.active', '(s."highTech" and (not s."active"))'],
    ['enterprise.patents.valid >= 3', '(s."patents.valid" >= 3::float8)'],
    ["enterprise.kind in ['enterprise', 'university']", '(s."kind" = any(["enterprise","university"]::text[]))'],
    ['25 in enterprise.trademarks.classes', '(25::float8 = any(s."trademarks.classes"))'],
    ['has(enterprise.scope)', '(s."scope" is not null)'],
    ["enterprise.name.contains('丝')", '(strpos(s."name", "丝"::text) > 0)'],
    ["enterprise.industry.within(['C17'])", '(s."industry" like any(["C17%","17%"]::text[]))'],
    ['enterprise.establishedOn < today', '(s."establishedOn" < "2026-11-22"::date)'],
    [
      'enterprise.highTech ? enterprise.active : false',
      '(case s."highTech" when true then s."active" when false then false::boolean end)',
    ],
  ])('%s', (text, sql) => {
    expect(shown(expressionOf(text))).toBe(sql);
  });

  it('join a collection once, however many rules ask for however much of it', () => {
    const rules = [
      sampleRule('enterprise.patents.exists(p, p.valid)'),
      sampleRule('!enterprise.patents.exists(x, x.valid) && size(enterprise.patents) > 1'),
      sampleRule('enterprise.patents.map(p, p.claims).max() > 3 || enterprise.trademarks.all(t, t.valid)'),
    ];
    const { joins, expressions } = compileRules(rules, options);
    const text = shown(joins);
    expect(text.match(/left join/g)).toHaveLength(2);
    expect(text.match(/ as a\d/g)).toEqual([' as a0', ' as a1', ' as a2', ' as a0']);
    expect(text).not.toContain('f_enterprise"');
    expect(expressions.map(shown)[0]).toBe('(case coalesce(s_c0.a0, 0) when 2 then true when 0 then false end)');
  });

  it('read the owner inside the join when a condition needs it', () => {
    const { joins } = compileRules(
      [sampleRule('enterprise.patents.exists(p, p.filedOn > enterprise.establishedOn)')],
      options,
    );
    expect(shown(joins)).toContain('join "f_enterprise" o on o.subject_id = l.owner_id');
    expect(shown(joins)).toContain('(i."filedOn" > o."establishedOn")');
  });

  it('give an expression per condition', () => {
    const rule = sampleRule('enterprise.highTech && !(enterprise.active || enterprise.patents.valid == 0)');
    const { conditions } = compileRules([rule], { ...options, subjectAlias: 'e' });
    expect(conditions[0]!.map(shown)).toEqual(['e."highTech"', 'e."active"', '(e."patents.valid" = 0::float8)']);
  });

  it('have one piece of text more than values, and no value in the text', () => {
    const text =
      "enterprise.name == 'SECRET' && enterprise.patents.valid > 987654 && enterprise.establishedOn > date('1987-06-05') && enterprise.name.contains('SECRET') && enterprise.patents.exists(p, p.claims > 987654 && p.ipc.within(['H01B99']))";
    const { joins, expressions, conditions } = compileRules([sampleRule(text)], options);
    for (const part of [joins, ...expressions, ...conditions.flat()]) {
      expect(part.strings).toHaveLength(part.values.length + 1);
      expect(part.strings.join('')).not.toMatch(/SECRET|987654|1987|H01B99|2026/);
    }
  });

  it('refuse rules of two subjects and odd aliases', () => {
    const rule = sampleRule('true');
    expect(() => compileRules([rule, { ...rule, subject: 'patent' }], options)).toThrow(RangeError);
    expect(() => compileRules([rule], { ...options, subjectAlias: 's; drop table x' })).toThrow(RangeError);
  });

  it('grow with the rule and not with its depth', () => {
    const inner = 'enterprise.patents.valid';
    const deep = Array.from({ length: 24 }).reduce<string>((text) => `((${text} % 7 > 3 ? ${inner} : 1) * 2)`, inner);
    expect(shown(expressionOf(`${deep} > 1`)).length).toBeLessThan(20_000);
  });
});
