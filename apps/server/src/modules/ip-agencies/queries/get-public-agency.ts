import { maskPersonalInformation } from '@jince/law';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { selectCards, selectRecord, THERE } from '../repositories/agency-repository.ts';
import type { FilingStats, GroundSort, PublicAgencyDetail } from '../types.ts';
import { agencyIndex } from './agency-index.ts';
import { agencyStandings } from './agency-standing.ts';
import { listGrounds } from './list-grounds.ts';
import { listAgencyPeople } from './list-people.ts';
import { toPublicAgency } from './public-directory.ts';
import { filingsSql } from './read-filing-stats.ts';

/** Sorts of grounds the public is told of; reports that came late are the office's own matter. */
const PUBLIC_SORTS: readonly GroundSort[] = [
  'penalty',
  'abnormal-operation',
  'serious-dishonesty',
  'association-discipline',
  'honour',
];
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const YEARS = 5;

/** A number of a natural person's telephone is masked; that of an office is business contact. */
const shownPhone = (ctx: Ctx, phone: string | null): string | null =>
  phone?.replace(MOBILE, (number) => maskPersonalInformation('phone', number, ctx.today)) ?? null;

async function yearsOf(ctx: Ctx, agencyId: string): Promise<PublicAgencyDetail['years']> {
  const from = Number(ctx.today.slice(0, 4)) - YEARS + 1;
  const { rows } = await sql<PublicAgencyDetail['years'][number] & { right: FilingStats['right'] }>`
    select extract(year from f.filed_on)::int as year, f."right", count(*)::int as filed,
      count(*) filter (where f.outcome = 'granted')::int as granted, count(*) filter (where f.outcome = 'refused')::int as refused,
      count(*) filter (where f.abnormal)::int as abnormal
    from (${filingsSql(ctx)}) f where f.agency_id = ${agencyId} and f.filed_on >= make_date(${from}::int, 1, 1)
    group by 1, 2 order by 1, 2`.execute(ctx.db);
  return rows;
}

/**
 * One agency as the public may see it: the fields of the directory with its professionals by name and number of
 * qualification, filings of five years, and what stands against it, withdrawn ones with the day. No permission is needed.
 * @throws AppError platform.not-found
 */
export async function getPublicAgency(ctx: Ctx, id: string): Promise<PublicAgencyDetail> {
  const record = await selectRecord(ctx.db, ctx.district, id, sql<boolean>`true`);
  if (record === undefined) throw new AppError('platform.not-found');
  const data = await agencyIndex.get(ctx);
  const row = data.rowOf.get(record.id);
  if (row === undefined) throw new AppError('platform.not-found');
  const standings = await agencyStandings(ctx, data.ids);
  const [people, grounds] = [
    await listAgencyPeople(ctx, record.id, ctx.today),
    await listGrounds(ctx, { agencyIds: [record.id] }),
  ];
  const parent =
    record.parentId === null
      ? undefined
      : (await selectCards(ctx.db, ctx.district, [record.parentId])).get(record.parentId);
  const branches = await sql<{ id: string; name: string }>`select a.id, a.name from agencies.agency a
    where a.district = ${ctx.district} and a.parent_id = ${record.id} and ${THERE} order by a.name`.execute(ctx.db);
  return {
    ...toPublicAgency(ctx, data, row, standings.get(record.id)),
    address: record.address,
    phone: shownPhone(ctx, record.phone),
    headName: record.headName,
    licenceNo: record.licenceNo,
    licensedOn: record.licensedOn,
    filingNo: record.filingNo,
    filingFrom: record.filingFrom,
    establishedOn: record.establishedOn,
    services: record.services,
    parentName: parent?.name ?? record.parentText,
    branches: branches.rows,
    // Only those with a number hold a public profession.
    professionals: people
      .filter((person) => person.qualificationNo !== null || person.practiceNo !== null)
      .map(({ name, qualificationNo }) => ({ name, qualificationNo })),
    years: await yearsOf(ctx, record.id),
    penalties: grounds
      .filter((ground) => ground.subject.type === 'agency' && PUBLIC_SORTS.includes(ground.sort))
      .map(({ on, sort, text, documentNo, authority, revokedOn }) => ({
        on,
        sort,
        text,
        documentNo,
        authority,
        revokedOn,
      })),
  };
}
