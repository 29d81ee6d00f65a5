import { describe, expect, it } from 'vitest';
import type { RuleProblemCode } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { sampleCatalogue, sampleProblems, sampleRule } from '../testing/sample-catalogue.ts';
import { parseRule } from './parse-rule.ts';

/** Rule, what is wrong, at which piece of it, and what to write instead. */
const REFUSED: readonly (readonly [rule: string, code: RuleProblemCode, piece: string, suggestion?: string])[] = [
  ['', 'empty', ''],
  ['   ', 'empty', '   '],
  ['enterprise.highTech &&', 'syntax', ''],
  ['enterprise.highTech enterprise.active', 'syntax', 'enterprise'],
  ['enterprise.highTech = true', 'syntax', '=', '=='],
  ['enterprise.highTech and enterprise.active', 'syntax', 'and', '&&'],
  ['enterprise.highTech OR enterprise.active', 'syntax', 'OR', '||'],
  ["enterprise.kind <> 'enterprise'", 'syntax', '<>', '!='],
  ["enterprise.name == '苏州", 'syntax', "'苏州"],
  ['enterprise.patents.exists(p.x, true)', 'syntax', 'x'],
  ['enterprise.patents.valid > 1e', 'syntax', '1e'],
  ['if', 'syntax', 'if'],
  ['enterprise.highTech ＆＆ enterprise.active', 'full-width', '＆', '&'],
  ['（enterprise.highTech)', 'full-width', '（', '('],
  ['enterprise.name == “苏州”', 'full-width', '“', '"'],
  ['enterprise.patents.valid ≥ 3', 'full-width', '≥', '>='],
  ['高新技术企业', 'unknown-name', '高新技术企业', 'enterprise.highTech'],
  ['有效发明 > 3', 'unknown-name', '有效发明', 'enterprise.patents.invention.valid'],
  ['天气 == 3', 'unknown-name', '天气'],
  ['enterprise.hightech', 'unknown-fact', 'enterprise.hightech', 'enterprise.highTech'],
  [
    'enterprise.patents.inventions.valid > 1',
    'unknown-fact',
    'enterprise.patents.inventions.valid',
    'enterprise.patents.invention.valid',
  ],
  ['enterprise.validPatents > 1', 'unknown-fact', 'enterprise.validPatents', 'enterprise.patents.valid'],
  ['enterprise.zzzzzz', 'unknown-fact', 'enterprise.zzzzzz'],
  ['enterprise.patents.exists(p, p.vaild)', 'unknown-fact', 'p.vaild', 'p.valid'],
  ['highTech', 'unknown-name', 'highTech', 'enterprise.highTech'],
  ['patents.valid > 1', 'unknown-name', 'patents.valid', 'enterprise.patents.valid'],
  ['enterprize.highTech', 'unknown-name', 'enterprize', 'enterprise'],
  ['enterprise.patents.exists(p, q.valid)', 'unknown-name', 'q'],
  ['enterprise', 'wrong-type', 'enterprise'],
  ['enterprise.patents.exists(p, p)', 'wrong-type', 'p'],
  ["enterprise.kind == '企业'", 'unknown-value', "'企业'", "'enterprise'"],
  ["enterprise.kind == 'enterprize'", 'unknown-value', "'enterprize'", "'enterprise'"],
  ["enterprise.kind in ['enterprise', 'coop']", 'unknown-value', "'coop'", "'cooperative'"],
  ["enterprise.industry == 'A17'", 'unknown-value', "'A17'", "'C17'"],
  ["enterprise.industry.within(['C17', 'X'])", 'unknown-value', "'X'"],
  ["enterprise.patents.exists(p, p.ipc.within(['H01B 1x']))", 'unknown-value', "'H01B 1x'"],
  ["'乱码' in enterprise.trademarks.classes", 'wrong-type', "'乱码' in enterprise.trademarks.classes"],
  ['enterprise.patents.valid', 'wrong-type', 'enterprise.patents.valid'],
  ['enterprise.patents', 'wrong-type', 'enterprise.patents'],
  ['enterprise.patents > 3', 'wrong-type', 'enterprise.patents'],
  ['enterprise.patents.map(p, p.claims) > 3', 'wrong-type', 'enterprise.patents.map(p, p.claims)'],
  ['enterprise.trademarks.classes', 'wrong-type', 'enterprise.trademarks.classes'],
  ['enterprise.highTech && enterprise.patents.valid', 'wrong-type', 'enterprise.patents.valid'],
  ['!enterprise.patents.valid', 'wrong-type', 'enterprise.patents.valid'],
  ["enterprise.name > 'a'", 'wrong-type', "enterprise.name > 'a'"],
  ['enterprise.highTech < true', 'wrong-type', 'enterprise.highTech < true'],
  ['enterprise.name == 3', 'wrong-type', 'enterprise.name == 3'],
  ["enterprise.establishedOn > '2020-01-01'", 'wrong-type', "'2020-01-01'", "date('2020-01-01')"],
  [
    'enterprise.establishedOn == enterprise.patents.valid',
    'wrong-type',
    'enterprise.establishedOn == enterprise.patents.valid',
  ],
  ["enterprise.name + 'x' == 'y'", 'wrong-type', 'enterprise.name'],
  [
    'today - enterprise.establishedOn > 30',
    'wrong-type',
    'today - enterprise.establishedOn',
    'daysBetween(enterprise.establishedOn, today)',
  ],
  ['enterprise.establishedOn + 30 > today', 'wrong-type', '30'],
  ['days(30) == days(30)', 'wrong-type', 'days(30)'],
  ['enterprise.industry.within([17])', 'wrong-arguments', '[17]'],
  ["enterprise.name == '\\q'", 'syntax', '\\q'],
  ["enterprise.name == 'a\nb'", 'syntax', '\n'],
  ["enterprise.town.within(['3205'])", 'wrong-type', 'enterprise.town'],
  ["enterprise.name.within(['C17'])", 'wrong-type', 'enterprise.name'],
  ["enterprise.industry.startsWith('C')", 'wrong-type', 'enterprise.industry'],
  ['25 in enterprise.patents', 'wrong-type', 'enterprise.patents'],
  ['25 in enterprise.patents.valid', 'wrong-type', 'enterprise.patents.valid'],
  ["enterprise.patents.valid in ['a']", 'wrong-type', "'a'"],
  ['enterprise.highTech ? 1 : 2', 'wrong-type', 'enterprise.highTech ? 1 : 2'],
  ['(enterprise.highTech ? 1 : today) == 1', 'wrong-type', 'enterprise.highTech ? 1 : today'],
  ['enterprise.patents.map(p, p.filedOn).sum() > today', 'wrong-type', 'enterprise.patents.map(p, p.filedOn).sum()'],
  ['enterprise.patents.map(p, p.valid).sum() > 1', 'wrong-type', 'p.valid'],
  ['enterprise.trademarks.classes.exists(c, c == 25)', 'wrong-type', 'enterprise.trademarks.classes'],
  ['enterprise.patents.valid.exists(p, true)', 'wrong-type', 'enterprise.patents.valid'],
  ['size(enterprise.name) > 3', 'wrong-type', 'enterprise.name'],
  ["enterprise.name.matches('.*')", 'not-supported', 'matches'],
  ['enterprise.patents.exist(p, p.valid)', 'unknown-function', 'exist', 'exists'],
  ['(enterprise.patents) . filtre(p, p.valid).exists(p, true)', 'unknown-function', 'filtre', 'filter'],
  ['dayBetween(today, today) == 0', 'unknown-function', 'dayBetween', 'daysBetween'],
  ['eval(1)', 'unknown-function', 'eval'],
  ['has()', 'wrong-arguments', 'has()'],
  ['has(enterprise.patents)', 'wrong-arguments', 'enterprise.patents'],
  ['has(1 + 1)', 'wrong-arguments', '1 + 1'],
  ['daysBetween(today) > 1', 'wrong-arguments', 'daysBetween(today)'],
  ['enterprise.patents.exists(p)', 'wrong-arguments', 'enterprise.patents.exists(p)'],
  ['enterprise.patents.exists(today, true)', 'wrong-arguments', 'today'],
  ['enterprise.patents.exists(enterprise, enterprise.valid)', 'wrong-arguments', 'enterprise'],
  ['enterprise.patents.sum() > 1', 'wrong-arguments', 'enterprise.patents.sum()'],
  ['enterprise.name.contains(enterprise.scope)', 'wrong-literal', 'enterprise.scope'],
  ["enterprise.name.contains('')", 'wrong-literal', "''"],
  ["date('2026-02-30') < today", 'wrong-literal', "'2026-02-30'"],
  ["date('2026-1-1') < today", 'wrong-literal', "'2026-1-1'"],
  ['date(enterprise.name) < today', 'wrong-literal', 'enterprise.name'],
  ['today + days(1.5) > today', 'wrong-literal', '1.5'],
  ['today + days(enterprise.patents.valid) > today', 'wrong-literal', 'enterprise.patents.valid'],
  ['today + years(4001) > today', 'wrong-literal', '4001'],
  ['enterprise.patents.valid > 1000000000000000', 'wrong-literal', '1000000000000000'],
  ['enterprise.patents.valid > 1e-16', 'wrong-literal', '1e-16'],
  ["enterprise.name == 'a\\u0000b'", 'wrong-literal', "'a\\u0000b'"],
  ['enterprise.patents.valid in []', 'wrong-arguments', '[]'],
  ['enterprise.patents.valid in [enterprise.patents.total]', 'not-supported', 'enterprise.patents.total'],
  ['enterprise.scope == null', 'not-supported', 'enterprise.scope == null', '!has(enterprise.scope)'],
  ['enterprise.scope != null', 'not-supported', 'enterprise.scope != null', 'has(enterprise.scope)'],
  ['enterprise.patents[0].valid', 'not-supported', 'enterprise.patents[0].valid'],
  ['enterprise["highTech"]', 'not-supported', 'enterprise["highTech"]'],
  ['{1: 2} == {1: 2}', 'not-supported', '{1: 2}'],
  ["b'x' == b'x'", 'not-supported', "b'x'"],
  ['1u == 1u', 'not-supported', '1u'],
  [
    'enterprise.patents.exists(p, enterprise.trademarks.exists(t, t.valid))',
    'not-supported',
    'enterprise.trademarks.exists(t, t.valid)',
  ],
  ['enterprise.patents.exists(p, size(enterprise.trademarks) > 1)', 'not-supported', 'enterprise.trademarks'],
];

describe('a rule that is refused', () => {
  const refused = REFUSED.map(([text, code, piece, suggestion]) => ({ text, code, piece, suggestion }));
  it.each(refused)('$text: $code at $piece', ({ text, code, piece, suggestion }) => {
    const problem = sampleProblems(text)[0]!;
    expect(problem).toMatchObject({ code });
    expect(text.slice(problem.from, problem.to)).toBe(piece);
    expect(problem.suggestion).toBe(suggestion);
    expect(problem.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(problem.en).toMatch(/[a-z]/);
  });

  it.each(refused.filter(({ suggestion }) => suggestion !== undefined))(
    '$text gets better by its suggestion',
    ({ text }) => {
      const { from, to, suggestion, code } = sampleProblems(text)[0]!;
      const parsed = parseRule(`${text.slice(0, from)}${suggestion}${text.slice(to)}`, {
        catalogue: sampleCatalogue,
        subject: 'enterprise',
      });
      const next = parsed.ok ? undefined : parsed.problems[0];
      expect(next?.code === code && next.from <= from).toBe(false);
    },
  );

  it('has all its problems named at once', () => {
    const problems = sampleProblems("enterprise.hightech && enterprise.kind == 'x' && enterprise.patents.valid");
    expect(problems.map((one) => one.code)).toEqual(['unknown-fact', 'unknown-value', 'wrong-type']);
  });

  it('names the nearest fact with its label', () => {
    expect(sampleProblems('enterprise.patents.invension.valid > 1')[0]).toMatchObject({
      zh: '主体没有“patents.invension.valid”这个事实，最接近的是 enterprise.patents.invention.valid（有效发明专利）',
      en: '"patents.invension.valid" is no fact of party; the nearest is enterprise.patents.invention.valid (valid inventions)',
    });
  });

  it('is of no known subject', () => {
    expect(parseRule('true', { catalogue: sampleCatalogue, subject: 'ship' })).toMatchObject({ ok: false });
  });
});

const nested = (open: string, inside: string, close: string, times: number) =>
  `${open.repeat(times)}${inside}${close.repeat(times)}`;

describe('limits', () => {
  const deep: readonly (readonly [string, string])[] = [
    ['brackets', nested('(', 'true', ')', 200)],
    ['negations', `${'!'.repeat(200)}true`],
    ['10,000 negations', `${'!'.repeat(9990)}true`],
    ['signs with blanks', `${'- '.repeat(3000)}1 > 0`],
    ['negations of brackets', nested('!(', 'true', ')', 200)],
    ['choices', `${'true ? true : '.repeat(200)}true`],
    ['sums', `${'1 + '.repeat(200)}1 > 0`],
    ['sums on the right', nested('(1 + ', '1', ')', 200).concat(' > 0')],
    ['comparisons', `${'true == '.repeat(200)}true`],
    ['members', `enterprise${'.a'.repeat(3000)}`],
    ['calls', nested('year(today + days(', '1', '))', 200)],
    ['lists', nested('[', '1', ']', 200)],
    ['maps', nested('{1:', '1', '}', 200)],
    ['indexes', `enterprise${'[0]'.repeat(2000)}`],
  ];

  it.each(deep)('%s nested 200 deep or more are refused with a sentence', (_, text) => {
    const problem = sampleProblems(text)[0]!;
    expect(['too-deep', 'syntax', 'unknown-fact', 'not-supported']).toContain(problem.code);
    expect(problem.zh).not.toBe('');
  });

  it.each(deep.slice(0, 7))('%s say that they are too deep', (_, text) => {
    expect(sampleProblems(text)[0]!.code).toBe('too-deep');
  });

  it('are not reached by 90 levels, nor by brackets in a text', () => {
    expect(sampleRule(nested('!(', 'true', ')', 90)).conditions).toHaveLength(1);
    expect(sampleRule(`enterprise.name == "${'('.repeat(500)}"`).conditions).toHaveLength(1);
    expect(sampleRule(`enterprise.name == r"\\d" || true // ${'('.repeat(500)}`).conditions).toHaveLength(2);
  });

  it('are 500 conditions side by side', () => {
    const side = (count: number) => Array.from({ length: count }, () => 'today==today').join('&&');
    expect(sampleRule(side(500)).conditions).toHaveLength(500);
    expect(sampleProblems(side(501))[0]).toMatchObject({ code: 'too-long', zh: '规则有 501 个条件，最多 500 个' });
    expect(sampleProblems(Array.from({ length: 1666 }, () => 'true').join('||'))[0]!.code).toBe('too-long');
  });

  it('are 10,000 characters', () => {
    expect(sampleRule(`true${' '.repeat(9_996)}`).text).toHaveLength(10_000);
    expect(sampleProblems(`true${' '.repeat(9_997)}`)[0]).toMatchObject({
      code: 'too-long',
      zh: '规则长 10001 个字符，最多 10000 个',
    });
    expect(sampleProblems('x'.repeat(5_000_000))[0]!.code).toBe('too-long');
  });

  it('hold for the number of problems', () => {
    expect(sampleProblems(Array.from({ length: 200 }, () => 'enterprise.nope').join('||'))).toHaveLength(20);
  });
});

const CANONICAL: readonly (readonly [text: string, canonical: string, type?: Rule['type']])[] = [
  ['  enterprise.highTech   &&enterprise.active', 'enterprise.highTech && enterprise.active'],
  ['((enterprise.highTech) && (enterprise.active && true))', 'enterprise.highTech && enterprise.active && true'],
  ['enterprise.highTech == true', 'enterprise.highTech'],
  ['false == enterprise.highTech', '!enterprise.highTech'],
  ["enterprise.industry == '17'", 'enterprise.industry == "C17"'],
  ['enterprise.patents.exists(p, p.valid)', 'enterprise.patents.exists(it, it.valid)'],
  [
    'enterprise.patents.map(p, p.valid, p.claims).sum()',
    'enterprise.patents.filter(it, it.valid).map(it, it.claims).sum()',
    'number',
  ],
  ['today + days(-3)', 'today - days(3)', 'date'],
  ['(1 + 2) * 3 - (4 - 5)', '(1 + 2) * 3 - (4 - 5)', 'number'],
  ['1 + 0x10 - -2', '1 + 16 - -2', 'number'],
  ['enterprise.trademarks.classes.size() > 1', 'size(enterprise.trademarks.classes) > 1'],
  ["'a\\n\"' == enterprise.name", '"a\\n\\"" == enterprise.name'],
  ['(enterprise.highTech ? 1 : 2) > 1 ? true : false', '(enterprise.highTech ? 1 : 2) > 1 ? true : false'],
];

describe('a rule that is accepted', () => {
  it.each(CANONICAL.map(([text, canonical, type]) => ({ text, canonical, type })))(
    '$text',
    ({ text, canonical, type }) => {
      expect(sampleRule(text, type).canonical).toBe(canonical);
      expect(sampleRule(canonical, type).canonical).toBe(canonical);
    },
  );

  it('says what it needs', () => {
    const rule = sampleRule(
      'enterprise.highTech && has(enterprise.scope) && size(enterprise.patents.filter(p, p.valid && p.filedOn > enterprise.establishedOn)) > 2',
    );
    expect(rule.facts).toEqual([
      'enterprise.highTech',
      'enterprise.scope',
      'patent.valid',
      'patent.filedOn',
      'enterprise.establishedOn',
    ]);
    expect(rule.collections).toEqual(['enterprise.patents']);
    expect([...rule.uses].map(([subject, paths]) => [subject, [...paths]])).toEqual([
      ['enterprise', ['highTech', 'scope', 'establishedOn']],
      ['patent', ['valid', 'filedOn']],
    ]);
    expect(rule.usesToday).toBe(false);
    expect(sampleRule('enterprise.establishedOn < today').usesToday).toBe(true);
    expect([...sampleRule('size(enterprise.patents) > 1').uses.keys()]).toEqual(['enterprise', 'patent']);
  });
});
