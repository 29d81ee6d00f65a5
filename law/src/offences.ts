import type { Crime, LawVersion } from '@jince/offences';
import { z } from 'zod';
import behaviourFile from '../offences/behaviours.json' with { type: 'json' };
import crimeFile from '../offences/crimes.json' with { type: 'json' };
import penaltyFile from '../offences/penalties.json' with { type: 'json' };

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const fen = z.int().min(0);
const day = z.iso.date();
const confidence = z.enum(['high', 'medium', 'low']);
const base = z.enum(['business', 'gain']);

const fine = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('fixed'), fen }),
  z.strictObject({ type: z.literal('range'), minFen: fen, maxFen: fen }),
  z.strictObject({
    type: z.literal('by-amount'),
    base,
    boundFen: fen,
    boundIsAbove: z.boolean(),
    abovePpm: z.int().positive(),
    belowMaxFen: fen,
  }),
  z.strictObject({
    type: z.literal('multiple'),
    base,
    minPpm: z.int().min(0),
    maxPpm: z.int().positive(),
    maxFen: fen.nullable(),
    withoutMaxFen: fen,
  }),
]);

const offenceSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+\.[a-z-]+$/),
  label: words,
  versions: z
    .array(
      z.strictObject({
        law: z.string().min(1),
        from: day,
        to: day.nullable(),
        penalty: z
          .strictObject({ article: z.string().min(1), fine, serious: fine.nullable(), onlyAfterOrder: z.boolean() })
          .nullable(),
        otherwiseChanged: z.string().nullable(),
        confidence,
        source: z.string().min(1),
        verify: z.string().nullable(),
      }),
    )
    .min(1),
});

const measure = z.enum(['gain', 'business', 'sales', 'labels', 'loss']);
const crimeSchema = z.strictObject({
  id: z.string(),
  name: words,
  from: day,
  to: day.nullable(),
  article: z.string().min(1),
  source: z.string().min(1),
  confidence,
  thresholds: z.array(z.strictObject({ measure, base: z.int().positive(), lowered: z.int().positive().nullable() })),
  lowersOn: z.array(z.enum(['several', 'prior'])),
  unsold: z.strictObject({ of: measure, times: z.int().positive() }).nullable(),
  aggravatedTimes: z.int().positive().nullable(),
});

const behaviourSchema = z.strictObject({
  /** Row of the statistics form. */
  row: z.int(),
  group: z.string(),
  label: words,
  offence: z.string().nullable(),
  articles: z.array(z.strictObject({ from: day, to: day.nullable(), article: z.string().min(1) })).min(1),
});

export type OffenceVersion = LawVersion & {
  readonly confidence: z.output<typeof confidence>;
  readonly source: string;
  readonly verify: string | null;
};
export interface Offence {
  readonly id: string;
  readonly label: z.output<typeof words>;
  readonly versions: readonly OffenceVersion[];
}
export type Behaviour = z.output<typeof behaviourSchema>;

const covers = (on: string) => (one: { from: string; to: string | null }) =>
  one.from <= on && (one.to === null || on <= one.to);

/** Offences and what each text of the law sets for them, by id. */
export const offences: ReadonlyMap<string, Offence> = new Map(
  z
    .array(offenceSchema)
    .parse(penaltyFile.offences)
    .map((one) => [one.id, one]),
);

/** Crimes against intellectual property with their thresholds (法释〔2025〕5号), by the day each text is from. */
export const crimes: readonly (Crime & z.output<typeof crimeSchema>)[] = z.array(crimeSchema).parse(crimeFile.crimes);

/** Thresholds of crimes against intellectual property in force on a day (法释〔2025〕5号). */
export const crimesOn = (on: string): readonly Crime[] => crimes.filter(covers(on));

/** The 42 rows of the statistics form by behaviour, in its order; row 1 is their sum. */
export const behaviours: readonly Behaviour[] = z.array(behaviourSchema).parse(behaviourFile.behaviours);

/** The article a row of the form stands for on a day. */
export const articleOfBehaviour = (behaviour: Behaviour, on: string): string | undefined =>
  behaviour.articles.find(covers(on))?.article;
