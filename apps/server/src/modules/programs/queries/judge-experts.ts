import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { listPatentTies } from '../../ip-rights/index.ts';
import { type ConflictReason, findConflicts, type PatentTie } from '../domain/find-conflicts.ts';
import { listConflicts } from '../repositories/expert-repository.ts';
import { listMembers } from '../repositories/part-repository.ts';
import type { ProjectRow } from '../repositories/project-repository.ts';

interface ExpertOf {
  readonly id: string;
  readonly name: string;
  readonly employer_party_id: string | null;
  readonly employer: string;
  readonly agencies: readonly string[];
}

/** Why each of some experts may not review a project; an empty list for one who may. From the registers, not from what the asker may see. */
export async function judgeExperts(
  ctx: Ctx,
  db: Db,
  project: Pick<ProjectRow, 'id' | 'team'>,
  experts: readonly ExpertOf[],
): Promise<ReadonlyMap<string, readonly ConflictReason[]>> {
  const members = await listMembers(db, ctx.district, project.id);
  const nameOf = new Map(members.flatMap(({ party_id, name }) => (party_id === null ? [] : [[party_id, name]])));
  const team = project.team.map((person) => person.name);
  const rows = await listPatentTies(db, {
    district: ctx.district,
    partyIds: [...nameOf.keys()],
    people: experts.map((expert) => expert.name),
    team,
  });
  const patents: PatentTie[] = rows.map(({ holders, ...row }) => ({
    ...row,
    holders: holders.map((id) => nameOf.get(id) ?? id),
  }));
  const declared = Map.groupBy(
    await listConflicts(
      db,
      ctx.district,
      experts.map((expert) => expert.id),
    ),
    (conflict) => conflict.expert_id,
  );
  const ties = { members: members.map(({ party_id, name }) => ({ partyId: party_id, name })), team };
  return new Map(
    experts.map((expert) => {
      const own = (declared.get(expert.id) ?? []).map(({ party_id, body, declared_on }) => ({
        partyId: party_id,
        body,
        on: declared_on,
      }));
      const { id, name, employer, agencies } = expert;
      const asked = { id, name, employer, agencies, employerPartyId: expert.employer_party_id, declared: own };
      return [id, findConflicts(asked, ties, patents)];
    }),
  );
}
