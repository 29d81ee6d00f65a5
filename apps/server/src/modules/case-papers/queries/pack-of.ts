import type { Ctx } from '../../../platform/context/context.ts';

/** What the pack of the district says of papers of cases. */
export const packOf = (ctx: Ctx) => ctx.services.jurisdiction.casePapers;
