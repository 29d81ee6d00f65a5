import { addMonths, daysBetween } from '@jince/calendar';
import type { AgencyDesk } from '@jince/contract';
import { lawNumber } from '@jince/law';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { REQUEST_READ } from '../agency-affairs.catalogue.ts';
import { showValue } from '../domain/values.ts';
import {
  type AgencyRow,
  countPeople,
  findAgencyOfParty,
  findParty,
  registeredValues,
} from '../repositories/agency-repository.ts';
import { listVersions } from '../repositories/disclosure-repository.ts';
import { inquiryTests, selectInquiries } from '../repositories/inquiry-repository.ts';
import { reportTests, selectReports } from '../repositories/report-repository.ts';
import { requestTests, selectRequests } from '../repositories/request-repository.ts';
import { mustReport, reportTerm, reportYearOn } from './report-form.ts';
import { requestFields, shownBy } from './request-form.ts';
import { toInquiry } from './show-inquiries.ts';
import { toReport } from './show-reports.ts';
import { toField, toRequest } from './show-requests.ts';

type Task = AgencyDesk['tasks'][number];
type Matters = Pick<AgencyDesk, 'requests' | 'reports' | 'inquiries' | 'reportYear' | 'disclosedOn'>;

const SHOWN = { page: 1, pageSize: 50 };
async function mattersOf(ctx: Ctx, partyId: string, agency: AgencyRow | undefined): Promise<Matters> {
  const { db, district, today } = ctx;
  const scope = scopeFor(ctx, REQUEST_READ);
  const of = { party: partyId };
  const requests = await selectRequests(db, requestTests(district, scope, of), SHOWN);
  const reports = await selectReports(db, reportTests(district, scope, of), { ...SHOWN, sort: '-year' });
  const inquiries = await selectInquiries(db, inquiryTests(district, scope, of, today), SHOWN);
  const versions = agency === undefined ? [] : await listVersions(db, district, agency.id);
  const year = reportYearOn(today);
  const { opensOn, dueOn } = reportTerm(year);
  return {
    requests: requests.rows.map((row) => toRequest(ctx, row)),
    reports: reports.rows.map((row) => toReport(ctx, row)),
    inquiries: inquiries.rows.map((row) => toInquiry(ctx, row)),
    reportYear: {
      year,
      opensOn,
      dueOn,
      duty: agency !== undefined && mustReport(agency, year),
      reportId: reports.rows.find((row) => row.year === year)?.id ?? null,
    },
    disclosedOn: versions.find((row) => row.effective_on <= today)?.effective_on ?? null,
  };
}

const level = (ctx: Ctx, dueOn: string | null): Task['level'] => {
  if (dueOn === null) return 'info';
  const days = daysBetween(ctx.today, dueOn);
  return days < 0 ? 'late' : days <= ctx.services.jurisdiction.agencyAffairs.soonDays ? 'soon' : 'info';
};

function inquiryTasks(ctx: Ctx, { inquiries }: Matters): Task[] {
  const zh = ctx.language === 'zh';
  return inquiries
    .filter((one) => ['sent', 'supplement', 'unanswered'].includes(one.state))
    .map((one) => ({
      kind: 'inquiry',
      title: zh ? `答复问询：${one.title}` : `Answer the inquiry: ${one.title}`,
      text: zh ? `${one.number}，${one.sentOn} 发出` : `${one.number}, sent on ${one.sentOn}`,
      dueOn: one.dueOn,
      level: level(ctx, one.dueOn),
      href: `/inquiries/${one.id}`,
    }));
}

function reportTasks(ctx: Ctx, { reports, reportYear }: Matters): Task[] {
  const zh = ctx.language === 'zh';
  const { year, dueOn, duty, opensOn, reportId } = reportYear;
  const current = reports.find((one) => one.year === year);
  const waits = current === undefined || ['draft', 'returned'].includes(current.state);
  const returned = reports.filter((one) => one.state === 'returned' && one.year !== year);
  const own: Task[] =
    duty && waits && ctx.today >= opensOn
      ? [
          {
            kind: 'report',
            title:
              current?.state === 'returned'
                ? zh
                  ? `更正 ${year} 年度报告`
                  : `Correct the report for ${year}`
                : zh
                  ? `填报 ${year} 年度报告`
                  : `Report for ${year}`,
            text: zh ? `截止日 ${dueOn}` : `Due on ${dueOn}`,
            dueOn,
            level: level(ctx, dueOn),
            href: reportId === null ? '/annual-reports' : `/annual-reports/${reportId}`,
          },
        ]
      : [];
  return [
    ...own,
    ...returned.map(
      (one): Task => ({
        kind: 'report',
        title: zh ? `更正 ${one.year} 年度报告` : `Correct the report for ${one.year}`,
        text: zh ? '已退回修改' : 'It was returned',
        dueOn: one.dueOn,
        level: level(ctx, one.dueOn),
        href: `/annual-reports/${one.id}`,
      }),
    ),
  ];
}

function fileTasks(ctx: Ctx, agency: AgencyRow | undefined, { requests, disclosedOn }: Matters): Task[] {
  const zh = ctx.language === 'zh';
  const tasks: Task[] = requests
    .filter((one) => ['draft', 'returned'].includes(one.state))
    .map((one) => ({
      kind: 'request',
      title: zh
        ? `${one.state === 'returned' ? '修改' : '提交'}${one.kind === 'registration' ? '登记申请' : '变更申请'}`
        : `${one.state === 'returned' ? 'Correct' : 'File'} the ${one.kind === 'registration' ? 'registration' : 'change'}`,
      text: zh ? `${one.number}，${one.about.join('、')}` : `${one.number}: ${one.about.join(', ')}`,
      dueOn: null,
      level: one.state === 'returned' ? ('soon' as const) : ('info' as const),
      href: `/file/requests/${one.id}`,
    }));
  if (agency === undefined) return tasks;
  const until = agency.filing_until;
  const months = lawNumber('agencies.trademark-filing.extension-months', ctx.today);
  if (agency.kinds.includes('trademark') && until !== null && addMonths(until, -months.value) <= ctx.today)
    tasks.push({
      kind: 'filing',
      title: zh ? '办理商标代理备案延续' : 'Extend the filing as a trademark agency',
      text: zh
        ? `备案至 ${until}；届满前 ${months.value} 个月内办理（${months.article}）。延续后在机构档案中变更备案届满日`
        : `Filed until ${until}; to be extended within ${months.value} months before`,
      dueOn: until,
      level: level(ctx, until),
      href: '/file',
    });
  if (disclosedOn === null)
    tasks.push({
      kind: 'disclosure',
      title: zh ? '公示服务项目和收费' : 'Disclose services and prices',
      text: zh ? '公示后在机构名录中展示' : 'They are shown in the directory',
      dueOn: null,
      level: 'info',
      href: '/services',
    });
  return tasks;
}

const ORDER = { late: 0, soon: 1, info: 2 } as const;

/** Where a party stands with the office as an agency. @throws AppError 404 for a party out of the actor's reach */
export async function getAgencyDesk(ctx: Ctx, partyId: string): Promise<AgencyDesk> {
  const party = await findParty(ctx.db, ctx.district, partyId, scopeFor(ctx, REQUEST_READ));
  if (party === undefined) throw new AppError('platform.not-found');
  const agency = await findAgencyOfParty(ctx.db, ctx.district, partyId);
  const matters = await mattersOf(ctx, partyId, agency);
  const values = agency === undefined ? {} : registeredValues(agency);
  const tasks = [...inquiryTasks(ctx, matters), ...reportTasks(ctx, matters), ...fileTasks(ctx, agency, matters)];
  return {
    partyId,
    party: party.name,
    uscc: party.uscc,
    agency:
      agency === undefined
        ? null
        : {
            id: agency.id,
            name: agency.name,
            uscc: agency.uscc,
            agencyCode: agency.agency_code,
            kinds: agency.kinds,
            status: agency.status,
            town: ctx.services.places.townName(agency.town_code),
            licensedOn: agency.licensed_on,
            filingFrom: agency.filing_from,
            filingUntil: agency.filing_until,
            people: await countPeople(ctx.db, ctx.district, agency.id, ctx.today),
          },
    fields: requestFields(ctx).map((field) => ({
      ...toField(field),
      shown: showValue(field, values[field.code] ?? null, shownBy(ctx)),
    })),
    tasks: tasks.sort((a, b) => ORDER[a.level] - ORDER[b.level] || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')),
    ...matters,
  };
}
