import type { AgencyDetail } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { AgencyNote } from '../domain/agency.ts';
import { AGENCY_READ } from '../ip-agencies.catalogue.ts';
import { type AgencyRecord, agencyReach, selectCards, selectRecord, THERE } from '../repositories/agency-repository.ts';
import { agencyIndex } from './agency-index.ts';
import { agencyStandings } from './agency-standing.ts';
import { toAgencyRow } from './list-agencies.ts';
import { listGrounds } from './list-grounds.ts';
import { readFilingStats } from './read-filing-stats.ts';
import { readReports } from './read-reports.ts';

/** The record, if the actor's reach has it. @throws AppError platform.not-found */
export async function loadAgency(ctx: Ctx, id: string): Promise<AgencyRecord> {
  const record = await selectRecord(ctx.db, ctx.district, id, agencyReach(ctx, AGENCY_READ));
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}

export const remarksOf = (ctx: Ctx, notes: readonly AgencyNote[]) =>
  notes.map(({ code, field, zh, en }) => ({ code, field, text: ctx.language === 'zh' ? zh : en }));

const said = (value: unknown): string | null =>
  value === null || value === undefined ? null : Array.isArray(value) ? value.join('、') : String(value);

async function partsOf(ctx: Ctx, id: string) {
  const { district, db } = ctx;
  const names = await sql<AgencyDetail['names'][number]>`select name, sort from agencies.agency_name
    where district = ${district} and agency_id = ${id} order by position`.execute(db);
  const codes = await sql<{
    code: string;
  }>`select code from agencies.agency_code where district = ${district} and agency_id = ${id}
    order by current desc, code`.execute(db);
  const periods = await sql<
    Omit<AgencyDetail['periods'][number], 'inForce'>
  >`select filing_no as "filingNo", filed_from as "from", filed_until as "until"
    from agencies.filing_period where district = ${district} and agency_id = ${id} order by position desc`.execute(db);
  const branches = await sql<{ id: string; name: string }>`select a.id, a.name from agencies.agency a
    where a.district = ${district} and a.parent_id = ${id} and ${THERE} order by a.name`.execute(db);
  const changes = await sql<{
    id: string;
    field: string;
    before: unknown;
    value: unknown;
    on: string;
    basis: string;
    origin: 'list' | 'officer';
    by: string;
  }>`
    select id, field, before, value, happened_on as "on", basis, origin, actor_name as by from agencies.change
    where district = ${district} and agency_id = ${id} order by happened_on desc, recorded_at desc limit 200`.execute(
    db,
  );
  return {
    names: names.rows,
    codes: codes.rows.map((row) => row.code),
    periods: periods.rows.map((one) => ({
      ...one,
      inForce: one.from !== null && one.until !== null && one.from <= ctx.today && ctx.today <= one.until,
    })),
    branches: branches.rows,
    changes: changes.rows.map((one) => ({ ...one, before: said(one.before), value: said(one.value) })),
  };
}

/** Persons of grounds by the grounds' ids, and by what those were withdrawn. */
async function groundNotes(ctx: Ctx, id: string) {
  const { rows } = await sql<{
    id: string;
    person: string | null;
    basis: string | null;
  }>`select id, person_name as person, revoked_basis as basis
    from agencies.ground where district = ${ctx.district} and agency_id = ${id}`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everything the register knows of one agency. @throws AppError platform.not-found outside the actor's reach */
export async function getAgency(ctx: Ctx, id: string): Promise<AgencyDetail> {
  const record = await loadAgency(ctx, id);
  const data = await agencyIndex.get(ctx);
  const row = data.rowOf.get(record.id);
  if (row === undefined) throw new AppError('platform.not-found');
  const standings = await agencyStandings(ctx, data.ids);
  const parts = await partsOf(ctx, record.id);
  const [stats, grounds, notes] = [
    await readFilingStats(ctx, { agencyIds: [record.id] }),
    await listGrounds(ctx, { agencyIds: [record.id] }),
    await groundNotes(ctx, record.id),
  ];
  const parent =
    record.parentId === null
      ? undefined
      : (await selectCards(ctx.db, ctx.district, [record.parentId])).get(record.parentId);
  return {
    ...toAgencyRow(ctx, data, row, standings.get(record.id)),
    statusText: record.statusText,
    statusOn: record.statusOn,
    licenceNo: record.licenceNo,
    licensedOn: record.licensedOn,
    filingNo: record.filingNo,
    filingFrom: record.filingFrom,
    establishedOn: record.establishedOn,
    address: record.address,
    phone: record.phone,
    headName: record.headName,
    services: [...record.services],
    parent:
      parent !== undefined
        ? { id: parent.id, name: parent.name }
        : record.parentText === null
          ? null
          : { id: null, name: record.parentText },
    remarks: remarksOf(ctx, record.notes),
    ...parts,
    stats: stats.map(({ agencyId: _, ...stat }) => stat),
    grounds: grounds.map((ground) => ({
      id: ground.id,
      sort: ground.sort,
      person: notes.get(ground.id)?.person ?? null,
      on: ground.on,
      expiresOn: ground.expiresOn,
      revokedOn: ground.revokedOn,
      revokedBasis: notes.get(ground.id)?.basis ?? null,
      documentNo: ground.documentNo,
      authority: ground.authority,
      text: ground.text,
      amountFen: ground.amountFen,
    })),
    reports: await readReports(ctx, record, parts),
    updatedAt: record.updatedAt,
  };
}
