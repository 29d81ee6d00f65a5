import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewOfficial } from '../../platform/documents/official/index.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { loadFacts } from '../../platform/facts/index.ts';
import { loadFile as getFile } from '../../platform/procedures/load-file.ts';
import { readBudget } from '../funds/index.ts';
import { assignExperts } from './commands/assign-experts.ts';
import { closeProgramCall } from './commands/close-program-call.ts';
import { createProject } from './commands/create-project.ts';
import { publishProgramCall } from './commands/publish-program-call.ts';
import { rankProgramCall } from './commands/rank-program-call.ts';
import { reportTargets } from './commands/report-progress.ts';
import { saveProject } from './commands/save-project.ts';
import { projectTemplates } from './procedure/project-templates.ts';
import { checkFiling } from './queries/check-filing.ts';
import { listProjects } from './queries/list-projects.ts';
import { getProgramCall } from './queries/show-program-call.ts';
import { getProject } from './queries/show-project.ts';
import {
  application,
  type Begun,
  type Firm,
  FUND,
  openProgramDesk,
  type ProgramDesk,
  sign,
  YEAR,
} from './testing/program-desk.ts';

const WAN = 1_000_000;

let desk: ProgramDesk;
let firm: Firm;
let other: Firm;

beforeAll(async () => {
  desk = await openProgramDesk();
  firm = await desk.firm('苏州甲光电有限公司');
  other = await desk.firm('苏州乙丝绸有限公司');
  await desk.patent(firm);
  await desk.patent(other);
  await desk.refresh();
});
afterAll(() => desk.close());

const refusal = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('nothing was refused');
  return error;
};
const sentence = (error: AppError) => desk.test.services.sentence(error, 'zh').text;
const budget = async () => {
  const { lines } = await readBudget(desk.test.system(), { fund: FUND, year: YEAR });
  const { committedFen, paidFen, availableFen } = lines[0] as NonNullable<(typeof lines)[0]>;
  return { committed: committedFen / WAN, paid: paidFen / WAN, available: availableFen / WAN };
};
/** All words of an official paper as the screen shows it. */
const wordsOf = async (project: Begun, code: string): Promise<string> => {
  const ctx = desk.ctx('officer');
  const { values } = projectTemplates.find((template) => template.code === code) as (typeof projectTemplates)[number];
  const file = await getFile(ctx, project.fileId);
  return JSON.stringify(previewOfficial(ctx, code, await values(ctx, file)));
};
const factsOf = async (party: Firm) => {
  await desk.settle();
  const paths = ['projects.running', 'projects.accepted', 'projects.failed'];
  const { rows } = await loadFacts(desk.test.system(), { subject: 'enterprise', ids: [party.id], paths });
  return paths.map((path) => rows.get(party.id)?.[path]);
};
/** What is said of a project itself: kind, running, accepted, failed, first day. */
const factsOfProject = async ({ id }: Begun) => {
  await desk.settle();
  const paths = ['kind', 'running', 'accepted', 'failed', 'startedOn'];
  const { rows } = await loadFacts(desk.test.system(), { subject: 'project', ids: [id], paths });
  return paths.map((path) => rows.get(id)?.[path]);
};

const toRunning = (callId: string, party: Firm): Promise<Begun> => desk.run(callId, party);

async function toAcceptance(project: Begun): Promise<void> {
  await desk.paper(project, 'mid-term-report');
  await desk.act('applicant', project, 'submit-mid-term');
  await desk.act('second', project, 'pass-mid-term', { conclusion: 'pass', opinion: '进展符合任务书' });
  await desk.payAll();
  const items = [
    { position: 0, reached: 6, evidence: '登记数据' },
    { position: 1, reached: 1, evidence: '报告' },
  ];
  await reportTargets(desk.ctx('applicant'), project.id, items);
  await desk.paper(project, 'acceptance-report', 'final-account');
  await desk.act('applicant', project, 'apply-acceptance');
}

describe('a project', () => {
  it('goes from the call to the last payment and its evaluation', async () => {
    const call = await desk.call();
    const project = await toRunning(call, firm);
    expect(await budget()).toEqual({ committed: 50, paid: 0, available: 450 });
    const shown = await getProject(desk.ctx('officer'), project.id);
    expect(shown.grant.map(({ stage, amountFen, state }) => [stage, amountFen / WAN, state])).toEqual([
      ['agreement', 25, 'payable'],
      ['mid-term', 10, 'planned'],
      ['acceptance', 15, 'planned'],
    ]);
    expect([shown.termFrom, shown.termTo, shown.milestones[0]?.dueOn]).toEqual([
      '2026-12-20',
      '2029-12-19',
      '2027-06-19',
    ]);
    expect(await wordsOf(project, 'project-approval')).toContain('示例立项〔2026〕1号');
    expect(await wordsOf(project, 'task-agreement')).toContain('高价值发明专利存量净增');
    await expect(wordsOf(project, 'acceptance-opinion')).rejects.toMatchObject({ code: 'programs.paper.too-early' });
    await desk.payAll();
    expect(await budget()).toEqual({ committed: 25, paid: 25, available: 450 });
    expect((await desk.find(project)).state).toBe('running');
    desk.test.setNow('2026-12-21T02:00:00Z');
    await toAcceptance(project);
    await desk.act('second', project, 'accept', {
      conclusion: 'excellent',
      opinionNo: '示例验收〔2026〕1号',
      opinion: '完成任务',
    });
    expect(await wordsOf(project, 'acceptance-opinion')).toContain('通过（优秀）');
    const early = await refusal(desk.act('second', project, 'evaluate', { performance: 92, opinion: '成效优秀' }));
    expect(early.code).toBe('programs.grant.unpaid');
    await desk.payAll();
    expect(await desk.act('second', project, 'evaluate', { performance: 92, opinion: '成效优秀' })).toBe('closed');
    const done = await getProject(desk.ctx('officer'), project.id);
    expect(done.grant.map(({ state }) => state)).toEqual(['paid', 'paid', 'paid']);
    expect([done.paidFen / WAN, done.conclusion, done.performance]).toEqual([50, 'excellent', 92]);
    expect(done.targets.map(({ share }) => share)).toEqual([67, 100]);
    expect(await budget()).toEqual({ committed: 0, paid: 50, available: 450 });
    expect(await factsOf(firm)).toEqual([0, 1, 0]);
    expect(await factsOfProject(project)).toEqual(['cultivation-centre', false, true, false, sign.startsOn]);
  });

  it('that fails its acceptance gives back what is unpaid and owes what was paid', async () => {
    const before = await budget();
    const project = await toRunning(await desk.call(), other);
    desk.test.setNow('2026-12-21T02:00:00Z');
    expect(await factsOf(other)).toEqual([1, 0, 0]);
    expect(await factsOfProject(project)).toEqual(['cultivation-centre', true, false, false, sign.startsOn]);
    await desk.payAll();
    await toAcceptance(project);
    const order = { decisionNo: '示例追回〔2026〕1号', reason: '未完成考核指标', clawBackFen: 30 * WAN };
    const above = await refusal(desk.act('second', project, 'fail', { ...order, clawBackFen: 36 * WAN }));
    expect(above.code).toBe('programs.grant.claw-back');
    expect(await desk.act('second', project, 'fail', order)).toBe('failed');
    const { rows } = await sql<{
      amount_fen: number;
      decision_no: string;
    }>`select amount_fen, decision_no from funds.receivable
      order by amount_fen desc`.execute(desk.test.services.db);
    expect(rows).toEqual([
      { amount_fen: 25 * WAN, decision_no: order.decisionNo },
      { amount_fen: 5 * WAN, decision_no: order.decisionNo },
    ]);
    const shown = await getProject(desk.ctx('officer'), project.id);
    expect(shown.ending).toMatchObject({ decisionNo: order.decisionNo, clawBackFen: 30 * WAN });
    expect(shown.grant.map(({ state }) => state)).toEqual(['paid', 'paid', 'cancelled']);
    expect(await budget()).toEqual({
      committed: before.committed,
      paid: before.paid + 35,
      available: before.available - 35,
    });
    expect(await factsOf(other)).toEqual([0, 0, 1]);
    expect(await factsOfProject(project)).toEqual(['cultivation-centre', false, false, true, sign.startsOn]);
  });
});

describe('an application', () => {
  let call: string;
  beforeAll(async () => {
    desk.test.setNow('2026-11-22T02:00:00Z');
    call = await desk.call();
  });

  it('with an incomplete consortium is refused, naming each missing role', async () => {
    const { consortium } = application();
    const project = await desk.draft(call, firm, { consortium: consortium.slice(0, 1) });
    const error = await refusal(desk.act('applicant', project, 'submit'));
    expect(error.code).toBe('programs.project.consortium');
    expect(sentence(error)).toContain('缺少高校院所；缺少知识产权服务机构');
    expect((await desk.find(project)).state).toBe('draft');
  });

  it('with a target that counts filings is kept as a draft, refused at filing, and told the notice and what to use', async () => {
    const counting = { code: null, label: '新增发明专利申请', unit: '件', baseline: null, goal: 20 };
    const project = await desk.draft(call, firm, { targets: [counting] });
    const error = await refusal(desk.act('applicant', project, 'submit'));
    expect(error.code).toBe('programs.target.counted');
    expect(sentence(error)).toMatch(/国知发保字〔2021〕1号、国知发保字〔2022〕7号.*可改用：高价值发明专利存量净增/);
    const saved = await saveProject(desk.ctx('applicant'), project.id, {
      ...application({ targets: [counting] }),
      version: 2,
    });
    expect(saved.verdicts[0]).toMatchObject({ ok: false, notice: expect.stringContaining('国知发保字〔2021〕1号') });
  });

  it('of a party that does not meet the rule is refused with the condition that fails', async () => {
    const young = await desk.firm('苏州丁新材料有限公司');
    await desk.refresh();
    const project = await desk.draft(call, young);
    const error = await refusal(desk.act('applicant', project, 'submit'));
    expect(error.code).toBe('programs.project.not-eligible');
    expect(sentence(error)).toContain('高价值发明专利');
  });

  it('is told point by point what is missing', async () => {
    const project = await createProject(desk.ctx('applicant'), call, { title: '只有题目的申报', leadPartyId: firm.id });
    const { ready, checks, eligibility } = await checkFiling(desk.ctx('applicant'), project.id);
    expect(ready).toBe(false);
    expect(checks.filter((check) => !check.ok).map((check) => check.code)).toEqual([
      'content',
      'consortium',
      'team',
      'budget',
      'targets',
      'papers',
    ]);
    expect(eligibility?.outcome).toBe('true');
    const error = await refusal(desk.act('applicant', project, 'submit'));
    expect(error.fieldErrors.map(({ path }) => path)).toContain('papers');
  });

  it('keeps its eligibility with the trace, and cannot be changed once filed', async () => {
    const project = await desk.draft(call, firm);
    await desk.act('applicant', project, 'submit');
    const { eligibility } = await getProject(desk.ctx('officer'), project.id);
    expect(eligibility).toMatchObject({ outcome: 'true', asOf: '2026-11-22' });
    expect(eligibility?.trace?.parts.length).toBeGreaterThan(2);
    const error = await refusal(saveProject(desk.ctx('applicant'), project.id, { ...application(), version: 2 }));
    expect(error.code).toBe('programs.project.not-editable');
  });

  it('that two people save is not overwritten', async () => {
    const project = await desk.draft(call, firm);
    const error = await refusal(saveProject(desk.ctx('applicant'), project.id, application()));
    expect(error.code).toBe('programs.project.changed-meanwhile');
  });

  it('is not checked by who filed it, not reviewed by who checked it, and supplemented once', async () => {
    const project = await desk.draft(call, firm);
    await desk.act('applicant', project, 'submit');
    await desk.act('liaison', project, 'recommend');
    const own = await refusal(desk.act('applicant', project, 'accept-formal'));
    expect(own.code).toBe('procedures.action.apart');
    await desk.act('officer', project, 'request-supplement', { reason: '联合体协议未盖章' });
    await desk.act('applicant', project, 'supplement');
    const again = await refusal(desk.act('officer', project, 'request-supplement', { reason: '再补' }));
    expect(again.code).toBe('procedures.action.not-available');
    await desk.act('officer', project, 'accept-formal');
    const both = {
      ...desk.ctx('officer'),
      actor: {
        ...desk.ctx('officer').actor,
        permissions: new Set([...desk.ctx('officer').actor.permissions, 'programs.project.review']),
      },
    };
    const reviewer = await refusal(assignExperts(both, project.id, [await desk.expert('李评审')]));
    expect(reviewer.code).toBe('procedures.action.apart');
    expect(sentence(reviewer)).toContain('一次性补正');
  });
});

describe('a call', () => {
  it('takes no application outside its window, and none when closed early', async () => {
    desk.test.setNow('2026-11-22T02:00:00Z');
    const call = await desk.call();
    const project = await desk.draft(call, firm);
    desk.test.setNow('2027-01-01T02:00:00Z');
    const late = await refusal(
      createProject(desk.ctx('applicant'), call, { title: '迟到的申报', leadPartyId: firm.id }),
    );
    expect(late.code).toBe('programs.call.closed');
    expect(sentence(late)).toContain('2026-11-01 至 2026-12-31');
    expect((await refusal(desk.act('applicant', project, 'submit'))).code).toBe('programs.call.closed');
    desk.test.setNow('2026-11-22T02:00:00Z');
    await closeProgramCall(desk.ctx('director'), call, '名额已满');
    expect((await refusal(desk.act('applicant', project, 'submit'))).code).toBe('programs.call.closed');
    expect((await refusal(publishProgramCall(desk.ctx('director'), call))).code).toBe('programs.call.not-draft');
  });

  it('funds only within quota, budget and what was asked for, after all are ranked', async () => {
    desk.test.setNow('2026-11-22T02:00:00Z');
    const call = await desk.call({ quota: 1, budgetFen: 40 * WAN });
    const [first, second] = [await desk.draft(call, firm), await desk.draft(call, other)];
    await desk.review(first, [90, 88, 60]);
    const open = await desk.draft(call, other, { title: '仍在审查的申报' });
    await desk.act('applicant', open, 'submit');
    await desk.act('liaison', open, 'recommend');
    await desk.review(second, [70, 72, 71]);
    expect(await rankProgramCall(desk.ctx('reviewer'), call)).toEqual({ ranked: 2, waiting: [] });
    const publicise = (project: Begun, grantFen: number) =>
      refusal(desk.act('director', project, 'publicise', { grantFen: grantFen * WAN }));
    expect((await publicise(first, 30)).code).toBe('programs.call.still-open');
    await closeProgramCall(desk.ctx('director'), call, '名额已满');
    expect((await publicise(first, 30)).code).toBe('programs.call.ranking-open');
    await desk.act('officer', open, 'refuse-formal', { reason: '超出支持方向' });
    expect((await publicise(second, 30)).code).toBe('programs.grant.not-in-quota');
    expect((await publicise(first, 61)).code).toBe('programs.grant.above-limit');
    expect((await publicise(first, 50)).code).toBe('programs.call.over-budget');
    expect(await desk.act('director', first, 'publicise', { grantFen: 30 * WAN })).toBe('publicised');
    const early = await refusal(desk.act('director', first, 'approve', { approvalNo: '示例立项〔2026〕2号' }));
    expect(early.code).toBe('procedures.action.clock-running');
    await desk.act('officer', first, 'object', { by: null, text: '与既有项目重复' });
    desk.test.setNow('2026-12-20T02:00:00Z');
    const objected = await refusal(desk.act('director', first, 'approve', { approvalNo: '示例立项〔2026〕2号' }));
    expect(objected.code).toBe('procedures.action.not-available');
    const { ranking } = await getProgramCall(desk.ctx('director'), call);
    expect(ranking?.map(({ rank, withinQuota, parts }) => [rank, withinQuota, parts.score])).toEqual([
      [1, true, 79.33],
      [2, false, 71],
    ]);
    expect(ranking?.[0]?.scores.map(({ outlier }) => outlier)).toEqual([false, false, true]);
    expect((await getProgramCall(desk.ctx('liaison'), call)).ranking).toBeNull();
    expect(await desk.act('officer', first, 'answer-objection', { answer: '经核实不重复', upheld: false })).toBe(
      'publicised',
    );
  });
});

describe('reach', () => {
  it('of a liaison is the town, of an enterprise its own projects', async () => {
    desk.test.setNow('2026-11-22T02:00:00Z');
    const call = await desk.call();
    const project = await desk.draft(call, firm);
    const own = await desk.test.as('enterprise', 'party', firm.id);
    const stranger = await desk.test.as('enterprise', 'party', other.id);
    const far = await desk.test.as('liaison', 'town', '320509104');
    const seen = async (ctx: typeof own) =>
      (await listProjects(ctx, { page: 1, pageSize: 500, call })).items.map(({ id }) => id);
    expect([await seen(own), await seen(stranger), await seen(far)]).toEqual([[project.id], [], []]);
    expect((await refusal(getProject(stranger, project.id))).code).toBe('platform.not-found');
    expect((await refusal(saveProject(stranger, project.id, application()))).code).toBe('platform.not-found');
    expect((await refusal(createProject(own, call, { title: '替别人申报', leadPartyId: other.id }))).code).toBe(
      'platform.not-found',
    );
    expect((await getProject(own, project.id)).maySeeReview).toBe(false);
  });
});
