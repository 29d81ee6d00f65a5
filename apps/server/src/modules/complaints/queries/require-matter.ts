import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { MATTER_READ } from '../complaints.catalogue.ts';
import { findMatter, type MatterRow } from '../repositories/matter-repository.ts';

/** Whether the actor holds a permission for this very matter: in the district or at the body it was sent to. */
export function mayOnMatter(ctx: Ctx, permission: string, matter: Pick<MatterRow, 'organisationCode'>): boolean {
  const scope = scopeFor(ctx, permission);
  return scope.kind === 'district' || scope.organisations.includes(matter.organisationCode);
}

/** A matter in the actor's reach. @throws AppError 404 */
export async function requireMatter(ctx: Ctx, id: string, permission = MATTER_READ): Promise<MatterRow> {
  const matter = await findMatter(ctx.db, ctx.district, id);
  if (matter === undefined) throw new AppError('platform.not-found');
  for (const code of new Set([MATTER_READ, permission]))
    if (!mayOnMatter(ctx, code, matter)) throw new AppError('platform.not-found');
  return matter;
}
