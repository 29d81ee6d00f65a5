import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { findProject, type ProjectRow } from '../repositories/project-repository.ts';

/** Whether the actor holds a permission for this very project: in the district, its town, or as its leading party. */
export function mayOnProject(ctx: Ctx, permission: string, project: ProjectRow): boolean {
  if (!may(ctx, permission)) return false;
  const scope = scopeFor(ctx, permission);
  return (
    scope.kind === 'district' ||
    (project.town_code !== null && scope.towns.includes(project.town_code)) ||
    scope.parties.includes(project.lead_party_id)
  );
}

/** A project within the actor's reach of a permission. @throws AppError 404 otherwise */
export async function reachProject(ctx: Ctx, id: string, permission: string): Promise<ProjectRow> {
  const project = await findProject(ctx.db, ctx.district, id);
  if (project === undefined || !mayOnProject(ctx, permission, project)) throw new AppError('platform.not-found');
  return project;
}
