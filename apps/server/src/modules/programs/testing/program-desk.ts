import { computePatentApplicationCheck, computeUsccCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { refreshFacts } from '../../../platform/facts/index.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { appropriate } from '../../funds/index.ts';
import { assignExperts } from '../commands/assign-experts.ts';
import { closeProgramCall } from '../commands/close-program-call.ts';
import { type CallInput, createProgramCall } from '../commands/create-program-call.ts';
import { createProject } from '../commands/create-project.ts';
import { createExpert } from '../commands/keep-experts.ts';
import { publishProgramCall } from '../commands/publish-program-call.ts';
import { rankProgramCall } from '../commands/rank-program-call.ts';
import { type SaveProjectInput, saveProject } from '../commands/save-project.ts';
import { scoreProject } from '../commands/score-project.ts';
import { payWaitingInstalments } from '../demo/pay-waiting.ts';
import { findProject, type ProjectRow } from '../repositories/project-repository.ts';

export const SHENGZE = '320509105';
export const FUND = '知识产权专项资金（示例）';
export const YEAR = 2026;
const WAN = 1_000_000;

export interface Firm {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
}
export interface Begun {
  readonly id: string;
  readonly fileId: string;
}
type People = 'applicant' | 'liaison' | 'officer' | 'second' | 'reviewer' | 'director' | 'finance';

/** A district with a fund, firms and their patents, and everybody who works on a project. */
export interface ProgramDesk {
  readonly test: TestDatabase;
  /** Contexts of the moment: the clock may have been moved. */
  ctx(who: People): Ctx;
  settle(): Promise<void>;
  firm(name: string): Promise<Firm>;
  patent(firm: Firm, over?: { inventors?: string[]; agency?: string; strategic?: boolean }): Promise<string>;
  refresh(): Promise<void>;
  call(over?: Partial<CallInput>): Promise<string>;
  draft(callId: string, firm: Firm, over?: Partial<SaveProjectInput>): Promise<Begun>;
  act(who: People, project: Begun, action: string, fields?: Record<string, unknown>): Promise<string>;
  paper(project: Begun, ...kinds: string[]): Promise<void>;
  expert(name: string, over?: Record<string, unknown>): Promise<string>;
  /** From the draft to the end of the review, by the people whose work it is. */
  review(project: Begun, points: readonly number[]): Promise<void>;
  /** From the draft to the signed agreement. */
  run(callId: string, firm: Firm): Promise<Begun>;
  find(project: Begun): Promise<ProjectRow>;
  /** Pays whatever is due, as the treasury would, and lets it be told. */
  payAll(): Promise<void>;
  close(): Promise<void>;
}

/** How the agreement of a test is signed. */
export const sign = { agreementNo: '示例任务书〔2026〕1号', startsOn: '2026-12-20' };

export const application = (over: Partial<SaveProjectInput> = {}): SaveProjectInput => ({
  version: 1,
  title: '光缆智能制造高价值专利培育',
  abstract: '围绕光缆产线开展专利导航和高价值专利培育。',
  field: '光电缆',
  consortium: [
    { role: 'enterprise', partyId: null, name: '', uscc: null, task: '牵头' },
    { role: 'university', partyId: null, name: '江南理工大学（示例）', uscc: null, task: '研究' },
    { role: 'service-agency', partyId: null, name: '苏州明理专利代理事务所（示例）', uscc: null, task: '导航' },
  ],
  team: [{ name: '钱研发', title: '高级工程师', employer: '', task: '负责人' }],
  budget: [
    { item: '导航与布局', grantFen: 40 * WAN, selfFen: 40 * WAN, note: '' },
    { item: '研发', grantFen: 20 * WAN, selfFen: 40 * WAN, note: '' },
  ],
  targets: [
    { code: 'high-value-stock', label: '高价值发明专利存量净增', unit: '件', baseline: 2, goal: 8 },
    { code: 'landscape', label: '专利导航成果', unit: '份', baseline: 0, goal: 1 },
  ],
  ...over,
});

export const callInput = (over: Partial<CallInput> = {}): CallInput => ({
  kind: 'cultivation-centre',
  title: '2026年度高价值专利培育示范中心项目申报通知（示例）',
  number: `示例〔2026〕${uuidv7().slice(-6)}号`,
  guideline: '各有关单位：现就申报事项通知如下。一、支持方向……',
  opensOn: '2026-11-01',
  closesOn: '2026-12-31',
  quota: 2,
  fund: FUND,
  fundYear: YEAR,
  fundItem: null,
  budgetFen: 200 * WAN,
  ...over,
});

let made = 0;

async function insertFirm(ctx: Ctx, name: string): Promise<Firm> {
  const id = uuidv7();
  const first = `91320509MA1P${String(++made).padStart(5, '0')}`;
  const uscc = first + computeUsccCheck(first);
  await sql`insert into parties.party (district, id, record_key, uscc, name, name_key, kind, status, town_code, established_on)
    values (${ctx.district}, ${id}, ${uscc}, ${uscc}, ${name}, ${name}, 'enterprise', 'active', ${SHENGZE}, '2015-01-01')`.execute(
    ctx.db,
  );
  const mention = uuidv7();
  await sql`insert into parties.mention (district, id, name, name_key, uscc, party_id, decision)
    values (${ctx.district}, ${mention}, ${name}, ${name}, ${uscc}, ${id}, 'auto')`.execute(ctx.db);
  await sql`insert into parties.membership (district, id, record_key, mention_id, kind, certificate_no, valid_from, valid_to)
    values (${ctx.district}, ${uuidv7()}, ${`GR${made}`}, ${mention}, 'high-tech', 'GR202432001000', '2024-11-06', '2027-11-05')`.execute(
    ctx.db,
  );
  return { id, name, uscc };
}

/** A granted Chinese invention; `strategic` makes it one of high value. */
async function insertPatent(
  ctx: Ctx,
  firm: Firm,
  {
    inventors = ['赵发明'],
    agency = '',
    strategic = true,
  }: { inventors?: string[]; agency?: string; strategic?: boolean },
): Promise<string> {
  const first = `202110${String(++made).padStart(6, '0')}`;
  const number = `CN${first}.${computePatentApplicationCheck(first)}`;
  const id = uuidv7();
  const { district } = ctx;
  await sql`insert into ip_rights.patent (district, id, record_key, application_no, kind, title, filed_on, granted_on, strategic_industries,
      inventors, agency, family_countries)
    values (${district}, ${id}, ${first}, ${number}, 'invention', ${`光缆结构${made}`}, '2021-02-01', '2023-03-01',
      ${strategic ? ['新一代信息技术产业'] : []}::text[], ${inventors}::text[], ${agency || null}, ${strategic ? ['US'] : []}::text[])`.execute(
    ctx.db,
  );
  await sql`insert into ip_rights.patent_period (district, patent_id, valid_from, valid_to, status, reason)
    values (${district}, ${id}, '2023-03-01', null, 'granted', '授权')`.execute(ctx.db);
  await sql`insert into ip_rights.patent_event (district, patent_id, position, kind, happened_on)
    values (${district}, ${id}, 1, 'granted', '2023-03-01')`.execute(ctx.db);
  await sql`insert into ip_rights.patent_holder (district, patent_id, position, mention_id)
    select ${district}, ${id}, 1, id from parties.mention where party_id = ${firm.id}`.execute(ctx.db);
  return number;
}

export async function openProgramDesk(): Promise<ProgramDesk> {
  const { modules, tasks } = createModules();
  const test = await openTestDatabase(modules);
  const people: Record<People, Ctx> = {
    applicant: await test.as('ip-officer'),
    liaison: await test.as('liaison', 'town', SHENGZE),
    officer: await test.as('ip-officer'),
    second: await test.as('ip-officer'),
    reviewer: await test.as('reviewer'),
    director: await test.as('director'),
    finance: await test.as('finance-officer'),
  };
  // The clock moves; contexts are of the moment.
  const ctx = (who: People): Ctx => {
    const { now, today } = test.system();
    return { ...people[who], now, today };
  };
  await inTransaction(ctx('finance'), (tx) =>
    appropriate(tx, ctx('finance'), {
      fund: FUND,
      year: YEAR,
      item: null,
      amountFen: 500 * WAN,
      docNo: '示例预算〔2026〕1号',
      reason: '年初安排',
    }),
  );
  const desk: ProgramDesk = {
    test,
    ctx,
    settle: () => drainJobs(test.services, tasks),
    firm: (name) => insertFirm(test.system(), name),
    patent: (firm, over = {}) => insertPatent(test.system(), firm, over),
    async refresh() {
      await sql`analyze parties.party, parties.mention, ip_rights.patent, ip_rights.patent_holder`.execute(
        test.services.db,
      );
      await refreshFacts(test.system());
    },
    async call(over = {}) {
      const id = await createProgramCall(ctx('officer'), callInput(over));
      await publishProgramCall(ctx('director'), id);
      return id;
    },
    async draft(callId, firm, over = {}) {
      const begun = await createProject(ctx('applicant'), callId, {
        title: over.title ?? '光缆智能制造高价值专利培育',
        leadPartyId: firm.id,
      });
      await saveProject(ctx('applicant'), begun.id, application(over));
      await desk.paper(begun, 'application', 'consortium-agreement', 'commitment');
      return begun;
    },
    async act(who, project, action, fields) {
      const input = fields === undefined ? {} : { fields };
      const file = await inTransaction(ctx(who), (tx) => performAction(tx, ctx(who), project.fileId, action, input));
      return file.state;
    },
    async paper(project, ...kinds) {
      const { district, db, now } = test.system();
      for (const kind of kinds)
        await sql`insert into procedures.document (district, id, file_id, kind, title, file_name, media_type, sha256, size, added_by_name, added_at)
          values (${district}, ${uuidv7()}, ${project.fileId}, ${kind}, ${kind}, ${`${kind}.pdf`}, 'application/pdf', ${'0'.repeat(64)}, 1, '测试', ${now})`.execute(
          db,
        );
    },
    expert: (name, over = {}) =>
      createExpert(ctx('officer'), {
        name,
        employerPartyId: null,
        employer: '太湖研究院（示例）',
        title: '研究员',
        fields: ['光电缆'],
        agencies: [],
        active: true,
        ...over,
      }),
    async run(callId, firm) {
      test.setNow('2026-11-22T02:00:00Z');
      const project = await desk.draft(callId, firm);
      await desk.review(project, [88, 86, 90]);
      await rankProgramCall(ctx('reviewer'), callId);
      await closeProgramCall(ctx('director'), callId, '名额已满');
      await desk.act('director', project, 'publicise', { grantFen: 50 * WAN });
      test.setNow('2026-12-10T02:00:00Z');
      await desk.act('director', project, 'approve', { approvalNo: '示例立项〔2026〕1号' });
      await desk.paper(project, 'agreement');
      await desk.act('officer', project, 'sign-agreement', sign);
      return project;
    },
    async review(project, points) {
      await desk.act('applicant', project, 'submit');
      await desk.act('liaison', project, 'recommend');
      await desk.act('officer', project, 'accept-formal');
      const experts: string[] = [];
      for (const at of points.keys()) experts.push(await desk.expert(`评审专家${++made}${at}`));
      await assignExperts(ctx('reviewer'), project.id, experts);
      await desk.act('reviewer', project, 'start-review');
      const { terms } = await desk.find(project);
      for (const [at, expertId] of experts.entries()) {
        const sheet = Object.fromEntries(terms.criteria.map(({ code }) => [code, points[at] ?? 0]));
        await scoreProject(ctx('reviewer'), { projectId: project.id, expertId }, { points: sheet, comment: null });
      }
    },
    async find(project) {
      const row = await findProject(test.services.db, test.services.district.code, project.id);
      return row as ProjectRow;
    },
    async payAll() {
      await payWaitingInstalments(ctx('finance'));
      await desk.settle();
    },
    close: () => test.close(),
  };
  return desk;
}
