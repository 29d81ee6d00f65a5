import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../platform/errors/errors.ts';
import { applyProjectChange } from './commands/apply-project-change.ts';
import { reportTargets } from './commands/report-progress.ts';
import { getProject } from './queries/show-project.ts';
import { application, type Begun, type Firm, openProgramDesk, type ProgramDesk } from './testing/program-desk.ts';

const WAN = 1_000_000;

let desk: ProgramDesk;
let changing: Firm;

beforeAll(async () => {
  desk = await openProgramDesk();
  changing = await desk.firm('苏州变更光电有限公司');
  await desk.patent(changing);
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

describe('an approved change', () => {
  const parts = application();
  const ask = (project: Begun, kind: string) =>
    desk.act('applicant', project, 'request-change', {
      kind,
      proposal: '调整如附件',
      reason: '产线搬迁',
      termTo: null,
    });
  const approved = async (project: Begun) => {
    await desk.act('director', project, 'approve-change');
    return (await getProject(desk.ctx('officer'), project.id)).changes[0] as { id: string; mayApply: boolean };
  };

  it('of targets alters them once, keeps what was reached and what stood before', async () => {
    const project = await desk.run(await desk.call(), changing);
    await reportTargets(desk.ctx('applicant'), project.id, [{ position: 0, reached: 3, evidence: '登记数据' }]);
    await ask(project, 'targets');
    const id = (await getProject(desk.ctx('officer'), project.id)).changes[0]?.id as string;
    const [stock, landscape] = parts.targets;
    const targets = [
      { ...stock, goal: 6 },
      { ...landscape, label: '布局分析报告' },
    ] as typeof parts.targets;
    const part = { kind: 'targets', targets } as const;
    expect((await refusal(applyProjectChange(desk.ctx('officer'), project.id, id, part))).code).toBe(
      'programs.change.not-open',
    );
    expect((await approved(project)).mayApply).toBe(true);
    const counted = { kind: 'targets', targets: [{ ...targets[0], label: '发明专利申请量' }] } as never;
    expect((await refusal(applyProjectChange(desk.ctx('officer'), project.id, id, counted))).code).toMatch(
      /^programs\.target/,
    );
    await applyProjectChange(desk.ctx('officer'), project.id, id, part);
    const shown = await getProject(desk.ctx('officer'), project.id);
    expect(shown.targets.map(({ label, goal, reached }) => [label, goal, reached])).toEqual([
      ['高价值发明专利存量净增', 6, 3],
      ['布局分析报告', 1, null],
    ]);
    expect(shown.changes[0]).toMatchObject({ appliedOn: '2026-12-10', mayApply: false });
    expect((await refusal(applyProjectChange(desk.ctx('officer'), project.id, id, part))).code).toBe(
      'programs.change.not-open',
    );
    const { rows } = await sql<{
      goals: number[];
    }>`select array(select (x->>'goal')::int from jsonb_array_elements(before) x) as goals
      from programs.change where id = ${id}`.execute(desk.test.services.db);
    expect(rows).toEqual([{ goals: [8, 1] }]);
  });

  it('of members needs the whole consortium, of the budget the same grant', async () => {
    const project = await desk.run(await desk.call(), changing);
    await ask(project, 'members');
    const members = await approved(project);
    const two = { kind: 'members', consortium: parts.consortium.slice(0, 2) } as const;
    const lacking = await refusal(applyProjectChange(desk.ctx('officer'), project.id, members.id, two));
    expect(lacking.code).toBe('programs.project.consortium');
    expect((await getProject(desk.ctx('officer'), project.id)).consortium).toHaveLength(3);
    const moved = parts.consortium.map((one) =>
      one.role === 'university' ? { ...one, name: '太湖理工学院（示例）' } : one,
    );
    await applyProjectChange(desk.ctx('officer'), project.id, members.id, { kind: 'members', consortium: moved });
    const names = (await getProject(desk.ctx('officer'), project.id)).consortium.map(({ name }) => name);
    expect(names).toEqual(['苏州变更光电有限公司', '太湖理工学院（示例）', '苏州明理专利代理事务所（示例）']);
    await ask(project, 'budget');
    const budgetChange = await approved(project);
    const [first, second] = parts.budget as [(typeof parts.budget)[number], (typeof parts.budget)[number]];
    const more = { kind: 'budget', budget: [first, second] } as const;
    expect((await refusal(applyProjectChange(desk.ctx('officer'), project.id, budgetChange.id, more))).code).toBe(
      'programs.change.grant',
    );
    const same = { kind: 'budget', budget: [first, { ...second, grantFen: 10 * WAN }] } as const;
    await applyProjectChange(desk.ctx('officer'), project.id, budgetChange.id, same);
    expect((await getProject(desk.ctx('officer'), project.id)).budget[1]?.grantFen).toBe(10 * WAN);
    expect((await refusal(applyProjectChange(desk.ctx('reviewer'), project.id, budgetChange.id, same))).code).toBe(
      'platform.not-found',
    );
  });
});
