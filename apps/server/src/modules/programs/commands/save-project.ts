import type { TargetVerdict } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { EDITABLE, type ProjectState, projectStates } from '../procedure/project-states.ts';
import { PROJECT_FILE } from '../programs.catalogue.ts';
import { verdictsOf } from '../queries/judge-targets.ts';
import { reachProject } from '../queries/reach-project.ts';
import { renameFile } from '../repositories/paper-repository.ts';
import { replaceMembers, replaceTargets } from '../repositories/part-repository.ts';
import {
  type BudgetLine,
  lockProject,
  nextDraft,
  type TeamPerson,
  updateProject,
} from '../repositories/project-repository.ts';
import { toMembers } from './to-members.ts';

export interface SaveProjectInput {
  readonly version: number;
  readonly title: string;
  readonly abstract: string;
  readonly field: string | null;
  readonly consortium: readonly {
    readonly role: string;
    readonly partyId: string | null;
    readonly name: string;
    readonly uscc: string | null;
    readonly task: string;
  }[];
  readonly team: readonly TeamPerson[];
  readonly budget: readonly BudgetLine[];
  readonly targets: readonly {
    readonly code: string | null;
    readonly label: string;
    readonly unit: string;
    readonly baseline: number | null;
    readonly goal: number;
  }[];
}

/**
 * Keeps an application as it stands; the leader stays who it is. Targets that count filings are kept with their verdict,
 * so that nothing typed is lost; filing them is refused.
 * @throws AppError programs.project.not-editable once filed, .changed-meanwhile when someone saved since `version`
 */
export async function saveProject(
  ctx: Ctx,
  id: string,
  input: SaveProjectInput,
): Promise<{ version: number; verdicts: TargetVerdict[] }> {
  await reachProject(ctx, id, PROJECT_FILE);
  return inTransaction(ctx, async (tx) => {
    const project = await lockProject(tx, ctx.district, id);
    if (project === undefined) throw new AppError('platform.not-found');
    if (!EDITABLE.includes(project.state))
      throw new AppError('programs.project.not-editable', {
        state: projectStates[project.state as ProjectState].label[ctx.language],
      });
    const version = await nextDraft(tx, ctx.district, id, input.version);
    if (version === undefined) throw new AppError('programs.project.changed-meanwhile');
    await replaceMembers(tx, ctx.district, id, await toMembers(tx, ctx.district, project, input.consortium));
    await replaceTargets(tx, ctx.district, id, input.targets);
    await updateProject(tx, ctx.district, id, {
      title: input.title,
      abstract: input.abstract,
      field: input.field,
      team: input.team,
      budget: input.budget,
      requested_fen: input.budget.reduce((sum, line) => sum + line.grantFen, 0),
    });
    await renameFile(tx, ctx.district, project.file_id, input.title);
    await writeAudit(tx, ctx, {
      action: 'programs.project.save',
      subject: { kind: 'programs.project', id: project.file_id, label: `${project.number} ${input.title}` },
      details: { version },
    });
    return { version, verdicts: verdictsOf(ctx, input.targets, project.terms.units) };
  });
}
