import type { ProgramTerms } from '@jince/contract';
import type { ProgramKind } from '@jince/wujiang';
import type { Ctx } from '../../../platform/context/context.ts';
import { paperLabel } from '../procedure/project-papers.ts';

/** The terms of a kind as they are shown. */
export function toTerms(ctx: Ctx, kind: ProgramKind): ProgramTerms {
  const { stages } = ctx.services.jurisdiction.programmes.settings;
  return {
    code: kind.code,
    name: kind.name,
    clause: kind.clause,
    purpose: kind.purpose,
    example: kind.example,
    note: kind.note,
    applicants: kind.applicants,
    roles: kind.roles.map(({ role, label, text, least }) => ({ role, label, text, least })),
    documents: kind.documents.map((document) => ({ ...document, label: paperLabel(document.kind, ctx.language) })),
    criteria: kind.criteria,
    targets: kind.targets,
    units: kind.units,
    grantFen: kind.grantFen,
    selfPercent: kind.selfPercent,
    instalments: kind.instalments.map((part) => ({
      ...part,
      label: stages.find((one) => one.stage === part.stage)?.label ?? part.stage,
    })),
    milestones: kind.milestones,
    termMonths: kind.termMonths,
    publicityWorkingDays: kind.publicityWorkingDays,
  };
}
