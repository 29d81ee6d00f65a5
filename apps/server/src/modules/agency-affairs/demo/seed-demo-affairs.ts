import type { DemoAgencyAffairs, DemoChange, DemoInquiry, DemoReport } from '@jince/wujiang';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { createInquiry } from '../commands/create-inquiry.ts';
import { createAnnualReport, saveAnnualReport } from '../commands/keep-reports.ts';
import { createAgencyRequest, saveAgencyRequest } from '../commands/keep-requests.ts';
import { publishDisclosure } from '../commands/publish-disclosure.ts';
import { recordCensusCheck } from '../commands/record-census-check.ts';
import { createCensus } from '../commands/run-census.ts';
import { getAnnualReport } from '../queries/show-reports.ts';

interface DemoAgency {
  readonly id: string;
  readonly name: string;
  readonly party_id: string;
  readonly phone: string | null;
  readonly head_name: string | null;
}
const OFFICER = '演示·科员';
const REVIEWER = '演示·审核';
const YEAR = 2025;

const onDay = (ctx: Ctx, day: string, displayName: string): Ctx => ({
  ...ctx,
  now: new Date(`${day}T02:00:00Z`),
  today: day,
  actor: { ...systemActor, displayName },
});

const act = (ctx: Ctx, fileId: string, action: string, fields?: Record<string, unknown>) =>
  inTransaction(ctx, (tx) =>
    performAction(tx, { ...ctx, db: tx }, fileId, action, fields === undefined ? {} : { fields }),
  );

async function playChange(ctx: Ctx, agency: DemoAgency, change: DemoChange, approve: boolean): Promise<void> {
  const own = onDay(ctx, change.on, agency.name);
  const { id, fileId } = await createAgencyRequest(own, {
    kind: 'change',
    agencyId: agency.id,
    partyId: null,
    values: {},
  });
  const { values, effectiveOn, reason } = change;
  await saveAgencyRequest(own, id, { version: 1, values, effectiveOn, reason });
  await act(own, fileId, 'submit');
  if (approve) await act(onDay(ctx, change.on, OFFICER), fileId, 'approve');
}

async function playReport(ctx: Ctx, agency: DemoAgency, report: DemoReport & { readonly on?: string }): Promise<void> {
  const own = onDay(ctx, report.on ?? report.filedOn ?? ctx.today, agency.name);
  const { id, fileId } = await createAnnualReport(own, { agencyId: agency.id, year: YEAR });
  const begun = await getAnnualReport(own, id);
  const values = Object.fromEntries(
    begun.groups.flatMap((group) => group.fields).map((field) => [field.code, field.value]),
  );
  const over = Object.entries(report.over ?? {}).map(([code, more]) => [code, Number(values[code] ?? 0) + more]);
  await saveAnnualReport(own, id, {
    version: 1,
    values: {
      ...values,
      headName: values.headName ?? agency.head_name ?? agency.name,
      phone: agency.phone ?? '0512-63000000',
      staff: report.staff,
      revenueFen: report.staff * 18_000_000,
      licenceDisplayed: true,
      systems: true,
      ...Object.fromEntries(over),
    },
    explanations: Object.fromEntries(Object.keys(report.over ?? {}).map((code) => [code, report.explanation ?? ''])),
  });
  if (report.filedOn === undefined) return;
  await act(own, fileId, 'submit');
  if (report.acceptedOn !== undefined) await act(onDay(ctx, report.acceptedOn, REVIEWER), fileId, 'accept');
  if (report.returnedOn !== undefined)
    await act(onDay(ctx, report.returnedOn, REVIEWER), fileId, 'return', { reason: report.returned });
}

async function playInquiry(ctx: Ctx, agency: DemoAgency, inquiry: DemoInquiry): Promise<void> {
  const { title, question, basis } = inquiry;
  const { fileId } = await createInquiry(onDay(ctx, inquiry.on, OFFICER), {
    agencyId: agency.id,
    title,
    question,
    basis,
  });
  if (inquiry.answeredOn !== undefined)
    await act(onDay(ctx, inquiry.answeredOn, agency.name), fileId, 'answer', { answer: inquiry.answer });
  if (inquiry.closedOn !== undefined)
    await act(onDay(ctx, inquiry.closedOn, OFFICER), fileId, 'close', { conclusion: inquiry.conclusion });
}

async function playCensus(ctx: Ctx, { census }: DemoAgencyAffairs): Promise<void> {
  const { title, fromOn, toOn } = census;
  const { id } = await createCensus(onDay(ctx, fromOn, OFFICER), { title, fromOn, toOn, towns: [] });
  const { rows } = await sql<{ id: string }>`select id from agency_affairs.census_item
    where district = ${ctx.district} and census_id = ${id} order by town_code nulls last, name limit ${census.checks.length}`.execute(
    ctx.db,
  );
  for (const [at, { on, ...check }] of census.checks.entries()) {
    const item = rows[at];
    if (item === undefined) continue;
    await recordCensusCheck(onDay(ctx, on, OFFICER), item.id, {
      ...check,
      id: uuidv7(),
      checkedOn: on,
      person: null,
      position: null,
    });
  }
}

/** Agencies of the district that a party stands for, those with most filings first. */
async function listAgencies(ctx: Ctx): Promise<DemoAgency[]> {
  const { rows } = await sql<DemoAgency>`select a.id, a.name, a.party_id, a.phone, a.head_name from agencies.agency a
    where a.district = ${ctx.district} and a.party_id is not null and a.in_district and a.merged_into is null and not a.gone
      and a.status = 'active' and 'patent' = any(a.kinds) and a.address is not null
    order by (select count(*) from agencies.patent_agency x where x.district = a.district and x.agency_id = a.id) desc, a.name
    limit 8`.execute(ctx.db);
  return rows;
}

async function isEmpty(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`select 1 from agency_affairs.census where district = ${ctx.district} limit 1`.execute(
    ctx.db,
  );
  return rows.length === 0;
}

/**
 * Matters of the demo, made by the commands themselves on the days they would have been done; all of it is invented.
 * Does nothing where matters are there already or no agency has a party. Returns the party that gets the demo account.
 */
export async function seedDemoAffairs(
  ctx: Ctx,
): Promise<{ readonly matters: number; readonly account: { readonly id: string; readonly name: string } | undefined }> {
  const [own, ...others] = await listAgencies(ctx);
  if (own === undefined || !(await isEmpty(ctx))) return { matters: 0, account: undefined };
  const demo = ctx.services.jurisdiction.demoAgencyAffairs;
  const { inquiry, change, report, disclosure } = demo.own;
  await playChange(ctx, own, change, true);
  const { services, statement, on } = disclosure;
  await publishDisclosure(onDay(ctx, on, own.name), own.id, { after: 0, effectiveOn: on, services, statement });
  await playReport(ctx, own, report);
  await playInquiry(ctx, own, inquiry);
  for (const [at, matters] of demo.others.entries()) {
    const agency = others[at];
    if (agency === undefined) continue;
    if (matters.report) await playReport(ctx, agency, matters.report);
    if (matters.change) await playChange(ctx, agency, matters.change, false);
    if (matters.inquiry) await playInquiry(ctx, agency, matters.inquiry);
  }
  await playCensus(ctx, demo);
  for (const table of ['request', 'annual_report', 'inquiry', 'disclosure', 'census', 'census_check'])
    await sql`update ${sql.table(`agency_affairs.${table}`)} set demo = true where district = ${ctx.district}`.execute(
      ctx.db,
    );
  // The commands were run by the system in the agencies' stead.
  await sql`update agency_affairs.request set origin = 'agency'
    where district = ${ctx.district} and census_item_id is null`.execute(ctx.db);
  return { matters: 4 + others.length, account: { id: own.party_id, name: own.name } };
}
