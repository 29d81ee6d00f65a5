import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { listPatentTies, type PatentTieRow } from '../../ip-rights/index.ts';
import { type ConflictReason, type ExpertTies, findConflicts } from '../domain/find-conflicts.ts';
import { listConflicts } from '../repositories/expert-repository.ts';
import { listMembersOf } from '../repositories/part-repository.ts';
import type { ProjectRow } from '../repositories/project-repository.ts';

interface ExpertOf {
  readonly id: string;
  readonly name: string;
  readonly employer_party_id: string | null;
  readonly employer: string;
  readonly agencies: readonly string[];
}
type ProjectOf = Pick<ProjectRow, 'id' | 'team'>;
type Members = readonly { readonly party_id: string | null; readonly name: string }[];

async function tiesOf(ctx: Ctx, db: Db, experts: readonly ExpertOf[]): Promise<ExpertTies[]> {
  const ids = experts.map((expert) => expert.id);
  const declared = Map.groupBy(await listConflicts(db, ctx.district, ids), (conflict) => conflict.expert_id);
  return experts.map(({ id, name, employer, agencies, employer_party_id }) => ({
    id,
    name,
    employer,
    agencies,
    employerPartyId: employer_party_id,
    declared: (declared.get(id) ?? []).map(({ party_id, body, declared_on }) => ({
      partyId: party_id,
      body,
      on: declared_on,
    })),
  }));
}

/** Patents as seen from one project: held by its members, by name, or by others. */
function patentsFor(members: Members, rows: readonly PatentTieRow[]) {
  const nameOf = new Map(members.map(({ party_id, name }) => [party_id, name]));
  return rows.map(({ holders, ...row }) => ({ ...row, holders: holders.flatMap((id) => nameOf.get(id) ?? []) }));
}

/**
 * Why each of some experts may not review each of some projects: project → expert → reasons, none for one who may. From
 * the registers, not from what the asker may see.
 */
export async function judgeExpertsOn(
  ctx: Ctx,
  db: Db,
  projects: readonly ProjectOf[],
  experts: readonly ExpertOf[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly ConflictReason[]>>> {
  const ids = projects.map((project) => project.id);
  const members = Map.groupBy(await listMembersOf(db, ctx.district, ids), (member) => member.project_id);
  const parties = [...members.values()].flat().flatMap(({ party_id }) => party_id ?? []);
  const rows = await listPatentTies(db, {
    district: ctx.district,
    partyIds: [...new Set(parties)],
    people: experts.map((expert) => expert.name),
    team: [...new Set(projects.flatMap((project) => project.team.map((person) => person.name)))],
  });
  const asked = await tiesOf(ctx, db, experts);
  return new Map(
    projects.map((project) => {
      const own = members.get(project.id) ?? [];
      const patents = patentsFor(own, rows);
      const ties = {
        members: own.map(({ party_id, name }) => ({ partyId: party_id, name })),
        team: project.team.map((person) => person.name),
      };
      return [project.id, new Map(asked.map((expert) => [expert.id, findConflicts(expert, ties, patents)]))];
    }),
  );
}

/** As {@link judgeExpertsOn}, for one project. */
export async function judgeExperts(
  ctx: Ctx,
  db: Db,
  project: ProjectOf,
  experts: readonly ExpertOf[],
): Promise<ReadonlyMap<string, readonly ConflictReason[]>> {
  return (await judgeExpertsOn(ctx, db, [project], experts)).get(project.id) ?? new Map();
}
