import { sql } from 'kysely';
import type { Ctx } from '../../context/context.ts';
import type { JobTask } from '../../jobs/job-task.ts';
import type { ProcedureFile } from '../definition.ts';
import type { Handler } from '../handlers.ts';
import { waitedOut } from './desk-scope.ts';
import { type FileLine, type FileSituation, OpenFiles } from './open-files.ts';

const CHUNK = 5000;
/** Changes are kept for some days; whoever has not read for longer than this loads anew. */
const ANEW_AFTER_MS = 86_400_000;
const KEPT_DAYS = 3;

/** How far a reader has read. */
interface Mark {
  /** Oldest transaction that was open then: whatever is older had ended, and was seen. */
  readonly xid: string;
  /** Of the later ones, those that had ended and were taken in. */
  readonly taken: readonly string[];
  readonly at: number;
}

interface Slot {
  files: OpenFiles;
  mark: Mark | undefined;
  running: Promise<void> | undefined;
  next: Promise<void> | undefined;
}

/** Between the parts of a list, and between the words of a part: signs no name holds. */
const NEXT = '\u001e';
const WITHIN = '\u001f';

interface Row extends Pick<ProcedureFile, 'id' | 'procedure' | 'state' | 'townCode' | 'partyId'> {
  readonly closed: boolean;
  readonly opened: number;
  readonly bodies: string;
  readonly clocks: string | null;
  readonly handlers: string | null;
  readonly acted: string | null;
}

const parts = (list: string | null): string[] => (list === null || list === '' ? [] : list.split(NEXT));

function situationOf({ procedure, state, townCode, partyId, bodies, handlers, acted }: Row): FileSituation {
  return {
    procedure,
    state,
    townCode,
    partyId,
    organisations: parts(bodies),
    handlers: parts(handlers).map((one) => {
      const [userId, part, name] = one.split(WITHIN) as [string, Handler['part'], string];
      return { userId, part, name };
    }),
    acted: new Set(parts(acted)),
  };
}

async function readLines(ctx: Ctx, ids: readonly string[]): Promise<FileLine[]> {
  const definitions = [...ctx.services.procedures.values()];
  const out = new Set(waitedOut(definitions));
  const barring = [...new Set(definitions.flatMap((one) => one.actions.flatMap((action) => action.apart ?? [])))];
  const { rows } = await sql<Row>`select f.id, f.procedure, f.state, f.town_code as "townCode", f.party_id as "partyId",
      array_to_string(f.organisations, ${NEXT}) as bodies, f.closed_at is not null as closed, extract(epoch from f.opened_at)::float8 as opened,
      (select string_agg(k.clock || ${WITHIN} || coalesce(k.due_on::text, ''), ${NEXT}) from procedures.clock k
        where k.district = f.district and k.file_id = f.id and k.stopped_on is null) as clocks,
      (select string_agg(h.user_id || ${WITHIN} || h.part || ${WITHIN} || h.name, ${NEXT} order by h.user_id, h.part desc) from procedures.handler h
        where h.district = f.district and h.file_id = f.id and h.until is null) as handlers,
      (select string_agg(distinct l.actor_id || ' ' || l.action, ${NEXT}) from procedures.action_log l
        where l.district = f.district and l.file_id = f.id and l.actor_id is not null and l.action = any(${barring}::text[])) as acted
    from procedures.file f where f.district = ${ctx.district} and f.id = any(${[...ids]}::uuid[])`.execute(
    ctx.services.db,
  );
  return rows.map((row) => ({
    id: row.id,
    closed: row.closed,
    opened: row.opened,
    situation: {
      key: [row.procedure, row.state, row.townCode, row.partyId, row.bodies, row.handlers, row.acted].join('\n'),
      make: () => situationOf(row),
    },
    clocks: parts(row.clocks).map((one) => {
      const [clock, dueOn] = one.split(WITHIN) as [string, string];
      return { dueOn: dueOn === '' ? null : dueOn, waits: out.has(`${row.procedure}:${clock}`) };
    }),
  }));
}

/** What changed since a mark, and the mark for the next time; both of one snapshot. */
async function changedSince(ctx: Ctx, mark: Mark): Promise<{ ids: string[]; mark: Mark }> {
  const { rows } = await sql<{ xid: string; ids: string[]; ended: string[] }>`with seen as (
      select c.file_id, c.xid from procedures.file_change c
      where c.district = ${ctx.district} and c.xid >= ${mark.xid}::xid8 and c.xid <> all(${[...mark.taken]}::xid8[]))
    select pg_snapshot_xmin(pg_current_snapshot())::text as xid, array(select distinct file_id from seen)::text[] as ids,
      array(select distinct xid from seen)::text[] as ended`.execute(ctx.services.db);
  const { xid, ids, ended } = rows[0] as { xid: string; ids: string[]; ended: string[] };
  const taken = [...mark.taken, ...ended].filter((one) => BigInt(one) >= BigInt(xid));
  return { ids, mark: { xid, taken, at: ctx.now.getTime() } };
}

async function takeIn(ctx: Ctx, files: OpenFiles, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += CHUNK) {
    const lines = await readLines(ctx, ids.slice(at, at + CHUNK));
    // Without a break between the lines: a reader never sees half of them.
    for (const line of lines) files.put(line);
  }
}

async function load(ctx: Ctx, slot: Slot): Promise<void> {
  const { rows: now } = await sql<{ xid: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(
    ctx.services.db,
  );
  const mark = { xid: now[0]?.xid ?? '0', taken: [], at: ctx.now.getTime() };
  const { rows } = await sql<{ id: string }>`select id from procedures.file
    where district = ${ctx.district} and closed_at is null order by id`.execute(ctx.services.db);
  const files = new OpenFiles();
  await takeIn(
    ctx,
    files,
    rows.map(({ id }) => id),
  );
  slot.files = files;
  slot.mark = mark;
}

async function catchUp(ctx: Ctx, slot: Slot): Promise<void> {
  if (slot.mark === undefined || ctx.now.getTime() - slot.mark.at > ANEW_AFTER_MS) return load(ctx, slot);
  const { ids, mark } = await changedSince(ctx, slot.mark);
  await takeIn(ctx, slot.files, ids);
  slot.mark = mark;
}

const slots = new WeakMap<object, Map<string, Slot>>();

function slotOf(ctx: Ctx): Slot {
  const ofDistrict = slots.get(ctx.services) ?? new Map<string, Slot>();
  slots.set(ctx.services, ofDistrict);
  const slot = ofDistrict.get(ctx.district) ?? {
    files: new OpenFiles(),
    mark: undefined,
    running: undefined,
    next: undefined,
  };
  ofDistrict.set(ctx.district, slot);
  return slot;
}

function begin(ctx: Ctx, slot: Slot): Promise<void> {
  slot.running = catchUp(ctx, slot).finally(() => {
    slot.running = undefined;
  });
  return slot.running;
}

/** The open files with everything that was committed when this was asked. To be read without waiting in between. */
export async function openFilesNow(ctx: Ctx): Promise<OpenFiles> {
  const slot = slotOf(ctx);
  if (slot.running !== undefined)
    // It may have looked before the last commit: the next one has not, and serves all who ask meanwhile.
    slot.next ??= slot.running
      .catch(() => undefined)
      .then(() => {
        slot.next = undefined;
        return begin(ctx, slot);
      });
  await (slot.next ?? begin(ctx, slot));
  return slot.files;
}

const DAY_MINUTES = 1440;

/** Clears changes that every reader has taken in long ago. */
export const clearChangesTask: JobTask = {
  task: 'procedures.clear-changes',
  label: { zh: '清理办件变动记录', en: 'Clear the notes of changed files' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'desk',
  everyMinutes: DAY_MINUTES,
  async run(ctx) {
    await sql`delete from procedures.file_change where district = ${ctx.district}
      and at < clock_timestamp() - make_interval(days => ${KEPT_DAYS})`.execute(ctx.db);
  },
};
