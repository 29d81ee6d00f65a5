import type { Application, Project } from './project-query.ts';

export type Draft = Omit<Application, 'version'>;
type Part = 'consortium' | 'team' | 'budget' | 'targets';
export type RowOf<K extends Part> = NonNullable<Draft[K]>[number];

/** What stands in the form for an application as it was saved. */
export function draftOf(project: Project): Draft {
  return {
    title: project.title,
    abstract: project.abstract,
    field: project.field,
    consortium: project.consortium.map(({ role, partyId, name, uscc, task }) => ({ role, partyId, name, uscc, task })),
    team: project.team.map((person) => ({ ...person })),
    budget: project.budget.map((line) => ({ ...line })),
    targets: project.targets.map(({ code, label, unit, baseline, goal }) => ({ code, label, unit, baseline, goal })),
  };
}

/** What can be sent: rows nobody has begun to fill are left out, so that a draft may be kept at any moment. */
export function toSend(draft: Draft): Draft {
  return {
    ...draft,
    consortium: draft.consortium.filter(
      (member, at) => at === 0 || member.partyId !== null || member.name.trim() !== '',
    ),
    team: draft.team.filter((person) => person.name.trim() !== ''),
    budget: draft.budget.filter((line) => line.item.trim() !== ''),
    targets: draft.targets.filter((target) => target.label.trim() !== ''),
  };
}

/** Whether the draft can be kept as it stands. */
export const isSendable = (draft: Draft): boolean => draft.title.trim().length >= 4;

export function replaceAt<T>(rows: readonly T[], at: number, patch: Partial<T>): T[] {
  return rows.map((row, index) => (index === at ? { ...row, ...patch } : row));
}

export const withoutAt = <T>(rows: readonly T[], at: number): T[] => rows.filter((_, index) => index !== at);

/** Roles of the terms that no member of the draft takes. */
export function rolesLeft(project: Project, draft: Draft): string[] {
  return project.terms.roles
    .filter((role) => draft.consortium.filter((member) => member.role === role.role).length < role.least)
    .map((role) => role.label);
}

/** Sums of the budget and the share the consortium bears itself, in percent; null for an empty one. */
export function budgetOf(draft: Draft): { grantFen: number; selfFen: number; selfPercent: number | null } {
  const grantFen = draft.budget.reduce((sum, line) => sum + line.grantFen, 0);
  const selfFen = draft.budget.reduce((sum, line) => sum + line.selfFen, 0);
  const all = grantFen + selfFen;
  return { grantFen, selfFen, selfPercent: all === 0 ? null : Math.round((selfFen / all) * 100) };
}
