import type { RouteOutput, routes } from '@jince/contract';
import type { SubjectCase } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { answerHistory, type HistoryYear } from './answer-history.ts';
import type { Question } from './question.ts';
import { Tally, tallyBy, viewPolicy } from './tally.ts';

type History = RouteOutput<typeof routes.runWhatIfHistory>;

function viewYear({ subject, district, result, sight }: HistoryYear): History['years'][number] {
  const { policy } = subject.compiled;
  const lines = result.lines.filter((line) => sight.sees(district.subjects[line.subject] as SubjectCase));
  const { fen, neededFen, recipients, lines: count } = tallyBy(lines, () => 0).get(0) ?? new Tally();
  const byItem = tallyBy(lines, (line) => line.item);
  return {
    year: policy.year,
    asOf: district.asOf,
    fen,
    neededFen,
    recipients,
    lines: count,
    items: policy.items.map(({ code }, at) => {
      const own = byItem.get(at) ?? new Tally();
      return { code, fen: own.fen, lines: own.lines, recipients: own.recipients };
    }),
  };
}

/** What the policy would have cost in earlier years. @throws AppError as runWhatIf; policies.what-if.bad-years */
export async function runWhatIfHistory(
  ctx: Ctx,
  { from, to, ...question }: Question & { readonly from: number; readonly to: number },
): Promise<History> {
  const started = performance.now();
  const years = await answerHistory(ctx, question, { from, to });
  const { version } = (years[0] as HistoryYear).subject;
  return {
    policy: viewPolicy(version, version.policy),
    years: years.map(viewYear),
    tookMs: Math.round(performance.now() - started),
  };
}
