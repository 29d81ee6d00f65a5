import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { containsPattern } from '../../access/like.ts';
import { type Ctx, may, scopeFor } from '../../context/context.ts';
import type { ProcedureDefinition, ProcedureFile } from '../definition.ts';
import { judgeAction } from '../domain/judge-action.ts';
import { leadsOnward } from '../domain/unavoidable-states.ts';
import { askerFor, definitionOf, loadStanding } from '../file-standing.ts';
import { atBody, filesWithin, readableFiles } from '../reach.ts';
import { FILE_COLUMNS } from '../repositories/file-repository.ts';
import { isWaitedOut, toFileView } from './show-file.ts';

type Route = (typeof routes)['listFiles'];

/** Files of every procedure whose reading permission the actor holds, each within that permission's own scope. */
function readable(ctx: Ctx, definitions: readonly ProcedureDefinition[]) {
  const parts = definitions
    .filter((one) => may(ctx, one.readPermission))
    .map((one) => sql<boolean>`(f.procedure = ${one.procedure} and ${readableFiles(ctx, one)})`);
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

/** He has done one of these on the file, so that it waits for somebody else (岗位分离). */
const doneBefore = (ctx: Ctx, apart: readonly string[]) => sql<boolean>`exists (select 1 from procedures.action_log l
  where l.district = f.district and l.file_id = f.id and l.actor_id = ${ctx.actor.userId} and l.action = any(${[...apart]}::text[]))`;

/** States from which the actor may take a file on: what waits for him. That he could withdraw it, too, waits for nobody. */
function waiting(ctx: Ctx, definitions: readonly ProcedureDefinition[]) {
  const parts = definitions.flatMap((one) =>
    one.actions
      .filter((action) => action.aside !== true && may(ctx, action.permission))
      .map((action) => {
        const scope = scopeFor(ctx, action.permission);
        const states = action.from.filter((state) => leadsOnward(one, action, state));
        return sql<boolean>`(f.procedure = ${one.procedure} and f.state = any(${states}::text[]) and ${filesWithin(scope, one.body?.(ctx))}
          ${action.bodyAt === undefined ? sql`` : sql`and ${atBody(scope, action.bodyAt)}`}
          ${action.apart === undefined ? sql`` : sql`and not ${doneBefore(ctx, action.apart)}`})`;
      }),
  );
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

async function withWork(ctx: Ctx, file: ProcedureFile & { dueOn: string | null; dueClock: string | null }) {
  const definition = definitionOf(ctx, file.procedure);
  const standing = await loadStanding(ctx.db, ctx.district, file);
  const asker = askerFor(ctx, file);
  const { dueOn, dueClock } = file;
  return {
    ...toFileView(ctx, file),
    waitsFor: definition.actions
      .filter((action) => judgeAction(action, standing, asker) === undefined)
      .map((action) => action.label[ctx.language]),
    dueOn,
    dueLabel: definition.clocks.find((one) => one.clock === dueClock)?.label[ctx.language] ?? null,
    dueWaits: dueClock !== null && isWaitedOut(definition, dueClock),
  };
}

/** Files in the actor's reach, the nearest clock first. */
export async function listFiles(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const definitions = [...ctx.services.procedures.values()];
  const where = sql`f.district = ${ctx.district} and ${readable(ctx, definitions)}
    ${query.mine === true ? sql`and ${waiting(ctx, definitions)}` : sql``}
    ${query.procedure === undefined ? sql`` : sql`and f.procedure = ${query.procedure}`}
    ${query.state === undefined ? sql`` : sql`and f.state = ${query.state}`}
    ${query.closed === undefined ? sql`` : query.closed ? sql`and f.closed_at is not null` : sql`and f.closed_at is null`}
    ${query.q === undefined ? sql`` : sql`and (f.number ilike ${containsPattern(query.q)} or f.subject_label ilike ${containsPattern(query.q)})`}`;
  const { rows } = await sql<
    ProcedureFile & { dueOn: string | null; dueClock: string | null }
  >`select ${FILE_COLUMNS}, c.due_on as "dueOn", c.clock as "dueClock"
    from procedures.file f
    left join lateral (select k.due_on, k.clock from procedures.clock k where k.district = f.district and k.file_id = f.id
      and k.stopped_on is null and k.due_on is not null order by k.due_on limit 1) c on f.closed_at is null
    where ${where} order by c.due_on nulls last, f.opened_at desc, f.id
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(ctx.db);
  const total = await sql<{ n: number }>`select count(*)::int as n from procedures.file f where ${where}`.execute(
    ctx.db,
  );
  const items = [];
  for (const row of rows) items.push(await withWork(ctx, row));
  return { items, total: total.rows[0]?.n ?? 0, page: query.page, pageSize: query.pageSize };
}
