import { foldText } from '@jince/matching';

export type ConflictKind = 'employer' | 'agency' | 'inventor' | 'team' | 'declared';

export interface ConflictReason {
  readonly kind: ConflictKind;
  readonly text: string;
}

export interface ExpertTies {
  readonly id: string;
  readonly name: string;
  readonly employerPartyId: string | null;
  readonly employer: string;
  readonly agencies: readonly string[];
  readonly declared: readonly { readonly partyId: string | null; readonly body: string; readonly on: string }[];
}

export interface ProjectTies {
  /** Members of the consortium; bodies from elsewhere have no id. */
  readonly members: readonly { readonly partyId: string | null; readonly name: string }[];
  readonly team: readonly string[];
}

/** A patent that ties people or agencies to the project, as the register has it. */
export interface PatentTie {
  readonly number: string;
  readonly title: string;
  readonly agency: string | null;
  readonly inventors: readonly string[];
  /** The members of the consortium that hold it; empty for patents of others. */
  readonly holders: readonly string[];
}

/** A body's name as compared: width, brackets, blanks, case and traditional characters evened out. */
export const sameBody = (a: string, b: string) => bodyKey(a) !== '' && bodyKey(a) === bodyKey(b);
const bodyKey = (name: string) =>
  foldText(name)
    .toLowerCase()
    .replace(/[\s()（）·.,，。]/g, '')
    .replace(/(普通|特殊普通|有限)合伙$/, '');
const person = (name: string) => name.replace(/[\s·.]/g, '').toLowerCase();

/** Agencies stand in registers with code or form behind the name: one name within the other is the same agency. */
export function sameAgency(a: string, b: string): boolean {
  const [first, second] = [bodyKey(a), bodyKey(b)];
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  return short.length >= 4 && long.startsWith(short);
}

const patent = (tie: PatentTie) => `“${tie.title}”（${tie.number}）`;

/** Why an expert may not review a project, each reason with the fact behind it; empty for one who may. */
export function findConflicts(
  expert: ExpertTies,
  project: ProjectTies,
  patents: readonly PatentTie[],
): readonly ConflictReason[] {
  const reasons: ConflictReason[] = [];
  const add = (kind: ConflictKind, text: string) => reasons.push({ kind, text });
  const employer = project.members.find(
    (member) =>
      (member.partyId !== null && member.partyId === expert.employerPartyId) || sameBody(member.name, expert.employer),
  );
  if (employer !== undefined) add('employer', `供职于联合体成员“${employer.name}”`);
  const team = new Set(project.team.map(person));
  if (team.has(person(expert.name))) add('team', '与项目团队成员同名，按同一人回避');
  const bodies = [expert.employer, ...expert.agencies];
  const member = project.members.find(({ name }) => expert.agencies.some((agency) => sameAgency(agency, name)));
  if (member !== undefined) add('agency', `与联合体成员“${member.name}”有关联`);
  const agency = patents.find(
    (tie) => tie.agency !== null && tie.holders.length > 0 && bodies.some((body) => sameAgency(body, tie.agency ?? '')),
  );
  if (agency !== undefined)
    add('agency', `关联机构“${agency.agency}”代理“${agency.holders[0]}”的专利${patent(agency)}`);
  const named = patents.filter((tie) => tie.inventors.some((name) => person(name) === person(expert.name)));
  const own = named.find((tie) => tie.holders.length > 0);
  if (own !== undefined) add('inventor', `是“${own.holders[0]}”专利${patent(own)}的发明人`);
  const joint = named.find((tie) =>
    tie.inventors.some((name) => team.has(person(name)) && person(name) !== person(expert.name)),
  );
  if (joint !== undefined) {
    const colleague = joint.inventors.find((name) => team.has(person(name)) && person(name) !== person(expert.name));
    add('inventor', `与项目团队成员${colleague}同为专利${patent(joint)}的发明人`);
  }
  const declared = expert.declared.find((one) =>
    project.members.some(
      ({ partyId, name }) => (partyId !== null && partyId === one.partyId) || sameBody(name, one.body),
    ),
  );
  if (declared !== undefined) add('declared', `${declared.on} 声明与“${declared.body}”有利害关系`);
  return reasons;
}
