import type { RouteOutput, routes } from '@jince/contract';
import { describeRule } from '@jince/rules';
import type { IndicatorRules } from '@jince/wujiang';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { diffRules, type Rule, toSubjectRows } from '../../../platform/facts/index.ts';
import type { Figure } from '../domain/figure.ts';
import { type CheckedRules, type Indicator, RULE_PARTS } from '../domain/indicator.ts';
import { type Countable, countIndicators } from './count-indicators.ts';
import { findIndicator } from './indicator-rows.ts';
import { getSnapshot } from './plan-snapshot.ts';
import { type Checked, checkRules } from './read-indicators.ts';

type Preview = RouteOutput<typeof routes.previewIndicatorRule>;
export type RuleTexts = { readonly [P in (typeof RULE_PARTS)[number]]?: string | undefined };

const SAMPLE = 20;
const NOTHING: Preview['before'] = { value: null, numerator: null, denominator: null };
const NOBODY: Preview['added'] = { total: 0, sample: [] };

/** The rules with the changed parts put in; a part its kind has no use for is left out. */
export function changedRules({ rules, pack }: Indicator, changes: RuleTexts): IndicatorRules {
  if (rules === undefined) throw new AppError('plan.indicator.not-counted', { code: pack.code });
  const next = { ...rules };
  for (const part of RULE_PARTS) {
    const text = changes[part];
    if (text !== undefined && rules[part] !== undefined) next[part] = text;
  }
  return next;
}

async function figureOf(ctx: Ctx, indicator: Indicator, checked: CheckedRules | undefined): Promise<Preview['before']> {
  if (checked === undefined || indicator.subject === undefined) return NOTHING;
  const countable: Countable = { ...indicator, subject: indicator.subject, checked };
  const counted = await countIndicators(ctx, indicator.subject, [countable], { withCuts: false });
  const figure: Figure | undefined = counted.figures[0];
  if (figure === undefined) return NOTHING;
  return { value: figure.value, numerator: figure.numerator, denominator: figure.denominator };
}

async function showDiff(
  ctx: Ctx,
  subject: string,
  before: Rule,
  after: Rule,
): Promise<Pick<Preview, 'added' | 'dropped'>> {
  const diff = await diffRules(ctx, { subject, before, after, page: 1, pageSize: SAMPLE });
  const rows = (ids: readonly string[], outcome: 'true' | 'false') =>
    toSubjectRows(
      ctx,
      subject,
      ids.map((id) => ({ id, outcome, facts: {} })),
      [],
    );
  return {
    added: { total: diff.added.total, sample: await rows(diff.added.ids, 'true') },
    dropped: { total: diff.dropped.total, sample: await rows(diff.dropped.ids, 'false') },
  };
}

function problemsOf(ctx: Ctx, checked: Checked): Preview['problems'] {
  if (checked.ok) return [];
  return checked.problems.map((problem) => ({
    part: problem.part,
    code: problem.code,
    from: problem.from,
    to: problem.to,
    text: problem[ctx.language],
    suggestion: problem.suggestion ?? null,
  }));
}

/** What changed rules would make of the figure today, and whom of those the actor may see they count or no longer count. */
export async function previewIndicatorRule(ctx: Ctx, code: string, changes: RuleTexts): Promise<Preview> {
  const indicator = findIndicator(await getSnapshot(ctx), code);
  const rules = changedRules(indicator, changes);
  const subject = indicator.subject as string;
  const after = checkRules(ctx, subject, rules);
  const before = indicator.checked;
  const diff =
    after.ok && before !== undefined
      ? await showDiff(ctx, subject, before.both, after.rules.both)
      : { added: NOBODY, dropped: NOBODY };
  return {
    problems: problemsOf(ctx, after),
    before: await figureOf(ctx, indicator, before),
    after: await figureOf(ctx, indicator, after.ok ? after.rules : undefined),
    ...diff,
    sentences: after.ok
      ? RULE_PARTS.flatMap((part) => {
          const rule = after.rules[part];
          return rule === undefined ? [] : { part, sentence: describeRule(rule)[ctx.language] };
        })
      : [],
  };
}
