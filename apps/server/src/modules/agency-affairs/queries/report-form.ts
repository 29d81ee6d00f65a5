import type { AffairFinding } from '@jince/contract';
import { lawTexts, lawValue } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { contradictionOf, type Registered, reportHindrances } from '../domain/check-report.ts';
import type { Values } from '../domain/values.ts';
import { type AgencyRow, findAgency, readYear } from '../repositories/agency-repository.ts';
import type { ReportRow } from '../repositories/report-repository.ts';
import { shownBy } from './request-form.ts';

export const reportGroups = (ctx: Ctx) => ctx.services.jurisdiction.agencyAffairs.report;
const reportFields = (ctx: Ctx) => reportGroups(ctx).flatMap((group) => group.fields);

/** When a year's report can be made and by when: it is made in the year after. */
export function reportTerm(year: number): { opensOn: string; dueOn: string; article: string } {
  const on = `${year + 1}-01-01`;
  const opens = lawValue('agencies.annual-report.opens', on);
  const due = lawValue('agencies.annual-report.due', on);
  return {
    opensOn: `${year + 1}-${String(opens.value)}`,
    dueOn: `${year + 1}-${String(due.value)}`,
    article: due.article,
  };
}

/** The latest year whose report can be made on a day. */
export const reportYearOn = (day: string): number => Number(day.slice(0, 4)) - 1;

/** Kinds of agencies that must report for a year, with the article. */
export const reportingKinds = (year: number) => lawTexts('agencies.annual-report.kinds', `${year + 1}-01-01`);

export const mustReport = (agency: Pick<AgencyRow, 'kinds'>, year: number): boolean => {
  const kinds = reportingKinds(year).value;
  return agency.kinds.some((kind) => kinds.includes(kind));
};

/** What the registers say of the fields of a report, with where they have it from. */
export async function registeredOfYear(
  db: Db,
  ctx: Ctx,
  agencyId: string,
  year: number,
): Promise<Readonly<Record<string, Registered>>> {
  const agency = await findAgency(db, ctx.district, agencyId, { kind: 'district' });
  if (agency === undefined) return {};
  const figures = await readYear(db, ctx.district, agencyId, year);
  const zh = ctx.language === 'zh';
  const register = zh ? '机构登记' : 'register of agencies';
  const patents = zh ? `专利登记，申请日 ${year} 年` : `register of patents, filed in ${year}`;
  const known: Record<string, Registered> = {
    name: { value: agency.name, source: register },
    address: { value: agency.address, source: register },
    headName: { value: agency.head_name, source: register },
    agents: { value: figures.agents, source: zh ? `执业人员登记，${year} 年末` : `register of people, end of ${year}` },
    inventionsFiled: { value: figures.inventions, source: patents },
    utilitiesFiled: { value: figures.utilities, source: patents },
    designsFiled: { value: figures.designs, source: patents },
    trademarksFiled: {
      value: figures.trademarks,
      source: zh ? `商标登记，申请日 ${year} 年` : `register of marks, filed in ${year}`,
    },
    abnormal: { value: figures.abnormal, source: zh ? `非正常申请通报，${year} 年` : `notices of ${year}` },
    penalties: { value: figures.penalties, source: zh ? `行政处罚名单，${year} 年` : `list of penalties of ${year}` },
  };
  return Object.fromEntries(
    reportFields(ctx).flatMap((field) => {
      const found = field.register === null ? undefined : known[field.register];
      return found === undefined ? [] : [[field.code, found]];
    }),
  );
}

/** What a new report is filled in with. */
export const prefilled = (registered: Readonly<Record<string, Registered>>): Values =>
  Object.fromEntries(Object.entries(registered).map(([field, { value }]) => [field, value]));

/** A report beside the register: as it was filed, or as it is now while it can still be changed. */
export async function standingOfReport(
  db: Db,
  ctx: Ctx,
  row: Pick<ReportRow, 'agency_id' | 'year' | 'given' | 'explanations' | 'registered'>,
): Promise<{
  readonly registered: Readonly<Record<string, Registered>>;
  readonly contradictions: Readonly<Record<string, string>>;
  readonly hindrances: AffairFinding[];
}> {
  const registered = row.registered ?? (await registeredOfYear(db, ctx, row.agency_id, row.year));
  const shown = shownBy(ctx);
  const fields = reportFields(ctx);
  const contradictions = Object.fromEntries(
    fields.flatMap((field) => {
      const sentence = contradictionOf(field, row.given[field.code] ?? null, registered[field.code], shown);
      return sentence === null ? [] : [[field.code, sentence]];
    }),
  );
  const { given, explanations } = row;
  return {
    registered,
    contradictions,
    hindrances: reportHindrances(fields, { given, explanations, registered }, shown),
  };
}
