import type { Catalogue } from '../catalogue.ts';
import { describeExpression } from '../describe/describe-rule.ts';
import { conditionsOf, type Expr, walk } from '../expression.ts';
import { problemAt, type RuleProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { canonicalText } from './canonical-text.ts';
import { checkNode } from './check-node.ts';
import { Checker } from './checker.ts';
import { readSyntax } from './read-syntax.ts';
import { scanText } from './scan-text.ts';

export type ParsedRule =
  | { readonly ok: true; readonly rule: Rule }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

function usageOf(body: Expr, subject: string) {
  const facts = new Set<string>();
  const collections = new Set<string>();
  const uses = new Map<string, Set<string>>([[subject, new Set()]]);
  let usesToday = false;
  for (const part of walk(body)) {
    if (part.op === 'today') usesToday = true;
    if ('source' in part) {
      const { name, items } = part.source.collection;
      collections.add(name);
      uses.set(items, uses.get(items) ?? new Set());
    }
    if (part.op !== 'fact' && part.op !== 'has') continue;
    facts.add(part.fact.name);
    const paths = uses.get(part.fact.subject) ?? new Set();
    uses.set(part.fact.subject, paths.add(part.fact.path));
  }
  return { facts: [...facts], collections: [...collections], uses, usesToday };
}

/** A statement that shows each condition still fits PostgreSQL's limit of columns. */
const MAX_CONDITIONS = 500;

function tooMany(conditions: readonly Expr[]): RuleProblem {
  const first = conditions[MAX_CONDITIONS]!;
  return problemAt({ from: first.from, to: conditions.at(-1)!.to }, 'too-long', [
    `规则有 ${conditions.length} 个条件，最多 ${MAX_CONDITIONS} 个`,
    `The rule has ${conditions.length} conditions; the most is ${MAX_CONDITIONS}`,
  ]);
}

/**
 * Reads and checks a rule of a subject. Every name, type and literal is checked against the catalogue; a rule that
 * passes can be evaluated and compiled without error for any facts.
 * @returns the rule, or all problems found, with places as character offsets and Chinese and English sentences
 */
export function parseRule(
  text: string,
  options: { readonly catalogue: Catalogue; readonly subject: string; readonly expect?: Rule['type'] },
): ParsedRule {
  const { catalogue, subject, expect = 'bool' } = options;
  const refused = scanText(text, catalogue, subject);
  if (refused !== undefined) return { ok: false, problems: [refused] };
  const syntax = readSyntax(text);
  if ('problem' in syntax) return { ok: false, problems: [syntax.problem] };
  if (catalogue.findSubject(subject) === undefined)
    return {
      ok: false,
      problems: [
        problemAt({ from: 0, to: 0 }, 'unknown-name', [`没有“${subject}”这种对象`, `There is no subject "${subject}"`]),
      ],
    };
  const checker = new Checker({ catalogue, subject, text }, checkNode);
  const body = checker.value(syntax.node, [expect]);
  if (body === undefined || checker.problems.length > 0) return { ok: false, problems: checker.problems };
  const conditions = expect === 'bool' ? conditionsOf(body) : [];
  if (conditions.length > MAX_CONDITIONS) return { ok: false, problems: [tooMany(conditions)] };
  return {
    ok: true,
    rule: {
      text,
      canonical: canonicalText(body),
      subject,
      type: expect,
      ...usageOf(body, subject),
      conditions: conditions.map((one) => ({ ...describeExpression(one, catalogue), from: one.from, to: one.to })),
      catalogue,
      body,
    },
  };
}
