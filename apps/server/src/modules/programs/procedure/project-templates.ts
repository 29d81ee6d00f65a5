import { addDays, addMonths } from '@jince/calendar';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ProcedureFile, ProcedureTemplate } from '../../../platform/procedures/index.ts';
import { findDueDay, findLastAction } from '../repositories/paper-repository.ts';
import {
  listInstalments,
  listMembers,
  listMilestones,
  listTargets,
  type TargetRow,
} from '../repositories/part-repository.ts';
import { findProject, type ProjectRow } from '../repositories/project-repository.ts';

type Values = ProcedureTemplate['values'];

/** @throws AppError programs.paper.too-early before the project was approved */
async function fundedProject(ctx: Ctx, file: ProcedureFile) {
  const project = await findProject(ctx.db, ctx.district, file.subjectId);
  const approved = await findLastAction(ctx.db, ctx.district, file.id, 'approve');
  if (project === undefined || approved === undefined || project.granted_fen === null)
    throw new AppError('programs.paper.too-early');
  const members = await listMembers(ctx.db, ctx.district, project.id);
  const partners = members
    .slice(1)
    .map((member) => member.name)
    .join('、');
  return { project, approvedOn: approved.day, lead: members[0], partners: partners || undefined };
}

/** The term of the agreement; before it is signed, the one that would begin on a day. */
function termOf(project: ProjectRow, from: string): { readonly from: string; readonly to: string } {
  if (project.term_from !== null && project.term_to !== null) return { from: project.term_from, to: project.term_to };
  return { from, to: addDays(addMonths(from, project.terms.termMonths), -1) };
}

const approval: Values = async (ctx, file) => {
  const { project, approvedOn, partners } = await fundedProject(ctx, file);
  const agreeBy = await findDueDay(ctx.db, ctx.district, file.id, 'agreement');
  return {
    documentNumber: project.approval_no ?? undefined,
    year: Number(approvedOn.slice(0, 4)),
    call: project.call_title,
    projectKind: project.terms.name,
    projects: [
      {
        no: project.number,
        title: project.title,
        lead: project.lead_name,
        partners,
        ...termOf(project, approvedOn),
        amountFen: project.granted_fen,
      },
    ],
    agreeBy: agreeBy ?? approvedOn,
    decidedOn: approvedOn,
    example: project.terms.example,
    contact: ctx.services.jurisdiction.programmes.settings.contact,
  };
};

const agreement: Values = async (ctx, file) => {
  const { project, approvedOn, lead, partners } = await fundedProject(ctx, file);
  const term = termOf(project, approvedOn);
  const targets = await listTargets(ctx.db, ctx.district, project.id);
  const parts = await listInstalments(ctx.db, ctx.district, [project.id]);
  const stored = await listMilestones(ctx.db, ctx.district, project.id);
  const { stages } = ctx.services.jurisdiction.programmes.settings;
  const planned = project.terms.milestones.map(({ label, month }) => ({
    by: addDays(addMonths(term.from, month), -1),
    what: label,
  }));
  const milestones = stored.length > 0 ? stored.map((one) => ({ by: one.due_on, what: one.label })) : planned;
  const label = (stage: string) => stages.find((one) => one.stage === stage)?.label ?? stage;
  return {
    project: { no: project.number, title: project.title, kind: project.terms.name },
    lead: { name: project.lead_name, uscc: lead?.uscc ?? '—' },
    partners,
    town: ctx.services.places.townName(project.town_code) ?? '—',
    manager: project.team[0]?.name ?? '—',
    from: term.from,
    to: term.to,
    goal: project.abstract,
    totalFen: project.budget.reduce((sum, line) => sum + line.grantFen + line.selfFen, 0),
    grantFen: project.granted_fen,
    tasks: targets.map((target) => ({ text: `${target.label}：${target.goal}${target.unit}` })),
    milestones: [
      ...milestones.map((one) => ({ ...one, evidence: '—', payFen: 0 })),
      ...parts.map((part) => ({
        by: part.stage === 'agreement' ? term.from : term.to,
        what: `资助拨付：${label(part.stage)}`,
        evidence: part.stage === 'agreement' ? '任务书' : '评估或验收意见',
        payFen: part.amount_fen,
      })),
    ],
    example: project.terms.example,
  };
};

const CONCLUSIONS: Readonly<Record<string, string>> = { excellent: '通过（优秀）', pass: '通过', failed: '不通过' };

const toLine = ({ label, unit, goal, reached }: TargetRow) => ({
  what: label,
  planned: `${goal}${unit}`,
  done: reached === null ? '未填报' : `${reached}${unit}`,
  result: reached !== null && reached >= goal ? '完成' : '未完成',
});

const opinion: Values = async (ctx, file) => {
  const { project, approvedOn } = await fundedProject(ctx, file);
  const accepted = await findLastAction(ctx.db, ctx.district, file.id, 'accept');
  const failed = await findLastAction(ctx.db, ctx.district, file.id, 'fail');
  const ended = accepted ?? failed;
  if (ended === undefined) throw new AppError('programs.paper.too-early');
  const parts = await listInstalments(ctx.db, ctx.district, [project.id]);
  const paid = parts.filter((part) => part.state === 'paid');
  return {
    project: { no: project.number, title: project.title },
    lead: { name: project.lead_name },
    ...termOf(project, approvedOn),
    heldOn: ended.day,
    mode: '材料审查',
    grantFen: project.granted_fen,
    paidFen: paid.reduce((sum, part) => sum + part.amount_fen, 0),
    targets: (await listTargets(ctx.db, ctx.district, project.id)).map(toLine),
    // Whoever sat on the acceptance signs by hand: the system does not know them.
    experts: [],
    opinion: String(ended.fields.opinion ?? ended.fields.reason ?? ''),
    conclusion: CONCLUSIONS[String(ended.fields.conclusion ?? 'failed')] ?? '',
    example: project.terms.example,
  };
};

/** Official papers of a project, by the templates of the jurisdiction. */
export const projectTemplates: readonly ProcedureTemplate[] = [
  {
    code: 'project-approval',
    label: { zh: '立项通知书', en: 'Notice of approval' },
    kind: 'approval-notice',
    actions: ['approve'],
    values: approval,
  },
  {
    code: 'task-agreement',
    label: { zh: '项目任务书', en: 'Project agreement' },
    kind: 'agreement',
    actions: ['sign-agreement'],
    values: agreement,
  },
  {
    code: 'acceptance-opinion',
    label: { zh: '验收意见书', en: 'Opinion of acceptance' },
    kind: 'acceptance-opinion',
    actions: ['accept', 'fail'],
    values: opinion,
  },
];
