import type { MeasureKind } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { MeasureEvent } from '../domain/measure-clock.ts';

export interface MeasureRow {
  readonly id: string;
  readonly fileId: string;
  readonly number: string;
  readonly kind: MeasureKind;
  readonly rule: string;
  readonly startedOn: string;
  readonly place: string;
  readonly holder: string;
  readonly ground: string;
  readonly approvedBy: string;
  readonly documentNo: string | null;
  readonly events: readonly MeasureEvent[];
  readonly dueOn: string | null;
  readonly state: 'running' | 'ended';
  readonly endedOn: string | null;
  readonly outcome: 'released' | 'seized' | 'confiscated' | 'handed-over' | 'destroyed' | null;
  readonly endReason: string | null;
  readonly orderedBy: string;
  readonly version: number;
  /** Its clock among those of the file; null until it was first kept there. */
  readonly clockRound: number | null;
  /** The preservation whose things it took over. */
  readonly carriedFrom: string | null;
}

export const MEASURE = sql`m.id, m.file_id as "fileId", m.number, m.kind, m.rule, m.started_on as "startedOn", m.place, m.holder, m.ground,
  m.approved_by as "approvedBy", m.document_no as "documentNo", m.events, m.due_on as "dueOn", m.state, m.ended_on as "endedOn", m.outcome,
  m.end_reason as "endReason", m.ordered_by_name as "orderedBy", m.version, m.clock_round as "clockRound", m.carried_from as "carriedFrom"`;

export async function listMeasureRows(db: Db, district: string, fileId: string): Promise<MeasureRow[]> {
  const { rows } = await sql<MeasureRow>`select ${MEASURE} from evidence.measure m
    where m.district = ${district} and m.file_id = ${fileId} order by m.started_on, m.number`.execute(db);
  return rows;
}

/** @param lock holds the row until the end of the transaction */
export async function findMeasure(db: Db, district: string, id: string, lock = false): Promise<MeasureRow | undefined> {
  const { rows } = await sql<MeasureRow>`select ${MEASURE} from evidence.measure m
    where m.district = ${district} and m.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

export async function insertMeasure(tx: Tx, ctx: Ctx, row: MeasureRow): Promise<void> {
  await sql`insert into evidence.measure (district, id, file_id, number, kind, rule, started_on, place, holder, ground, approved_by, document_no, events,
      due_on, state, carried_from, ordered_by_name, ordered_at)
    values (${ctx.district}, ${row.id}, ${row.fileId}, ${row.number}, ${row.kind}, ${row.rule}, ${row.startedOn}, ${row.place}, ${row.holder},
      ${row.ground}, ${row.approvedBy}, ${row.documentNo}, ${JSON.stringify(row.events)}, ${row.dueOn}, 'running', ${row.carriedFrom}, ${row.orderedBy}, ${ctx.now})`.execute(
    tx,
  );
}

/** Whether a seizure has taken over the things of this preservation. */
export async function isCarriedOver(db: Db, district: string, id: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from evidence.measure where district = ${district} and carried_from = ${id}`.execute(db);
  return rows.length > 0;
}

export async function saveMeasureClock(
  tx: Tx,
  district: string,
  id: string,
  clock: { events: readonly MeasureEvent[]; dueOn: string | null },
): Promise<void> {
  await sql`update evidence.measure set events = ${JSON.stringify(clock.events)}, due_on = ${clock.dueOn}, version = version + 1
    where district = ${district} and id = ${id}`.execute(tx);
}

export interface ThingRow {
  readonly id: string;
  readonly measureId: string;
  readonly no: number;
  readonly code: string;
  readonly name: string;
  readonly spec: string | null;
  readonly quantity: number;
  readonly unit: string;
  readonly mark: string | null;
  readonly condition: string | null;
  readonly storage: string;
  readonly photoItemId: string | null;
  readonly custodyHead: string | null;
}

const THING = sql`t.id, t.measure_id as "measureId", t.no, t.code, t.name, t.spec, t.quantity, t.unit, t.mark, t.condition, t.storage,
  t.photo_item_id as "photoItemId", t.custody_head as "custodyHead"`;

export async function listThings(db: Db, district: string, measureIds: readonly string[]): Promise<ThingRow[]> {
  const { rows } = await sql<ThingRow>`select ${THING} from evidence.thing t
    where t.district = ${district} and t.measure_id = any(${[...measureIds]}::uuid[]) order by t.measure_id, t.no`.execute(
    db,
  );
  return rows;
}

export async function findThingBy(
  db: Db,
  district: string,
  key: { readonly id: string } | { readonly code: string },
): Promise<ThingRow | undefined> {
  const wanted = 'id' in key ? sql`t.id = ${key.id}` : sql`t.code = ${key.code}`;
  const { rows } =
    await sql<ThingRow>`select ${THING} from evidence.thing t where t.district = ${district} and ${wanted}`.execute(db);
  return rows[0];
}

export async function insertThing(tx: Tx, district: string, row: ThingRow): Promise<void> {
  await sql`insert into evidence.thing (district, id, measure_id, no, code, name, spec, quantity, unit, mark, condition, storage, photo_item_id)
    values (${district}, ${row.id}, ${row.measureId}, ${row.no}, ${row.code}, ${row.name}, ${row.spec}, ${row.quantity}, ${row.unit}, ${row.mark},
      ${row.condition}, ${row.storage}, ${row.photoItemId})`.execute(tx);
}

export interface DisposalRow {
  readonly thingId: string;
  readonly way: 'returned' | 'confiscated' | 'destroyed' | 'auctioned' | 'handed-over' | 'tested' | 'carried-over';
  readonly quantity: number;
  readonly on: string;
  readonly basis: string;
  readonly receiver: string | null;
  readonly witness: string | null;
  readonly reason: string;
  readonly by: string;
}

export async function listDisposals(db: Db, district: string, thingIds: readonly string[]): Promise<DisposalRow[]> {
  const { rows } =
    await sql<DisposalRow>`select thing_id as "thingId", way, quantity, done_on as "on", basis, receiver, witness, reason, by_name as "by"
    from evidence.disposal where district = ${district} and thing_id = any(${[...thingIds]}::uuid[]) order by at, id`.execute(
      db,
    );
  return rows;
}

export async function insertDisposal(tx: Tx, ctx: Ctx, id: string, row: Omit<DisposalRow, 'by'>): Promise<void> {
  await sql`insert into evidence.disposal (district, id, thing_id, way, quantity, done_on, basis, receiver, witness, reason, by_name, at)
    values (${ctx.district}, ${id}, ${row.thingId}, ${row.way}, ${row.quantity}, ${row.on}, ${row.basis}, ${row.receiver}, ${row.witness},
      ${row.reason}, ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

/** What is still held: confiscation changes whose it is, not where it is. */
export function heldOf(quantity: number, disposals: readonly Pick<DisposalRow, 'way' | 'quantity'>[]): number {
  const gone = disposals.filter(({ way }) => way !== 'confiscated').reduce((sum, one) => sum + one.quantity, 0);
  return Number((quantity - gone).toFixed(6));
}
