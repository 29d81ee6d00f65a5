import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { orderFigures } from '../jobs/compute-figures.ts';
import { findIndicator } from '../queries/indicator-rows.ts';
import { getSnapshot } from '../queries/plan-snapshot.ts';
import { changedRules, type RuleTexts } from '../queries/preview-rule.ts';
import { checkRules } from '../queries/read-indicators.ts';
import { PLAN_REGISTER } from '../repositories/figure-repository.ts';
import { insertVersion, listVersions } from '../repositories/version-repository.ts';

/**
 * Keeps changed rules as the indicator's next version and orders its figures anew.
 * @throws AppError plan.rule.changed-meanwhile when another version was saved since the one that was changed;
 * facts.rule.unfit with a sentence per problem
 */
export async function saveIndicatorRule(
  ctx: Ctx,
  code: string,
  { note, version, ...changes }: RuleTexts & { readonly note: string; readonly version: number },
): Promise<{ version: number }> {
  const indicator = findIndicator(await getSnapshot(ctx), code);
  const rules = changedRules(indicator, changes);
  const checked = checkRules(ctx, indicator.subject as string, rules);
  if (!checked.ok) {
    const problems = checked.problems.map((problem) => ({ path: problem.part, message: problem[ctx.language] }));
    throw new AppError('facts.rule.unfit', { problem: problems[0]?.message ?? '' }, problems);
  }
  const next = version + 1;
  return inTransaction(ctx, async (tx) => {
    const latest = (await listVersions(tx, ctx.district, code))[0];
    const meanwhile = () =>
      new AppError('plan.rule.changed-meanwhile', { by: latest?.by ?? '', version: latest?.version ?? 1 });
    if ((latest?.version ?? 1) !== version) throw meanwhile();
    if (!(await insertVersion(tx, ctx, { code, version: next, rules, note }))) throw meanwhile();
    await bumpRegisterVersion(tx, ctx.district, PLAN_REGISTER);
    await orderFigures(tx, ctx);
    await writeAudit(tx, ctx, {
      action: 'plan.rule.edit',
      subject: { kind: 'indicator', id: code, label: indicator.pack.label.zh },
      details: { version: next, note, before: indicator.rules, after: rules },
    });
    return { version: next };
  });
}
