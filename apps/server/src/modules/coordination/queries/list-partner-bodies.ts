import type { RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { BODY_READ } from '../coordination.catalogue.ts';
import { listBodies, nameBody } from '../repositories/body-repository.ts';
import { handOversWithin, overrunOn } from '../repositories/hand-over-repository.ts';
import { tasksWithin } from '../repositories/task-repository.ts';

type Output = RouteOutput<(typeof routes)['listPartnerBodies']>;
type List = Output['items'][number]['lists'][number];

interface Counts {
  readonly body: string;
  readonly open: number;
  readonly late: number;
  readonly answered: number;
  readonly answeredInTime: number;
}

async function countHandOvers(ctx: Ctx): Promise<ReadonlyMap<string, Counts>> {
  const { rows } = await sql<Counts>`select x.body, count(*) filter (where f.closed_at is null)::int as open,
      count(*) filter (where f.closed_at is null and exists (select 1 from procedures.clock c where c.district = f.district and c.file_id = f.id
        and c.stopped_on is null and c.due_on < ${ctx.today}::date))::int as late,
      count(*) filter (where h.answered_on is not null and h.direction = 'out')::int as answered,
      count(*) filter (where h.answered_on is not null and h.direction = 'out' and not ${overrunOn(sql`${ctx.today}`)})::int as "answeredInTime"
    from coordination.hand_over h join procedures.file f on f.district = h.district and f.id = h.file_id
    cross join lateral (values (h.from_body), (h.to_body)) as x (body)
    where h.district = ${ctx.district} and ${handOversWithin(ctx)} group by x.body`.execute(ctx.db);
  return new Map(rows.map((row) => [row.body, row]));
}

async function countTasks(ctx: Ctx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ body: string; n: number }>`select o.body, count(*)::int as n
    from coordination.task t join procedures.file f on f.district = t.district and f.id = t.file_id, unnest(f.organisations) as o (body)
    where t.district = ${ctx.district} and f.closed_at is null and ${tasksWithin(ctx)} group by o.body`.execute(ctx.db);
  return new Map(rows.map((row) => [row.body, row.n]));
}

/** The latest committed list of each kind of each sender. */
async function latestLists(ctx: Ctx): Promise<readonly (List & { readonly sender: string | null })[]> {
  if (!may(ctx, 'imports.import.read')) return [];
  const { rows } = await sql<{
    id: string;
    kind: string;
    sender: string | null;
    fileName: string;
    asOf: string | null;
    committedAt: string;
    rows: number;
  }>`select distinct on (i.sender, i.kind) i.id, i.kind, i.sender, i.file_name as "fileName", i.as_of as "asOf", i.committed_at as "committedAt",
      coalesce((i.counts ->> 'accepted')::int, 0) as rows
    from imports.import i where i.district = ${ctx.district} and i.state = 'committed' and i.sender is not null
    order by i.sender, i.kind, i.committed_at desc`.execute(ctx.db);
  return rows.map(({ id, ...row }) => ({
    ...row,
    // The habit says who writes such files; where it is the same for all departments, the name of the file tells.
    sender: [
      ctx.services.importKinds.get(row.kind)?.senders.find((one) => one.code === row.sender)?.label.zh,
      row.fileName,
    ].join(' '),
    importId: id,
    kindLabel: ctx.services.importKinds.get(row.kind)?.label[ctx.language] ?? row.kind,
  }));
}

/** Bodies one works with; the lists that came from each by its name or short name as senders write it. */
export async function listPartnerBodies(ctx: Ctx): Promise<Output> {
  const scope = scopeFor(ctx, BODY_READ);
  const mine = scope.kind === 'places' ? new Set(scope.organisations) : undefined;
  const counts = await countHandOvers(ctx);
  const tasks = await countTasks(ctx);
  const lists = await latestLists(ctx);
  const known = new Set<string>();
  const items = (await listBodies(ctx)).map(({ code, kind }) => {
    const body = nameBody(ctx, code);
    const own = lists.filter(
      ({ sender }) => sender !== null && (sender === body.name || sender.includes(body.shortName)),
    );
    for (const one of own) known.add(one.importId);
    const { open = 0, late = 0, answered = 0, answeredInTime = 0 } = counts.get(code) ?? {};
    return {
      ...body,
      kind,
      own: mine?.has(code) ?? false,
      open,
      late,
      answered,
      answeredInTime,
      tasks: tasks.get(code) ?? 0,
      lists: own.map(({ sender: _sender, ...list }) => list),
    };
  });
  return { items, otherLists: lists.filter((one) => !known.has(one.importId)).length };
}
