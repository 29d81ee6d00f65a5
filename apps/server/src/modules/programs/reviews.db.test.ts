import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { performAction } from '../../platform/procedures/index.ts';
import { assignExperts } from './commands/assign-experts.ts';
import { closeProgramCall } from './commands/close-program-call.ts';
import { declareConflict } from './commands/keep-experts.ts';
import { rankProgramCall } from './commands/rank-program-call.ts';
import { scoreProject } from './commands/score-project.ts';
import { withdrawReviewer } from './commands/withdraw-reviewer.ts';
import { getExpert, listExperts } from './queries/show-experts.ts';
import { getReviewPanel } from './queries/show-review.ts';
import { type Begun, type Firm, openProgramDesk, type ProgramDesk } from './testing/program-desk.ts';

let desk: ProgramDesk;
let firm: Firm;
let call: string;
let project: Begun;

beforeAll(async () => {
  desk = await openProgramDesk();
  firm = await desk.firm('苏州甲光电有限公司');
  await desk.patent(firm, { inventors: ['钱研发', '周发明'], agency: '苏州方圆专利代理事务所(普通合伙) 32256' });
  const elsewhere = await desk.firm('苏州乙装备有限公司');
  await desk.patent(elsewhere, { inventors: ['钱研发', '吴同行'] });
  await desk.refresh();
  call = await desk.call();
  project = await desk.draft(call, firm);
  await desk.act('applicant', project, 'submit');
  await desk.act('liaison', project, 'recommend');
  await desk.act('officer', project, 'accept-formal');
});
afterAll(() => desk.close());

const reviewer = () => desk.ctx('reviewer');
const refusal = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('nothing was refused');
  return error;
};
const sheet = async (points: number) =>
  Object.fromEntries((await desk.find(project)).terms.criteria.map(({ code }) => [code, points]));

describe('an expert with a conflict of interest', () => {
  it.each([
    [
      'of the leading enterprise',
      '郑受雇',
      () => ({ employerPartyId: firm.id }),
      '供职于联合体成员“苏州甲光电有限公司”',
    ],
    [
      'of another member',
      '王教授',
      () => ({ employer: '江南理工大学(示例)' }),
      '供职于联合体成员“江南理工大学（示例）”',
    ],
    [
      'tied to the agency of its patents',
      '冯代理',
      () => ({ agencies: ['苏州方圆专利代理事务所'] }),
      '代理“苏州甲光电有限公司”的专利',
    ],
    [
      'employed by that agency',
      '陈代理',
      () => ({ employer: '苏州方圆专利代理事务所（普通合伙）' }),
      '代理“苏州甲光电有限公司”的专利',
    ],
    ['an inventor of its patents', '周发明', () => ({}), '是“苏州甲光电有限公司”专利'],
    ['a co-inventor of the team elsewhere', '吴同行', () => ({}), '与项目团队成员钱研发同为专利'],
    ['in the team', '钱研发', () => ({}), '与项目团队成员同名'],
  ])('%s is refused with the fact', async (_what, name, over, why) => {
    const id = await desk.expert(name, over());
    const error = await refusal(assignExperts(reviewer(), project.id, [id]));
    expect(error.code).toBe('programs.review.conflict');
    expect(desk.test.services.sentence(error, 'zh').text).toContain(why);
    const panel = await getReviewPanel(reviewer(), project.id);
    expect(panel.candidates.find((one) => one.expertId === id)?.conflicts[0]?.text).toContain(why);
    expect((await getExpert(reviewer(), id)).barred.map((one) => one.projectId)).toEqual([project.id]);
  });

  it('who declared one earlier is refused as well, and takes the others of the order along', async () => {
    const declared = await desk.expert('褚声明');
    await declareConflict(desk.ctx('officer'), declared, { partyId: firm.id, body: '', reason: '持有股份' });
    const free = await desk.expert('卫无关');
    const error = await refusal(assignExperts(reviewer(), project.id, [free, declared]));
    expect(error.fieldErrors).toEqual([
      { path: declared, message: '褚声明：2026-11-22 声明与“苏州甲光电有限公司”有利害关系' },
    ]);
    expect((await getReviewPanel(reviewer(), project.id)).scores).toEqual([]);
  });
});

describe('a review', () => {
  const experts: string[] = [];

  it('does not begin with fewer than three experts', async () => {
    for (const name of ['蒋甲', '沈乙']) experts.push(await desk.expert(name));
    await assignExperts(reviewer(), project.id, experts);
    const error = await refusal(desk.act('reviewer', project, 'start-review'));
    expect(error).toMatchObject({ code: 'programs.review.too-few', params: { count: 2, least: 3 } });
    const twice = await refusal(assignExperts(reviewer(), project.id, [experts[0] as string]));
    expect(twice.code).toBe('programs.review.already-assigned');
    for (const name of ['韩丙', '杨丁']) {
      const id = await desk.expert(name);
      experts.push(id);
      await assignExperts(reviewer(), project.id, [id]);
    }
    expect(await desk.act('reviewer', project, 'start-review')).toBe('reviewing');
  });

  it('takes whole score sheets only, and ends when all have scored', async () => {
    const at = (n: number) => ({ projectId: project.id, expertId: experts[n] as string });
    const faulty = await refusal(scoreProject(reviewer(), at(0), { points: { basis: 120 }, comment: null }));
    expect(faulty.code).toBe('programs.review.sheet');
    expect(faulty.fieldErrors.map(({ path }) => path)).toContain('points.basis');
    for (const [n, points] of [84, 86, 52].entries())
      await scoreProject(reviewer(), at(n), { points: await sheet(points), comment: '已阅' });
    const early = await rankProgramCall(reviewer(), call);
    expect(early).toMatchObject({
      ranked: 0,
      waiting: [{ projectId: project.id, reason: expect.stringContaining('杨丁') }],
    });
    await withdrawReviewer(reviewer(), at(3), { reason: '与申报单位有合作', conflict: true });
    const panel = await getReviewPanel(reviewer(), project.id);
    expect(panel.scores.map(({ state, outlier, deviation }) => [state, outlier, deviation])).toEqual([
      ['scored', false, 0],
      ['scored', false, 2],
      ['scored', true, -32],
      ['withdrawn', false, null],
    ]);
    expect(panel.parts).toMatchObject({ experts: 3, score: 74, spread: 15.58 });
    expect(await rankProgramCall(reviewer(), call)).toEqual({ ranked: 1, waiting: [] });
    expect((await desk.find(project)).score).toBe(74);
    const late = await refusal(scoreProject(reviewer(), at(0), { points: await sheet(100), comment: null }));
    expect(late.code).toBe('programs.review.not-open');
  });

  it('leaves a declared conflict behind, and the expert’s distance from the others', async () => {
    const left = await getExpert(reviewer(), experts[3] as string);
    expect(left.conflicts).toMatchObject([{ body: '苏州甲光电有限公司', reason: '与申报单位有合作' }]);
    expect(left.reviews).toMatchObject([{ state: 'withdrawn', reason: '与申报单位有合作' }]);
    const { items } = await listExperts(reviewer(), { page: 1, pageSize: 100, q: '韩丙' });
    expect(items).toMatchObject([{ assigned: 1, scored: 1, deviation: -32 }]);
  });

  it('is decided by somebody else', async () => {
    const { actor } = reviewer();
    const roles = [
      ...actor.grants,
      { role: 'director', placeKind: 'district' as const, placeCode: reviewer().district },
    ];
    const permissions = new Set([...actor.permissions, ...desk.test.services.permissionsOfRole('director')]);
    const both = { ...reviewer(), actor: { ...actor, grants: roles, permissions } };
    const error = await refusal(
      inTransaction(both, (tx) =>
        performAction(tx, both, project.fileId, 'publicise', { fields: { grantFen: 10_000_000 } }),
      ),
    );
    expect(error.code).toBe('procedures.action.apart');
    await closeProgramCall(desk.ctx('director'), call, '名额已满');
    expect(await desk.act('director', project, 'publicise', { grantFen: 10_000_000 })).toBe('publicised');
  });
});
