import type { InstalmentStage } from '@jince/wujiang';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface MemberRow {
  readonly role: string;
  readonly party_id: string | null;
  readonly name: string;
  readonly uscc: string | null;
  readonly task: string;
  /** Kind and standing in the register; null for bodies from elsewhere. */
  readonly party_kind: string | null;
}
export interface TargetRow {
  readonly position: number;
  readonly code: string | null;
  readonly label: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly goal: number;
  readonly reached: number | null;
  readonly reached_on: string | null;
  readonly evidence: string | null;
}
export interface MilestoneRow {
  readonly position: number;
  readonly label: string;
  readonly due_on: string;
  readonly done_on: string | null;
  readonly note: string | null;
}
export type InstalmentState = 'planned' | 'payable' | 'paid' | 'failed' | 'cancelled';
export interface InstalmentRow {
  readonly id: string;
  readonly project_id: string;
  readonly stage: InstalmentStage;
  readonly percent: number;
  readonly amount_fen: number;
  readonly state: InstalmentState;
  readonly document_no: string | null;
  readonly payable_on: string | null;
  readonly paid_on: string | null;
  readonly reason: string | null;
}

/** Members of several projects, each project's in their order. */
export async function listMembersOf(
  db: Db,
  district: string,
  projectIds: readonly string[],
): Promise<(MemberRow & { readonly project_id: string })[]> {
  const { rows } = await sql<
    MemberRow & { project_id: string }
  >`select m.project_id, m.role, m.party_id, coalesce(p.name, m.name) as name,
      coalesce(p.uscc, m.uscc) as uscc, m.task, p.kind as party_kind
    from programs.member m left join parties.party p on p.district = m.district and p.id = m.party_id
    where m.district = ${district} and m.project_id = any(${projectIds}::uuid[]) order by m.project_id, m.position`.execute(
    db,
  );
  return rows;
}

export const listMembers = (db: Db, district: string, projectId: string): Promise<MemberRow[]> =>
  listMembersOf(db, district, [projectId]);

export async function replaceMembers(
  tx: Tx,
  district: string,
  projectId: string,
  members: readonly Omit<MemberRow, 'party_kind'>[],
): Promise<void> {
  await sql`delete from programs.member where district = ${district} and project_id = ${projectId}`.execute(tx);
  for (const [position, member] of members.entries())
    await sql`insert into programs.member (district, project_id, position, role, party_id, name, uscc, task)
      values (${district}, ${projectId}, ${position}, ${member.role}, ${member.party_id}, ${member.name}, ${member.uscc}, ${member.task})`.execute(
      tx,
    );
}

export async function listTargets(db: Db, district: string, projectId: string): Promise<TargetRow[]> {
  const { rows } =
    await sql<TargetRow>`select position, code, label, unit, baseline, goal, reached, reached_on, evidence
    from programs.target where district = ${district} and project_id = ${projectId} order by position`.execute(db);
  return rows;
}

export async function replaceTargets(
  tx: Tx,
  district: string,
  projectId: string,
  targets: readonly (Pick<TargetRow, 'code' | 'label' | 'unit' | 'baseline' | 'goal'> & {
    readonly reached?: Pick<TargetRow, 'reached' | 'reached_on' | 'evidence'> | undefined;
  })[],
): Promise<void> {
  await sql`delete from programs.target where district = ${district} and project_id = ${projectId}`.execute(tx);
  for (const [position, { code, label, unit, baseline, goal, reached }] of targets.entries())
    await sql`insert into programs.target (district, project_id, position, code, label, unit, baseline, goal, reached, reached_on, evidence)
      values (${district}, ${projectId}, ${position}, ${code}, ${label}, ${unit}, ${baseline}, ${goal}, ${reached?.reached ?? null},
        ${reached?.reached_on ?? null}, ${reached?.evidence ?? null})`.execute(tx);
}

/** Whether there is a target at the position. */
export async function setReached(
  tx: Tx,
  ctx: Ctx,
  projectId: string,
  at: { readonly position: number; readonly reached: number | null; readonly evidence: string | null },
): Promise<boolean> {
  const { rows } = await sql`update programs.target set reached = ${at.reached}, evidence = ${at.evidence},
      reached_on = ${at.reached === null ? null : ctx.today}
    where district = ${ctx.district} and project_id = ${projectId} and position = ${at.position} returning 1`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function listMilestones(db: Db, district: string, projectId: string): Promise<MilestoneRow[]> {
  const { rows } = await sql<MilestoneRow>`select position, label, due_on, done_on, note from programs.milestone
    where district = ${district} and project_id = ${projectId} order by position`.execute(db);
  return rows;
}

export async function insertMilestones(
  tx: Tx,
  district: string,
  projectId: string,
  milestones: readonly { readonly label: string; readonly dueOn: string }[],
): Promise<void> {
  for (const [position, { label, dueOn }] of milestones.entries())
    await sql`insert into programs.milestone (district, project_id, position, label, due_on)
      values (${district}, ${projectId}, ${position}, ${label}, ${dueOn})`.execute(tx);
}

/** Whether there is a milestone at the position. */
export async function setMilestone(
  tx: Tx,
  district: string,
  projectId: string,
  at: { readonly position: number; readonly doneOn: string | null; readonly note: string | null },
): Promise<boolean> {
  const { rows } = await sql`update programs.milestone set done_on = ${at.doneOn}, note = ${at.note}
    where district = ${district} and project_id = ${projectId} and position = ${at.position} returning 1`.execute(tx);
  return rows.length > 0;
}

const instalmentColumns = sql`i.id, i.project_id, i.stage, i.percent, i.amount_fen, i.state, i.document_no, i.payable_on, i.paid_on, i.reason`;
const inOrder = sql`array_position(array['agreement', 'mid-term', 'acceptance'], i.stage)`;

/** Instalments of projects, in the order they fall due. */
export async function listInstalments(
  db: Db,
  district: string,
  projectIds: readonly string[],
): Promise<InstalmentRow[]> {
  const { rows } = await sql<InstalmentRow>`select ${instalmentColumns} from programs.instalment i
    where i.district = ${district} and i.project_id = any(${projectIds}::uuid[]) order by i.project_id, ${inOrder}`.execute(
    db,
  );
  return rows;
}

export async function insertInstalments(
  tx: Tx,
  district: string,
  projectId: string,
  parts: readonly { readonly stage: InstalmentStage; readonly percent: number; readonly amountFen: number }[],
): Promise<InstalmentRow[]> {
  for (const { stage, percent, amountFen } of parts)
    await sql`insert into programs.instalment (district, id, project_id, stage, percent, amount_fen, state)
      values (${district}, ${uuidv7()}, ${projectId}, ${stage}, ${percent}, ${amountFen}, 'planned')`.execute(tx);
  return listInstalments(tx, district, [projectId]);
}

export async function setInstalment(
  tx: Tx,
  district: string,
  id: string,
  change: {
    readonly state: InstalmentState;
    readonly document_no?: string;
    readonly payable_on?: string;
    readonly paid_on?: string;
    readonly reason?: string | null;
  },
): Promise<boolean> {
  const sets = Object.entries(change).map(([column, value]) => sql`${sql.id(column)} = ${value}`);
  const { rows } = await sql`update programs.instalment set ${sql.join(sets)}
    where district = ${district} and id = ${id} returning 1`.execute(tx);
  return rows.length > 0;
}
