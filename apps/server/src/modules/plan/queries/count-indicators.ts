import { createHash } from 'node:crypto';
import type { Ctx } from '../../../platform/context/context.ts';
import { type CountBucket, countRules } from '../../../platform/facts/index.ts';
import { type Figure, figureOf, latestOf } from '../domain/figure.ts';
import { type CheckedRules, type Indicator, measuresOf, tallyOf } from '../domain/indicator.ts';
import type { StoredFigure } from '../repositories/figure-repository.ts';

export type Countable = Indicator & { readonly subject: string; readonly checked: CheckedRules };

export function isCountable(indicator: Indicator): indicator is Countable {
  return indicator.checked !== undefined;
}

/** The figure of a series that per-capita indicators of a day are divided by. */
export function personsOn(ctx: Ctx, on: string) {
  return latestOf(ctx.services.jurisdiction.district.population, on);
}

/** Changes whenever what is counted for these indicators does, the registers apart. */
export function rulesHash(ctx: Ctx, indicators: readonly Indicator[], on: string): string {
  const what = indicators.map(({ pack, rules, cuts, checked }) => [
    pack.code,
    pack.kind,
    pack.scale,
    checked === undefined ? null : rules,
    cuts,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([what, personsOn(ctx, on)?.persons ?? null]))
    .digest('base64url')
    .slice(0, 22);
}

/** Code of a bucket: what the fact says, empty where it is unknown. */
const bucketCode = (value: CountBucket<string>['value']) => (value === null ? '' : String(value));

/** Sums of doubles without the dust of their last digits. */
const clean = (number: number | null) => (number === null ? null : Number(number.toPrecision(12)));

export interface CountedIndicators {
  readonly asOf: string;
  readonly pending: boolean;
  readonly figures: readonly StoredFigure[];
}

/**
 * Figures of indicators of one subject, all in one reading of the facts, of the whole district whoever asks: figures are
 * open to the office, rows are not.
 * @param asOf absent: as of now, from the materialised facts
 * @param withCuts also by each indicator's cuts
 */
export async function countIndicators(
  ctx: Ctx,
  subject: string,
  indicators: readonly Countable[],
  { asOf, withCuts }: { readonly asOf?: string | undefined; readonly withCuts: boolean },
): Promise<CountedIndicators> {
  const cuts = withCuts ? [...new Set(indicators.flatMap((indicator) => indicator.cuts))] : [];
  const counted = await countRules(ctx, {
    subject,
    asOf,
    measures: measuresOf(indicators.map((indicator) => indicator.checked)),
    cuts,
    everyone: true,
  });
  const day = counted.freshness.asOf;
  const persons = personsOn(ctx, day)?.persons;
  const figures: StoredFigure[] = [];
  for (const { pack, checked, cuts: own } of indicators) {
    const figure = (counts: (typeof counted)['counts'], whole: boolean): Figure => {
      const made = figureOf(pack.kind, pack.scale, tallyOf(checked, counts), whole ? persons : undefined);
      return { ...made, numerator: clean(made.numerator), denominator: clean(made.denominator) };
    };
    figures.push({ code: pack.code, cut: '', bucket: '', ...figure(counted.counts, true) });
    for (const { path, buckets } of counted.cuts.filter((cut) => own.includes(cut.path)))
      for (const { value, counts } of buckets)
        figures.push({ code: pack.code, cut: path, bucket: bucketCode(value), ...figure(counts, false) });
  }
  return { asOf: day, pending: counted.freshness.pending, figures };
}
