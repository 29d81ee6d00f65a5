import type { Ctx } from '../../../platform/context/context.ts';

/** What the pack of the district says of papers of cases. */
export const packOf = (ctx: Ctx) => ctx.services.jurisdiction.casePapers;

/** Places in the archive in their order, each with its volume. */
export const sectionsOf = (ctx: Ctx) =>
  packOf(ctx).archive.volumes.flatMap(({ label: volume, sections }) =>
    sections.map(({ section, label }) => ({ section, label: `${volume} · ${label}` })),
  );
