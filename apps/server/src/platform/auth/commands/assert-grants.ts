import type { RoleGrant } from '../../access/access.ts';
import { findGrantProblem, findRole } from '../../access/role-rules.ts';
import type { Ctx } from '../../context/context.ts';
import type { Db } from '../../database/database.ts';
import { AppError } from '../../errors/errors.ts';
import { findPlaceLabel } from '../place-labels.ts';
import { countOtherHolders } from '../repositories/account-repository.ts';

/** @throws {AppError} `identity.roles.*` when one person may not hold these grants. */
export function assertGrantsAllowed(ctx: Ctx, grants: readonly RoleGrant[]): void {
  const knows = (grant: RoleGrant) => findPlaceLabel(ctx.services, grant) !== undefined;
  const problem = findGrantProblem(grants, knows, ctx.language);
  if (problem !== undefined) throw new AppError(problem.code, problem.params);
}

/**
 * An office without one of its three administrators cannot repair itself.
 * @param losing roles the account is about to lose
 * @throws {AppError} `identity.account.last-administrator`
 */
export async function assertAdministratorsRemain(
  db: Db,
  ctx: Ctx,
  userId: string,
  losing: readonly string[],
): Promise<void> {
  for (const name of new Set(losing)) {
    const role = findRole(name);
    if (role === undefined || role.family === 'business') continue;
    if ((await countOtherHolders(db, ctx, name, userId)) === 0) {
      throw new AppError('identity.account.last-administrator', { role: role.label[ctx.language] });
    }
  }
}

/** @throws {AppError} `identity.account.organisation-unknown` */
export function assertOrganisationKnown(ctx: Ctx, id: string | null | undefined): void {
  if (id !== null && id !== undefined && ctx.services.places.organisationName(id) === null) {
    throw new AppError('identity.account.organisation-unknown', { organisation: id });
  }
}
