import type { Ctx } from '../../../platform/context/context.ts';
import type { SaveProjectInput } from '../commands/save-project.ts';
import type { Staged } from './play-projects.ts';

const WAN = 1_000_000;
const TEAM = [
  { name: '示例负责人', title: '总工程师', task: '项目负责人' },
  { name: '示例联系人', title: '知识产权主管', task: '日常联络' },
  { name: '示例研究员', title: '高级工程师', task: '技术分析' },
];

/** The application of a demo project from the terms of its kind; a draft lacks partners, budget and targets. */
export function applicationOf(ctx: Ctx, { project, lead, kind }: Staged, whole: boolean): SaveProjectInput {
  const { programmes, demoPrograms } = ctx.services.jurisdiction;
  const terms = programmes.kinds.find((one) => one.code === kind);
  const bodies: Readonly<Record<string, string | undefined>> = {
    university: demoPrograms.universities[project.title.length % demoPrograms.universities.length],
    'service-agency': demoPrograms.agencies[0],
  };
  const partners = (terms?.roles ?? [])
    .filter((role) => !role.lead && role.least > 0)
    .map((role) => ({
      role: role.role,
      partyId: null,
      name: bodies[role.role] ?? '示例单位',
      uscc: null,
      task: role.text,
    }));
  const grantFen = (project.grantWan || 8) * WAN;
  const half = Math.round(grantFen / 2);
  return {
    version: 1,
    title: project.title,
    abstract: project.abstract,
    field: project.field,
    consortium: [
      {
        role: terms?.roles.find((role) => role.lead)?.role ?? '',
        partyId: lead.id,
        name: lead.name,
        uscc: null,
        task: '牵头组织实施',
      },
      ...(whole ? partners : []),
    ],
    team: TEAM.slice(0, whole ? TEAM.length : 1).map((person) => ({ ...person, employer: lead.name })),
    budget: whole
      ? [
          { item: '检索与分析', grantFen: half, selfFen: half, note: '' },
          { item: '专家咨询与培训', grantFen: grantFen - half, selfFen: grantFen - half, note: '' },
          { item: '研发配套', grantFen: 0, selfFen: half, note: '企业自筹' },
        ]
      : [],
    targets: whole
      ? (terms?.targets ?? []).slice(0, 3).map(({ code, label, unit }, at) => ({
          code,
          label,
          unit,
          baseline: at === 0 && unit === '件' ? 2 : 0,
          goal: GOALS[unit] ?? 2,
        }))
      : [],
  };
}

const GOALS: Readonly<Record<string, number>> = { 件: 8, 份: 1, 条: 5, 场: 1, 万元: 500, 项: 1, '%': 80, 人次: 200 };
