import { roles } from '../../access/access.ts';
import type { Ctx } from '../../context/context.ts';
import type { Output } from '../route-types.ts';

export async function listRoles(ctx: Ctx): Promise<Output<'listRoles'>> {
  return {
    roles: roles.map(({ role, label, family, placeKinds }) => ({
      role,
      label: label[ctx.language],
      family,
      placeKinds: [...placeKinds],
      permissions: [...ctx.services.permissionsOfRole(role)].sort(),
    })),
  };
}
