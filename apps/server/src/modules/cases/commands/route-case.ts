import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';

const HANDLING = new Set(['bureau', 'section', 'branch']);

/** Bodies that may handle cases. */
export const handlingBodies = (ctx: Ctx) => ctx.services.jurisdiction.bodies.filter(({ kind }) => HANDLING.has(kind));

/**
 * The body that handles a case: the one asked for, else the branch of the town, else the one the jurisdiction names.
 * @throws AppError cases.case.unknown-organisation
 */
export function routeCase(ctx: Ctx, asked: string | null, townCode: string | null): string {
  const bodies = handlingBodies(ctx);
  if (asked !== null && asked !== '') {
    if (!bodies.some(({ code }) => code === asked))
      throw new AppError('cases.case.unknown-organisation', { code: asked });
    return asked;
  }
  const branch = bodies.find((one) => one.kind === 'branch' && townCode !== null && one.townCode === townCode);
  return branch?.code ?? ctx.services.jurisdiction.caseSettings.defaultOrganisation;
}
