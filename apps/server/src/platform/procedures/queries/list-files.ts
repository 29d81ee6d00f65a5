import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../access/like.ts';
import type { Ctx } from '../../context/context.ts';
import type { ProcedureFile } from '../definition.ts';
import { readableAll } from '../desk/desk-scope.ts';
import { openFilesNow } from '../desk/follow-files.ts';
import { askerKey, isReadable, waitsForMe } from '../desk/turn.ts';
import { judgeAction } from '../domain/judge-action.ts';
import { askerFor, definitionOf, loadStanding } from '../file-standing.ts';
import { FILE_COLUMNS } from '../repositories/file-repository.ts';
import { isWaitedOut, toFileView } from './show-file.ts';

type Route = (typeof routes)['listFiles'];
type Query = ParsedInput<Route>['query'];
type Row = ProcedureFile & { readonly dueOn: string | null; readonly dueClock: string | null };

async function withWork(ctx: Ctx, file: Row) {
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

const matches = (q: string): RawBuilder<boolean> =>
  sql<boolean>`(f.number ilike ${containsPattern(q)} or f.subject_label ilike ${containsPattern(q)})`;

/** Ids of the open files a search finds, whoever may read them. */
async function found(ctx: Ctx, q: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select f.id from procedures.file f
    where f.district = ${ctx.district} and f.closed_at is null and ${matches(q)}`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}

/** How many open files are asked for, and the ids of those on the page, the nearest clock first. */
async function openPage(ctx: Ctx, query: Query): Promise<{ ids: string[]; total: number }> {
  const sought = query.q === undefined ? undefined : await found(ctx, query.q);
  const files = await openFilesNow(ctx);
  const readable = isReadable(ctx);
  const waits = query.mine === true ? waitsForMe(ctx) : () => true;
  const mine = files.situation.recall(
    `list ${query.mine === true} ${askerKey(ctx)}`,
    (file) => readable(file) && waits(file),
  );
  const ofKind = files.situation.recall(
    `kind ${query.procedure} ${query.state}`,
    (file) =>
      (query.procedure === undefined || query.procedure === file.procedure) &&
      (query.state === undefined || query.state === file.state),
  );
  const from = (query.page - 1) * query.pageSize;
  const ids: string[] = [];
  let total = 0;
  for (const row of files.byNearest()) {
    const id = files.ids[row] ?? null;
    if (id === null || !ofKind(row) || !mine(row) || sought?.has(id) === false) continue;
    if (total >= from && ids.length < query.pageSize) ids.push(id);
    total += 1;
  }
  return { ids, total };
}

async function readOpen(ctx: Ctx, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`select ${FILE_COLUMNS}, c.due_on as "dueOn", c.clock as "dueClock"
    from procedures.file f
    left join lateral (select k.due_on, k.clock from procedures.clock k where k.district = f.district and k.file_id = f.id
      and k.stopped_on is null and k.due_on is not null order by k.due_on limit 1) c on true
    where f.district = ${ctx.district} and f.id = any(${[...ids]}::uuid[]) and ${readableAll(ctx)}`.execute(ctx.db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

interface Slice {
  readonly limit: number;
  readonly offset: number;
}

async function readClosed(ctx: Ctx, query: Query, { limit, offset }: Slice): Promise<{ rows: Row[]; total: number }> {
  const where = sql`f.district = ${ctx.district} and f.closed_at is not null and ${readableAll(ctx)}
    ${query.procedure === undefined ? sql`` : sql`and f.procedure = ${query.procedure}`}
    ${query.state === undefined ? sql`` : sql`and f.state = ${query.state}`}
    ${query.q === undefined ? sql`` : sql`and ${matches(query.q)}`}`;
  const { rows } = await sql<Row>`select ${FILE_COLUMNS}, null::date as "dueOn", null as "dueClock"
    from procedures.file f where ${where} order by f.opened_at desc, f.id limit ${limit} offset ${offset}`.execute(
    ctx.db,
  );
  const total = await sql<{ n: number }>`select count(*)::int as n from procedures.file f where ${where}`.execute(
    ctx.db,
  );
  return { rows, total: total.rows[0]?.n ?? 0 };
}

/** Files in the actor's reach: the open ones by their nearest clock, then the closed ones. A closed file waits for nobody. */
export async function listFiles(ctx: Ctx, query: Query): Promise<RouteOutput<Route>> {
  const open = query.closed === true ? { ids: [], total: 0 } : await openPage(ctx, query);
  const from = (query.page - 1) * query.pageSize;
  const rows = await readOpen(ctx, open.ids);
  const closed =
    query.closed === false || query.mine === true
      ? { rows: [], total: 0 }
      : await readClosed(ctx, query, {
          limit: query.pageSize - rows.length,
          offset: Math.max(0, from - open.total),
        });
  const items = [];
  for (const row of [...rows, ...closed.rows]) items.push(await withWork(ctx, row));
  return { items, total: open.total + closed.total, page: query.page, pageSize: query.pageSize };
}
