import type { ObjectionView, ParsedInput, RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { maskContact } from '../domain/mask-row.ts';
import { countObjections, type ObjectionRow, selectObjections } from '../repositories/objection-repository.ts';

/** Whoever objects is shown masked, to officers as well. */
export function toObjection(ctx: Ctx, row: ObjectionRow): ObjectionView {
  return {
    ...row,
    by: row.by === null ? null : maskContact(row.by, ctx.today),
    contact: row.contact === null ? null : maskContact(row.contact, ctx.today),
  };
}

export async function listObjections(
  ctx: Ctx,
  query: ParsedInput<(typeof routes)['listObjections']>['query'],
): Promise<RouteOutput<(typeof routes)['listObjections']>> {
  const { page, pageSize, state } = query;
  const rows = await selectObjections(ctx.db, ctx.district, { state }, { size: pageSize, skip: (page - 1) * pageSize });
  return {
    items: rows.map((row) => toObjection(ctx, row)),
    total: await countObjections(ctx.db, ctx.district, { state }),
    page,
    pageSize,
  };
}
