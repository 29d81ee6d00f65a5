import type { filingCheck, ProjectDetail } from '@jince/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context/context.ts';
import { PROJECT_READ } from '../programs.catalogue.ts';
import { type FilingPoint, filingChecks } from './filing-checks.ts';
import { reachProject } from './reach-project.ts';

type Check = z.output<typeof filingCheck>;

const LABELS: Readonly<Record<FilingPoint['code'], { zh: string; en: string }>> = {
  window: { zh: '申报期', en: 'Window' },
  content: { zh: '项目简介', en: 'Abstract' },
  consortium: { zh: '联合体', en: 'Consortium' },
  team: { zh: '项目团队', en: 'Team' },
  budget: { zh: '经费预算', en: 'Budget' },
  targets: { zh: '考核指标', en: 'Targets' },
  papers: { zh: '申报材料', en: 'Papers' },
  eligibility: { zh: '申报条件', en: 'Conditions' },
};
const FINE = { zh: '符合', en: 'Fine' };
const PERSON = { zh: '登记数据不足，由审查人员核实：', en: 'Not told by the registers, to be checked by a person: ' };

/** What still hinders the filing of an application, point by point. */
export async function checkFiling(
  ctx: Ctx,
  id: string,
): Promise<{ ready: boolean; checks: Check[]; eligibility: ProjectDetail['eligibility'] }> {
  const project = await reachProject(ctx, id, PROJECT_READ);
  const window = project.state === 'draft' || project.state === 'returned';
  const { points, eligibility } = await filingChecks(ctx, ctx.db, project, { window });
  const checks = points.map(
    ({ code, error, person }): Check => ({
      code,
      label: LABELS[code][ctx.language],
      ok: error === undefined,
      person: person !== undefined,
      text:
        error !== undefined
          ? ctx.services.sentence(error, ctx.language).text
          : person !== undefined
            ? `${PERSON[ctx.language]}${person}`
            : FINE[ctx.language],
    }),
  );
  const { outcome, asOf, sentence, trace } = eligibility;
  return {
    ready: checks.every((check) => check.ok),
    checks,
    eligibility: { outcome, asOf, sentence, trace },
  };
}
