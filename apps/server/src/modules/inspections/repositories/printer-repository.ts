import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type PageRequest, selectPageOf } from './sql.ts';

export interface PrinterRow {
  readonly id: string;
  readonly party_id: string | null;
  readonly name: string;
  readonly uscc: string | null;
  readonly town_code: string | null;
  readonly address: string | null;
  readonly licence_no: string | null;
  readonly licence_to: string | null;
  readonly scope: string | null;
  readonly contact: string | null;
  readonly registered_on: string;
  readonly ended_on: string | null;
  readonly end_reason: string | null;
  readonly version: number;
  readonly people: number;
  readonly entries: number;
  readonly gaps: number;
  readonly checked_on: string | null;
}

/** A commission without its papers, or not archived: what the law wants on file and the ledger does not show. */
const gap = sql<boolean>`e.kind = 'intake' and not exists (select 1 from inspections.printer_entry x where x.district = e.district and x.reverses = e.id)
  and e.reverses is null and (not coalesce((e.papers ->> 'identity')::boolean, false) or not coalesce((e.papers ->> 'sample')::boolean, false)
    or (e.mark_number is not null and not coalesce((e.papers ->> 'registration')::boolean, false)) or e.archived_on is null)`;

const columns = sql`m.id, m.party_id, m.name, m.uscc, m.town_code, m.address, m.licence_no, m.licence_to, m.scope, m.contact, m.registered_on, m.ended_on,
  m.end_reason, m.version,
  (select count(*) from inspections.printer_person p where p.district = m.district and p.printer_id = m.id and p.to_on is null)::int as people,
  (select count(*) from inspections.printer_entry e where e.district = m.district and e.printer_id = m.id)::int as entries,
  (select count(*) from inspections.printer_entry e where e.district = m.district and e.printer_id = m.id and ${gap})::int as gaps,
  (select max(t.checked_on) from inspections.task t where t.district = m.district and t.object_kind = 'printer' and t.object_id = m.id) as checked_on`;
const source = sql`inspections.printer m`;

/** Towns a permission reaches: those of the scope and those of its branches; undefined for the whole district. */
export function townsWithin(ctx: Ctx, permission: string): readonly string[] | undefined {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return undefined;
  const branches = ctx.services.jurisdiction.bodies.filter((body) => scope.organisations.includes(body.code));
  return [...scope.towns, ...branches.flatMap((body) => body.townCode ?? [])];
}

/** Printers of the district, of the towns a permission reaches, or the own business. */
function printersWithin(ctx: Ctx, permission: string): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(m.town_code = any(${[...(townsWithin(ctx, permission) ?? [])]}::text[])
    or m.party_id = any(${[...scope.parties]}::uuid[]))`;
}

export interface PrinterFilter {
  readonly q?: string | undefined;
  readonly town?: readonly string[] | undefined;
  readonly licence?: readonly string[] | undefined;
  readonly checked?: boolean | undefined;
  readonly gaps?: boolean | undefined;
  readonly ended?: boolean | undefined;
}

/** Where the licence stands on a day. */
export const licenceOn = (row: Pick<PrinterRow, 'licence_no' | 'licence_to'>, day: string) =>
  row.licence_no === null ? 'missing' : row.licence_to !== null && row.licence_to < day ? 'ended' : 'valid';

export function printerTests(ctx: Ctx, permission: string, filter: PrinterFilter): RawBuilder<unknown>[] {
  const tests: RawBuilder<unknown>[] = [sql`m.district = ${ctx.district}`, printersWithin(ctx, permission)];
  const q = filter.q?.trim();
  if (q) {
    const pattern = containsPattern(q);
    tests.push(
      sql`(m.name ilike ${pattern} or m.uscc ilike ${pattern} or m.licence_no ilike ${pattern} or m.address ilike ${pattern})`,
    );
  }
  if (filter.town?.length) tests.push(sql`coalesce(m.town_code, 'none') = any(${[...filter.town]}::text[])`);
  if (filter.licence?.length)
    tests.push(sql`(case when m.licence_no is null then 'missing' when m.licence_to < ${ctx.today}::date then 'ended' else 'valid' end)
      = any(${[...filter.licence]}::text[])`);
  const yes = (flag: boolean | undefined, test: RawBuilder<unknown>) => {
    if (flag !== undefined) tests.push(flag ? test : sql`not (${test})`);
  };
  yes(
    filter.checked,
    sql`exists (select 1 from inspections.task t where t.district = m.district and t.object_kind = 'printer' and t.object_id = m.id
      and t.checked_on >= date_trunc('year', ${ctx.today}::date))`,
  );
  yes(
    filter.gaps,
    sql`exists (select 1 from inspections.printer_entry e where e.district = m.district and e.printer_id = m.id and ${gap})`,
  );
  yes(filter.ended ?? false, sql`m.ended_on is not null`);
  return tests;
}

const ORDERS: Readonly<Record<string, RawBuilder<unknown>>> = {
  name: sql`m.name`,
  town: sql`m.town_code`,
  licenceTo: sql`m.licence_to`,
  checkedOn: sql`checked_on`,
  gaps: sql`gaps`,
};

export const selectPrinters = (db: Db, tests: readonly RawBuilder<unknown>[], page: PageRequest) =>
  selectPageOf<PrinterRow>(db, { columns, source, tests, orders: ORDERS, first: sql`m.name`, page });

export async function findPrinter(db: Db, ctx: Ctx, id: string, permission: string): Promise<PrinterRow | undefined> {
  const { rows } = await sql<PrinterRow>`select ${columns} from ${source}
    where m.district = ${ctx.district} and m.id = ${id} and ${printersWithin(ctx, permission)}`.execute(db);
  return rows[0];
}

export interface PrinterValues {
  readonly name: string;
  readonly uscc: string | null;
  readonly partyId: string | null;
  readonly townCode: string | null;
  readonly address: string | null;
  readonly licenceNo: string | null;
  readonly licenceTo: string | null;
  readonly scope: string | null;
  readonly contact: string | null;
}

export async function insertPrinter(tx: Tx, ctx: Ctx, id: string, p: PrinterValues): Promise<void> {
  await sql`insert into inspections.printer (district, id, party_id, name, uscc, town_code, address, licence_no, licence_to, scope, contact, registered_on,
      updated_by, updated_at)
    values (${ctx.district}, ${id}, ${p.partyId}, ${p.name}, ${p.uscc}, ${p.townCode}, ${p.address}, ${p.licenceNo}, ${p.licenceTo}, ${p.scope},
      ${p.contact}, ${ctx.today}, ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

export async function updatePrinterRow(
  tx: Tx,
  ctx: Ctx,
  id: string,
  version: number,
  p: PrinterValues,
): Promise<boolean> {
  const { rows } =
    await sql`update inspections.printer set party_id = ${p.partyId}, name = ${p.name}, uscc = ${p.uscc}, town_code = ${p.townCode},
      address = ${p.address}, licence_no = ${p.licenceNo}, licence_to = ${p.licenceTo}, scope = ${p.scope}, contact = ${p.contact},
      version = version + 1, updated_by = ${ctx.actor.displayName}, updated_at = ${ctx.now}
    where district = ${ctx.district} and id = ${id} and version = ${version} and ended_on is null returning 1`.execute(
      tx,
    );
  return rows.length > 0;
}

/** The register's entry of the same firm that has not ended. */
export async function findSame(db: Db, ctx: Ctx, p: PrinterValues): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string;
  }>`select id from inspections.printer where district = ${ctx.district} and ended_on is null
    and (party_id = ${p.partyId} or uscc = ${p.uscc} or (uscc is null and ${p.uscc}::text is null and name = ${p.name})) limit 1`.execute(
    db,
  );
  return rows[0]?.id;
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly part: string;
  readonly trainedOn: string | null;
  readonly certificateNo: string | null;
  readonly fromOn: string;
  readonly toOn: string | null;
}

export async function listPersons(db: Db, district: string, printerId: string): Promise<PersonRow[]> {
  const { rows } =
    await sql<PersonRow>`select id, name, part, trained_on as "trainedOn", certificate_no as "certificateNo", from_on as "fromOn",
      to_on as "toOn" from inspections.printer_person where district = ${district} and printer_id = ${printerId}
    order by to_on nulls first, from_on, id`.execute(db);
  return rows;
}
