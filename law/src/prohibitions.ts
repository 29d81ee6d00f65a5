import { lawBook } from './book.ts';

/** Something public money may not be given for, from a day on. */
export interface ProhibitedUse {
  /** What the money would be given for: `patent-granted`. */
  readonly trigger: string;
  readonly from: string;
  /** Last day it was forbidden; null while it is. */
  readonly to: string | null;
  /** Number and title of the notice that forbids it. */
  readonly notice: string;
  /** What it says, in our words. */
  readonly text: { readonly zh: string; readonly en: string };
}

const PREFIX = 'prohibition.';

/** Every national prohibition of a use of public money, whatever the day. */
export function listProhibitions(): ProhibitedUse[] {
  return lawBook
    .listLaw()
    .filter(({ key }) => key.startsWith(PREFIX))
    .flatMap(({ label, periods }) =>
      periods.flatMap(({ value, from, to, article }) =>
        (value as string[]).map((trigger) => ({ trigger, from, to, notice: article, text: label })),
      ),
    );
}

/** The prohibition that stands against a use on a day; undefined where none does. */
export function prohibitionOf(trigger: string, on: string): ProhibitedUse | undefined {
  return listProhibitions().find(
    (one) => one.trigger === trigger && one.from <= on && (one.to === null || on <= one.to),
  );
}
