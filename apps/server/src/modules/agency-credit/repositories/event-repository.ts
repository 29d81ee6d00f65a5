import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CreditEvent } from '../domain/credit-event.ts';

export type EventOrigin = 'register' | 'signal' | 'association' | 'officer';

export interface EventRow {
  readonly id: string;
  readonly subject_type: 'agency' | 'person';
  readonly subject_id: string;
  readonly subject_label: string;
  readonly agency_id: string | null;
  readonly sort: string;
  readonly happened_on: string;
  readonly expires_on: string | null;
  readonly revoked_on: string | null;
  readonly revoked_basis: string | null;
  readonly repaired_on: string | null;
  readonly document_no: string | null;
  readonly document_key: string | null;
  readonly authority: string;
  readonly text: string;
  readonly origin: EventOrigin;
  readonly origin_key: string;
  readonly source: { readonly importId?: string; readonly row?: number } | null;
  readonly proof_sha256: string | null;
  readonly proof_name: string | null;
  readonly proof_media_type: string | null;
  readonly entered_by_name: string;
  readonly entered_at: string;
  readonly withdrawn_at: string | null;
  readonly withdrawn_reason: string | null;
}

const COLUMNS = sql`e.id, e.subject_type, e.subject_id, e.subject_label, e.agency_id, e.sort, e.happened_on, e.expires_on, e.revoked_on,
  e.revoked_basis, e.repaired_on, e.document_no, e.document_key, e.authority, e.text, e.origin, e.origin_key, e.source, e.proof_sha256,
  e.proof_name, e.proof_media_type, e.entered_by_name, e.entered_at, e.withdrawn_at, e.withdrawn_reason`;

export const toCreditEvent = (row: EventRow): CreditEvent => ({
  id: row.id,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  sort: row.sort,
  on: row.happened_on,
  expiresOn: row.expires_on,
  revokedOn: row.revoked_on,
  repairedOn: row.repaired_on,
  withdrawn: row.withdrawn_at !== null,
  documentKey: row.document_key,
});

/** Everything that may count in a district, in the shape the rules read; withdrawn events are left out. */
export async function loadCreditEvents(db: Db, district: string): Promise<CreditEvent[]> {
  const { rows } =
    await sql<CreditEvent>`select id, subject_type as "subjectType", subject_id as "subjectId", sort, happened_on as "on",
      expires_on as "expiresOn", revoked_on as "revokedOn", repaired_on as "repairedOn", false as withdrawn, document_key as "documentKey"
    from agency_credit.event where district = ${district} and withdrawn_at is null`.execute(db);
  return rows;
}

export async function listSubjectEvents(db: Db, district: string, subjectIds: readonly string[]): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`select ${COLUMNS} from agency_credit.event e
    where e.district = ${district} and e.subject_id = any(${subjectIds}::uuid[]) order by e.happened_on desc, e.id`.execute(
    db,
  );
  return rows;
}

/** Events of an agency's people: by the agency they were entered with. */
export async function listPeopleOf(db: Db, district: string, agencyId: string): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`select ${COLUMNS} from agency_credit.event e
    where e.district = ${district} and e.subject_type = 'person' and e.agency_id = ${agencyId} order by e.happened_on desc, e.id`.execute(
    db,
  );
  return rows;
}

export async function findEvent(db: Db, district: string, id: string, lock = false): Promise<EventRow | undefined> {
  const { rows } = await sql<EventRow>`select ${COLUMNS} from agency_credit.event e
    where e.district = ${district} and e.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

export interface EventFilter {
  readonly q?: string | undefined;
  readonly sortOf?: readonly string[] | undefined;
  readonly origin?: string | undefined;
  readonly agency?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const like = (q: string) => `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** @param agencyIds agencies in the reader's reach; undefined = all */
export async function selectEvents(
  db: Db,
  district: string,
  {
    filter,
    agencyIds,
    page,
    pageSize,
  }: {
    readonly filter: EventFilter;
    readonly agencyIds: readonly string[] | undefined;
    readonly page: number;
    readonly pageSize: number;
  },
): Promise<{ readonly rows: EventRow[]; readonly total: number }> {
  const tests: RawBuilder<unknown>[] = [sql`e.district = ${district}`];
  if (agencyIds !== undefined) tests.push(sql`e.agency_id = any(${agencyIds}::uuid[])`);
  if (filter.agency !== undefined) tests.push(sql`e.agency_id = ${filter.agency}`);
  if (filter.origin !== undefined) tests.push(sql`e.origin = ${filter.origin}`);
  if (filter.sortOf !== undefined && filter.sortOf.length > 0) tests.push(sql`e.sort = any(${filter.sortOf}::text[])`);
  if (filter.from !== undefined) tests.push(sql`e.happened_on >= ${filter.from}::date`);
  if (filter.to !== undefined) tests.push(sql`e.happened_on <= ${filter.to}::date`);
  const words = filter.q?.trim();
  if (words)
    tests.push(
      sql`(e.subject_label ilike ${like(words)} or e.text ilike ${like(words)} or e.document_no ilike ${like(words)})`,
    );
  const where = sql.join(tests, sql` and `);
  const { rows } = await sql<EventRow>`select ${COLUMNS} from agency_credit.event e where ${where}
    order by e.happened_on desc, e.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*) as n from agency_credit.event e where ${where}`.execute(db);
  return { rows, total: Number(counted.rows[0]?.n ?? 0) };
}

export interface NewEvent {
  readonly id: string;
  readonly subjectType: 'agency' | 'person';
  readonly subjectId: string;
  readonly subjectLabel: string;
  readonly agencyId: string | null;
  readonly sort: string;
  readonly on: string;
  readonly expiresOn: string | null;
  readonly revokedOn: string | null;
  readonly revokedBasis: string | null;
  readonly documentNo: string | null;
  readonly documentKey: string | null;
  readonly authority: string;
  readonly text: string;
  readonly origin: EventOrigin;
  readonly originKey: string;
  readonly source: object | null;
  readonly proof: {
    readonly sha256: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
  } | null;
  readonly enteredBy: string | null;
  readonly enteredByName: string;
  readonly enteredAt: Date;
}

/** Takes an event in; the same origin sent again updates it and brings a withdrawn one back. Repairs and own revocations stay. */
export async function putEvent(tx: Tx, district: string, event: NewEvent): Promise<void> {
  const { proof } = event;
  await sql`insert into agency_credit.event (district, id, subject_type, subject_id, subject_label, agency_id, sort, happened_on, expires_on,
      revoked_on, revoked_basis, document_no, document_key, authority, text, origin, origin_key, source, proof_sha256, proof_name,
      proof_media_type, proof_size, entered_by, entered_by_name, entered_at)
    values (${district}, ${event.id}, ${event.subjectType}, ${event.subjectId}, ${event.subjectLabel}, ${event.agencyId}, ${event.sort},
      ${event.on}, ${event.expiresOn}, ${event.revokedOn}, ${event.revokedBasis}, ${event.documentNo}, ${event.documentKey},
      ${event.authority}, ${event.text}, ${event.origin}, ${event.originKey}, ${event.source === null ? null : JSON.stringify(event.source)},
      ${proof?.sha256 ?? null}, ${proof?.name ?? null}, ${proof?.mediaType ?? null}, ${proof?.size ?? null},
      ${event.enteredBy}, ${event.enteredByName}, ${event.enteredAt})
    on conflict (district, origin, origin_key) do update set subject_type = excluded.subject_type, subject_id = excluded.subject_id,
      subject_label = excluded.subject_label, agency_id = excluded.agency_id, sort = excluded.sort, happened_on = excluded.happened_on,
      expires_on = excluded.expires_on, revoked_on = coalesce(excluded.revoked_on, agency_credit.event.revoked_on),
      revoked_basis = coalesce(excluded.revoked_basis, agency_credit.event.revoked_basis), document_no = excluded.document_no,
      document_key = excluded.document_key, authority = excluded.authority, text = excluded.text, source = excluded.source,
      withdrawn_at = null, withdrawn_reason = null`.execute(tx);
}

export async function revokeEvent(
  tx: Tx,
  district: string,
  id: string,
  { on, basis }: { readonly on: string; readonly basis: string },
): Promise<void> {
  await sql`update agency_credit.event set revoked_on = ${on}, revoked_basis = ${basis}
    where district = ${district} and id = ${id}`.execute(tx);
}

export async function withdrawEvents(
  tx: Tx,
  district: string,
  ids: readonly string[],
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<void> {
  await sql`update agency_credit.event set withdrawn_at = ${at}, withdrawn_reason = ${reason}
    where district = ${district} and id = any(${ids}::uuid[]) and withdrawn_at is null`.execute(tx);
}

export async function repairEvents(
  tx: Tx,
  district: string,
  ids: readonly string[],
  { on, repairId }: { readonly on: string; readonly repairId: string },
): Promise<void> {
  await sql`update agency_credit.event set repaired_on = ${on}, repair_id = ${repairId}
    where district = ${district} and id = any(${ids}::uuid[]) and repaired_on is null`.execute(tx);
}

/** Keys of an origin that stand, of some agencies or all. */
export async function listOriginKeys(
  db: Db,
  district: string,
  origin: EventOrigin,
  agencyIds: readonly string[] | undefined,
): Promise<
  { readonly id: string; readonly origin_key: string; readonly subject_type: string; readonly subject_id: string }[]
> {
  const { rows } = await sql<{ id: string; origin_key: string; subject_type: string; subject_id: string }>`
    select id, origin_key, subject_type, subject_id from agency_credit.event
    where district = ${district} and origin = ${origin} and withdrawn_at is null
      ${agencyIds === undefined ? sql`` : sql`and agency_id = any(${agencyIds}::uuid[])`}`.execute(db);
  return rows;
}
