import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Values } from '../domain/values.ts';
import { within } from './agency-repository.ts';
import { type MatterFilter, type MatterRow, matterTests, type PageRequest, selectPageOf } from './matter-repository.ts';

export interface RequestRow extends MatterRow {
  readonly kind: 'registration' | 'change';
  readonly origin: 'agency' | 'officer' | 'census';
  readonly agency_id: string | null;
  readonly party_id: string | null;
  readonly name: string;
  readonly given: Values;
  readonly registered: Values;
  readonly effective_on: string | null;
  readonly reason: string;
  readonly filed_on: string | null;
  readonly late_days: number | null;
  readonly census_item_id: string | null;
  readonly result_agency_id: string | null;
  readonly draft_version: number;
}

const columns = sql`m.id, m.file_id, f.number, f.state, m.town_code, m.kind, m.origin, m.agency_id, m.party_id, m.name, m.given, m.registered,
  m.effective_on, m.reason, m.filed_on, m.late_days, m.census_item_id, m.result_agency_id, m.draft_version,
  (select max(l.at) from procedures.action_log l where l.district = f.district and l.file_id = f.id) as updated_at`;
const source = sql`agency_affairs.request m join procedures.file f on f.district = m.district and f.id = m.file_id`;

export async function findRequest(
  db: Db,
  district: string,
  id: string,
  scope: Scope = { kind: 'district' },
): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`select ${columns} from ${source}
    where m.district = ${district} and m.id = ${id} and ${within(scope, 'm')}`.execute(db);
  return rows[0];
}

export async function lockRequest(tx: Tx, district: string, id: string): Promise<RequestRow | undefined> {
  await sql`select 1 from agency_affairs.request where district = ${district} and id = ${id} for update`.execute(tx);
  return findRequest(tx, district, id);
}

export interface RequestFilter extends MatterFilter {
  readonly kind?: readonly string[] | undefined;
  readonly origin?: readonly string[] | undefined;
  readonly late?: boolean | undefined;
}

export function requestTests(district: string, scope: Scope, filter: RequestFilter): RawBuilder<unknown>[] {
  const tests = matterTests(district, scope, filter, sql`m.name`);
  if (filter.kind?.length) tests.push(sql`m.kind = any(${filter.kind}::text[])`);
  if (filter.origin?.length) tests.push(sql`m.origin = any(${filter.origin}::text[])`);
  if (filter.late !== undefined) tests.push(filter.late ? sql`m.late_days is not null` : sql`m.late_days is null`);
  return tests;
}

const ORDERS: Readonly<Record<string, RawBuilder<unknown>>> = {
  number: sql`f.number`,
  name: sql`m.name`,
  state: sql`f.state`,
  filedOn: sql`m.filed_on`,
  updatedAt: sql`updated_at`,
};

export const selectRequests = (db: Db, tests: readonly RawBuilder<unknown>[], page: PageRequest) =>
  selectPageOf<RequestRow>(db, { columns, source, tests, orders: ORDERS, page });

/** An unfinished request about the same agency or party. */
export async function findOpenRequest(
  db: Db,
  district: string,
  of: { readonly kind: string; readonly agencyId: string | null; readonly partyId: string | null },
): Promise<RequestRow | undefined> {
  const same = of.agencyId === null ? sql`m.party_id = ${of.partyId}` : sql`m.agency_id = ${of.agencyId}`;
  const { rows } = await sql<RequestRow>`select ${columns} from ${source}
    where m.district = ${district} and m.kind = ${of.kind} and ${same} and f.closed_at is null limit 1`.execute(db);
  return rows[0];
}

export interface NewRequest {
  readonly id: string;
  readonly fileId: string;
  readonly kind: RequestRow['kind'];
  readonly origin: RequestRow['origin'];
  readonly agencyId: string | null;
  readonly partyId: string | null;
  readonly name: string;
  readonly townCode: string | null;
  readonly given: Values;
  readonly effectiveOn?: string | null;
  readonly reason?: string;
  readonly censusItemId?: string | null;
}

export async function insertRequest(tx: Tx, ctx: Ctx, order: NewRequest): Promise<void> {
  await sql`insert into agency_affairs.request (district, id, file_id, kind, origin, agency_id, party_id, name, town_code, given,
      effective_on, reason, census_item_id, created_at)
    values (${ctx.district}, ${order.id}, ${order.fileId}, ${order.kind}, ${order.origin}, ${order.agencyId}, ${order.partyId},
      ${order.name}, ${order.townCode}, ${JSON.stringify(order.given)}, ${order.effectiveOn ?? null}, ${order.reason ?? ''},
      ${order.censusItemId ?? null}, ${ctx.now})`.execute(tx);
}

export async function saveRequestDraft(
  tx: Tx,
  district: string,
  id: string,
  draft: {
    readonly version: number;
    readonly given: Values;
    readonly effectiveOn: string | null;
    readonly reason: string;
    readonly name: string;
    readonly townCode: string | null;
  },
): Promise<number | undefined> {
  const { rows } = await sql<{
    version: number;
  }>`update agency_affairs.request set given = ${JSON.stringify(draft.given)},
      effective_on = ${draft.effectiveOn}, reason = ${draft.reason}, name = ${draft.name}, town_code = ${draft.townCode},
      draft_version = draft_version + 1
    where district = ${district} and id = ${id} and draft_version = ${draft.version} returning draft_version as version`.execute(
    tx,
  );
  return rows[0]?.version;
}

/** What the register said and how late it was, as of the filing. */
export async function markRequestFiled(
  tx: Tx,
  ctx: Ctx,
  id: string,
  filed: { readonly registered: Values; readonly lateDays: number | null },
): Promise<void> {
  await sql`update agency_affairs.request set filed_on = ${ctx.today}, registered = ${JSON.stringify(filed.registered)},
      late_days = ${filed.lateDays} where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function setRequestResult(tx: Tx, district: string, id: string, agencyId: string): Promise<void> {
  await sql`update agency_affairs.request set result_agency_id = ${agencyId} where district = ${district} and id = ${id}`.execute(
    tx,
  );
}

/** The label and the town of a file follow what its draft says. */
export async function renameFile(
  tx: Tx,
  district: string,
  fileId: string,
  to: { readonly label: string; readonly townCode: string | null },
): Promise<void> {
  await sql`update procedures.file set subject_label = ${to.label}, town_code = ${to.townCode}
    where district = ${district} and id = ${fileId}`.execute(tx);
}

/** One matter of a kind is begun at a time for the same agency: the rest waits its turn until the transaction ends. */
export async function takeTurn(tx: Tx, district: string, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agency-affairs:${district}:${key}`}, 0))`.execute(tx);
}
