import type { ChainEntry, MatterRow, ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { MATTER_EDIT, MATTER_READ } from '../coordination.catalogue.ts';
import { listItems, type MatterRecord, mattersWithin, selectMatters } from '../repositories/matter-repository.ts';
import { stepsOf } from './chain-steps.ts';

type Route = (typeof routes)['listMatters'];

const toRow = (record: MatterRecord): MatterRow => ({
  id: record.id,
  title: record.title,
  holder: record.holder_name,
  partyId: record.party_id,
  right: record.right_number,
  openedOn: record.opened_on,
  entries: record.entries,
  lanes: [...record.lanes],
  lastOn: record.last_on,
});

/** A matter of the actor's bodies, with this permission. @throws AppError 404 otherwise */
export async function reachMatter(ctx: Ctx, id: string, permission = MATTER_READ): Promise<MatterRecord> {
  const found = may(ctx, permission)
    ? (await selectMatters(ctx.db, ctx, sql`m.id = ${id} and ${mattersWithin(ctx, permission)}`)).rows[0]
    : undefined;
  if (found === undefined) throw new AppError('platform.not-found');
  return found;
}

/** Matters in the actor's reach, those in which something happened last first. */
export async function listMatters(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const word = query.q?.trim() ?? '';
  const like = containsPattern(word);
  const tests = [
    mattersWithin(ctx),
    query.party === undefined ? sql`true` : sql`m.party_id = ${query.party}`,
    word === ''
      ? sql`true`
      : sql`(m.title ilike ${like} or m.holder_name ilike ${like} or m.right_number ilike ${like})`,
  ];
  const found = await selectMatters(ctx.db, ctx, sql.join(tests, sql` and `), {
    size: pageSize,
    skip: (page - 1) * pageSize,
  });
  return { items: found.rows.map(toRow), total: found.total, page, pageSize };
}

/** The chain of a matter in time. Cases and hand-overs tell their own steps, to who may read them. @throws AppError 404 */
export async function getMatter(ctx: Ctx, id: string): Promise<RouteOutput<(typeof routes)['getMatter']>> {
  const record = await reachMatter(ctx, id);
  const chain: ChainEntry[] = [];
  let hidden = 0;
  for (const item of await listItems(ctx.db, ctx, id)) {
    const steps = await stepsOf(ctx, item);
    if (steps === undefined) hidden += 1;
    for (const [at, step] of (steps ?? []).entries()) chain.push({ ...step, key: `${item.id}-${at}`, itemId: item.id });
  }
  return {
    ...toRow(record),
    note: record.note,
    openedBy: record.opened_by_name,
    chain: chain.toSorted((a, b) => a.on.localeCompare(b.on)),
    hidden,
    mayEdit: may(ctx, MATTER_EDIT),
  };
}
