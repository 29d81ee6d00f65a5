import type { Ctx } from '../../../platform/context/context.ts';
import { listAssigneeRows } from '../repositories/assignee-repository.ts';

/** Accounts that may work targets, with the towns they hold; no towns: the whole district. */
export async function listAssignees(ctx: Ctx) {
  const rows = await listAssigneeRows(ctx.db, ctx);
  return rows.map(({ id, name, towns, zoneTowns, district }) => ({
    id,
    name,
    towns: district ? [] : [...new Set([...towns, ...zoneTowns])],
  }));
}
