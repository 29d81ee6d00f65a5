import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { yuanText } from '../domain/money.ts';
import { behaviourLabel } from '../domain/work-out.ts';
import type { LoadedCase } from '../queries/load-case.ts';

/**
 * A fine lies within what the law allows for the case; none at all is always allowed.
 * @throws AppError cases.decision.outside-range with the reasons · cases.decision.no-law
 */
export function requireWithinRange(ctx: Ctx, { law, row }: LoadedCase, fineFen: number): void {
  if (fineFen === 0) return;
  const { language } = ctx;
  if (law === undefined)
    throw new AppError('cases.decision.no-law', { behaviour: behaviourLabel(row.behaviour_row, language) ?? '—' });
  const { minFen, maxFen, steps } = law.chosen.range;
  if (fineFen >= minFen && fineFen <= maxFen) return;
  throw new AppError('cases.decision.outside-range', {
    fine: yuanText(fineFen, language),
    min: yuanText(minFen, language),
    max: yuanText(maxFen, language),
    reasons: steps
      .map((one) => `${one[language]}${one.article === null ? '' : `（${one.article}）`}`)
      .join(language === 'zh' ? '；' : '; '),
  });
}
