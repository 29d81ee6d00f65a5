import type { Ctx } from '../../../platform/context/context.ts';
import type { ClockDefinition } from '../../../platform/procedures/index.ts';

/** A clock whose length the jurisdiction says. */
export const localClock = (clock: string, zh: string, en: string, term: string): ClockDefinition => ({
  clock,
  label: { zh, en },
  term: (ctx: Ctx) => {
    const found = ctx.services.jurisdiction.agencyAffairs.terms.find((one) => one.term === term);
    if (found === undefined) throw new Error(`the jurisdiction has no term ${term}`);
    return { count: found.count, unit: found.unit, article: found.article };
  },
});

export const both = (zh: string, en: string) => ({ zh, en });
