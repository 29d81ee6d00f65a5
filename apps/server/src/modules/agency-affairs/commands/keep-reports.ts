import type { AffairValue } from '@jince/contract';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile } from '../../../platform/procedures/index.ts';
import { REPORT_FILE } from '../agency-affairs.catalogue.ts';
import { cleanText, cleanValue } from '../domain/values.ts';
import { REPORT_EDITABLE, REPORT_PROCEDURE, reportStates } from '../procedure/report-procedure.ts';
import {
  mustReport,
  prefilled,
  registeredOfYear,
  reportGroups,
  reportingKinds,
  reportTerm,
} from '../queries/report-form.ts';
import { findAgency } from '../repositories/agency-repository.ts';
import {
  findReport,
  findReportOfYear,
  insertReport,
  lockReport,
  type ReportRow,
  saveReportDraft,
} from '../repositories/report-repository.ts';
import { takeTurn } from '../repositories/request-repository.ts';

const stateOf = (ctx: Ctx, row: ReportRow) => reportStates[row.state as keyof typeof reportStates].label[ctx.language];

/**
 * Begins the report of an agency for a year, filled in from the register. There is one per agency and year, for good.
 * @throws AppError 404 out of reach; agency-affairs.report.exists, .not-open, .no-duty
 */
export async function createAnnualReport(
  ctx: Ctx,
  input: { readonly agencyId: string; readonly year: number },
): Promise<{ id: string; fileId: string }> {
  const { year } = input;
  const agency = await findAgency(ctx.db, ctx.district, input.agencyId, scopeFor(ctx, REPORT_FILE));
  if (agency === undefined) throw new AppError('platform.not-found');
  const { opensOn, dueOn } = reportTerm(year);
  if (ctx.today < opensOn) throw new AppError('agency-affairs.report.not-open', { year, opensOn });
  if (!mustReport(agency, year))
    throw new AppError('agency-affairs.report.no-duty', {
      agency: agency.name,
      article: reportingKinds(year).article,
    });
  const id = uuidv7();
  return inTransaction(ctx, async (tx) => {
    await takeTurn(tx, ctx.district, `report:${agency.id}`);
    const there = await findReportOfYear(tx, ctx.district, agency.id, year);
    if (there !== undefined)
      throw new AppError('agency-affairs.report.exists', {
        agency: agency.name,
        year,
        number: there.number,
        state: stateOf(ctx, there),
      });
    const file = await openFile(tx, ctx, {
      procedure: REPORT_PROCEDURE,
      subject: { kind: REPORT_PROCEDURE, id, label: `${agency.name} ${year}` },
      partyId: agency.party_id,
      townCode: agency.town_code,
    });
    await insertReport(tx, ctx, {
      id,
      fileId: file.id,
      agency: { id: agency.id, name: agency.name, partyId: agency.party_id, townCode: agency.town_code },
      year,
      dueOn,
      given: prefilled(await registeredOfYear(tx, ctx, agency.id, year)),
    });
    await writeAudit(tx, ctx, {
      action: 'agency-affairs.report.create',
      subject: { kind: REPORT_PROCEDURE, id: file.id, label: `${file.number} ${agency.name}` },
      details: { year },
    });
    return { id, fileId: file.id };
  });
}

/**
 * Keeps a report as it stands; fields the form does not have are refused, missing ones are no hindrance yet.
 * @throws AppError agency-affairs.report.not-editable once filed, .changed-meanwhile when someone saved since `version`
 */
export async function saveAnnualReport(
  ctx: Ctx,
  id: string,
  input: {
    readonly version: number;
    readonly values: Readonly<Record<string, AffairValue>>;
    readonly explanations: Readonly<Record<string, string>>;
  },
): Promise<{ version: number }> {
  if ((await findReport(ctx.db, ctx.district, id, scopeFor(ctx, REPORT_FILE))) === undefined)
    throw new AppError('platform.not-found');
  const fields = reportGroups(ctx).flatMap((group) => group.fields);
  const fieldOf = (code: string) => {
    const field = fields.find((one) => one.code === code);
    if (field === undefined) throw new AppError('agency-affairs.request.unknown-field', { field: code });
    return field;
  };
  const given = Object.fromEntries(
    Object.entries(input.values).map(([code, value]) => [code, cleanValue(fieldOf(code), value)]),
  );
  const explanations = Object.fromEntries(
    Object.entries(input.explanations).flatMap(([code, text]) => {
      const clean = cleanText(text);
      return clean === '' ? [] : [[fieldOf(code).code, clean]];
    }),
  );
  return inTransaction(ctx, async (tx) => {
    const row = await lockReport(tx, ctx.district, id);
    if (row === undefined) throw new AppError('platform.not-found');
    if (!REPORT_EDITABLE.includes(row.state))
      throw new AppError('agency-affairs.report.not-editable', { state: stateOf(ctx, row) });
    const version = await saveReportDraft(tx, ctx.district, id, { version: input.version, given, explanations });
    if (version === undefined) throw new AppError('agency-affairs.report.changed-meanwhile');
    await writeAudit(tx, ctx, {
      action: 'agency-affairs.report.save',
      subject: { kind: REPORT_PROCEDURE, id: row.file_id, label: `${row.number} ${row.agency_name}` },
      details: { version },
    });
    return { version };
  });
}
