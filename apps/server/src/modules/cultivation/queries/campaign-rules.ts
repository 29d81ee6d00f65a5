import { describeRule } from '@jince/rules';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { parseRuleFor, type Rule, type RuleProblem } from '../../../platform/facts/index.ts';
import type { CampaignSubject } from '../domain/fill-template.ts';
import type { CampaignRow, RuleTexts } from '../repositories/campaign-repository.ts';
import type { CampaignRules } from '../repositories/reading-repository.ts';

export type RulePart = 'targetRule' | 'successRule' | 'stayRule';

/** A problem of one of a campaign's rules, with its place in that rule's text. */
export interface PartProblem {
  readonly part: RulePart;
  readonly code: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly suggestion: string | null;
}

function toPartProblem(ctx: Ctx, part: RulePart, problem: RuleProblem): PartProblem {
  const { code, from, to, suggestion } = problem;
  return { part, code, from, to, text: problem[ctx.language], suggestion: suggestion ?? null };
}

export interface ParsedPart {
  readonly rule: Rule | null;
  readonly problems: readonly PartProblem[];
}

export function parsePart(ctx: Ctx, subject: CampaignSubject, part: RulePart, text: string): ParsedPart {
  const parsed = parseRuleFor(ctx, subject, text);
  if (parsed.ok) return { rule: parsed.rule, problems: [] };
  return { rule: null, problems: parsed.problems.map((problem) => toPartProblem(ctx, part, problem)) };
}

/** The sentence of a rule in the reader's language. */
export function sentenceOf(ctx: Ctx, rule: Rule): string {
  return describeRule(rule)[ctx.language];
}

/** The sentence of a kept rule; what is wrong with it where the catalogue has changed under it. */
export function sentenceOfText(ctx: Ctx, subject: CampaignSubject, text: string): string {
  const { rule, problems } = parsePart(ctx, subject, 'targetRule', text);
  return rule === null ? (problems[0]?.text ?? '') : sentenceOf(ctx, rule);
}

/** Problems as fields of a refusal: `targetRule:12-25`, with what may stand there instead. */
function toFieldError({ part, from, to, text, suggestion }: PartProblem): { path: string; message: string } {
  const said = suggestion === null || text.includes(suggestion);
  return { path: `${part}:${from}-${to}`, message: said ? text : `${text}（可改为：${suggestion}）` };
}

/**
 * The three rules, checked against the catalogue as it is now.
 * @throws AppError cultivation.rule.refused with a place, a sentence and a suggestion per problem
 */
export function requireRules(ctx: Ctx, subject: CampaignSubject, texts: RuleTexts): CampaignRules {
  const target = parsePart(ctx, subject, 'targetRule', texts.target);
  const success = parsePart(ctx, subject, 'successRule', texts.success);
  const stay = texts.stay === null ? null : parsePart(ctx, subject, 'stayRule', texts.stay);
  const problems = [...target.problems, ...success.problems, ...(stay?.problems ?? [])];
  if (problems.length > 0 || target.rule === null || success.rule === null)
    throw new AppError('cultivation.rule.refused', { first: problems[0]?.text ?? '' }, problems.map(toFieldError));
  return { subject, target: target.rule, success: success.rule, stay: stay?.rule ?? null };
}

export function rulesOfCampaign(ctx: Ctx, campaign: CampaignRow): CampaignRules {
  const { target_rule: target, success_rule: success, stay_rule: stay } = campaign;
  return requireRules(ctx, campaign.subject, { target, success, stay });
}

/** Kinds of subjects whose facts the rules read. */
export function subjectsOf({ target, success, stay }: CampaignRules): string[] {
  return [...new Set([target, success, stay].flatMap((rule) => [...(rule?.uses.keys() ?? [])]))];
}
