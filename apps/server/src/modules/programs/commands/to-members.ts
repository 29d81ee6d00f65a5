import type { Db } from '../../../platform/database/database.ts';
import type { MemberRow } from '../repositories/part-repository.ts';
import { listParties } from '../repositories/party-repository.ts';
import type { ProjectRow } from '../repositories/project-repository.ts';

interface StatedMember {
  readonly role: string;
  readonly partyId: string | null;
  readonly name: string;
  readonly uscc: string | null;
  readonly task: string;
}

/** The members as stated, with the names of the register for those it knows; the first leads and stays who it is. */
export async function toMembers(
  db: Db,
  district: string,
  project: Pick<ProjectRow, 'lead_party_id' | 'lead_name'>,
  stated: readonly StatedMember[],
): Promise<Omit<MemberRow, 'party_kind'>[]> {
  const ids = stated.flatMap(({ partyId }) => (partyId === null ? [] : [partyId]));
  const parties = await listParties(db, district, ids);
  const [first, ...others] = stated;
  const members = [{ ...first, partyId: project.lead_party_id, role: first?.role ?? '' }, ...others];
  return members.map((member) => {
    const party = member.partyId === null ? undefined : parties.get(member.partyId);
    const partyId = member.partyId === project.lead_party_id ? member.partyId : (party?.id ?? null);
    const name = party?.name ?? (partyId === project.lead_party_id ? project.lead_name : (member.name ?? ''));
    const uscc = party?.uscc ?? member.uscc ?? null;
    return { role: member.role, party_id: partyId, name, uscc, task: member.task ?? '' };
  });
}
