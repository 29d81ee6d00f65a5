import { z } from 'zod';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import type { ActionEffect, ActionStep, ProcedureDefinition } from '../../../platform/procedures/index.ts';
import { recordAnnualReport } from '../../ip-agencies/index.ts';
import { REPORT_CHECK, REPORT_FILE, REPORT_READ } from '../agency-affairs.catalogue.ts';
import { standingOfReport } from '../queries/report-form.ts';
import { lockReport, markReportFiled } from '../repositories/report-repository.ts';
import { both, localClock } from './terms.ts';

export const REPORT_PROCEDURE = 'agencies.annual-report';

export const reportStates = {
  draft: { label: both('草稿', 'Draft'), standing: 'draft' },
  submitted: { label: both('待核查', 'Waits for the check'), standing: 'open' },
  returned: { label: both('退回修改', 'Returned'), standing: 'waiting' },
  accepted: { label: both('已接受', 'Accepted'), standing: 'done' },
} as const;

/** States in which a report can be changed. */
export const REPORT_EDITABLE: readonly string[] = ['draft', 'returned'];

/** Files a report: complete, and every contradiction with the register explained; what the register said is kept. */
async function submitReport({ tx, ctx, file }: ActionStep): Promise<ActionEffect> {
  const row = await lockReport(tx, ctx.district, file.subjectId);
  if (row === undefined) throw new AppError('platform.not-found');
  const { hindrances, contradictions, registered } = await standingOfReport(tx, ctx, { ...row, registered: null });
  if (hindrances.length > 0)
    throw new AppError(
      'agency-affairs.report.blocked',
      { first: hindrances[0]?.text ?? '' },
      hindrances.map((one) => ({ path: one.field ?? one.code, message: one.text })),
    );
  await markReportFiled(tx, ctx, row.id, { registered, contradictions: Object.keys(contradictions).length });
  const late = (row.filed_on ?? ctx.today) > row.due_on;
  await publishEvent(tx, ctx, 'agency-affairs.report.filed', { agencyId: row.agency_id, year: row.year, late });
  return { record: { contradictions, late } };
}

/** Fields of the form under the names the register's lists use. */
const LISTED: Readonly<Record<string, string>> = {
  name: 'agency',
  agents: 'attorneys',
  patentsFiled: 'patents',
  trademarksFiled: 'trademarks',
};

/** Accepts a report: what it says stands in the register beside the reports of lists. */
async function acceptReport({ tx, ctx, file }: ActionStep): Promise<undefined> {
  const row = await lockReport(tx, ctx.district, file.subjectId);
  if (row === undefined) throw new AppError('platform.not-found');
  const { inventionsFiled, utilitiesFiled, designsFiled } = row.given;
  const filed = [inventionsFiled, utilitiesFiled, designsFiled].filter((one) => typeof one === 'number');
  const patentsFiled = filed.length === 0 ? null : filed.reduce((sum, one) => sum + one, 0);
  const said = Object.entries({ ...row.given, patentsFiled }).flatMap(([field, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[LISTED[field] ?? field, value] as const] : [],
  );
  await recordAnnualReport(tx, ctx, {
    agencyId: row.agency_id,
    year: row.year,
    filedOn: row.filed_on ?? ctx.today,
    said: Object.fromEntries(said),
  });
}

/** The yearly report of an agency. */
export const reportProcedure: ProcedureDefinition = {
  procedure: REPORT_PROCEDURE,
  label: both('服务机构年度报告', 'Annual report of an agency'),
  prefix: 'NB',
  initial: 'draft',
  states: reportStates,
  clocks: [localClock('check', '核查期限', 'Time to check', 'report-check')],
  documents: [
    { kind: 'report', label: both('年度报告盖章件', 'Signed report') },
    { kind: 'proof', label: both('证明材料', 'Proof') },
    { kind: 'other', label: both('其他材料', 'Other papers') },
  ],
  readPermission: REPORT_READ,
  href: (file) => `/agencies/affairs/reports/${file.subjectId}`,
  actions: [
    {
      action: 'submit',
      label: both('提交年报', 'File the report'),
      from: ['draft', 'returned'],
      to: 'submitted',
      permission: REPORT_FILE,
      starts: ['check'],
      notify: [{ permission: REPORT_CHECK }],
    },
    {
      action: 'accept',
      label: both('接受', 'Accept'),
      from: ['submitted'],
      to: 'accepted',
      permission: REPORT_CHECK,
      apart: ['submit'],
      stops: ['check'],
      notify: ['applicant'],
    },
    {
      action: 'return',
      label: both('退回修改', 'Return'),
      from: ['submitted'],
      to: 'returned',
      permission: REPORT_CHECK,
      apart: ['submit'],
      fields: z.object({
        reason: z
          .string()
          .trim()
          .min(2)
          .max(500)
          .meta({ label: both('须更正的内容', 'What is to be corrected') }),
      }),
      stops: ['check'],
      notify: ['applicant'],
    },
  ],
  steps: { submit: submitReport, accept: acceptReport },
};
