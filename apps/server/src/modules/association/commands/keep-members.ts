import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { MEMBER_EDIT } from '../association.catalogue.ts';
import { requireAgencyCard, requireOurs } from '../reach.ts';
import { findMembership, type MemberRow, selectMembers } from '../repositories/member-repository.ts';
import { noteAgency } from './note-change.ts';

async function nextNumber(tx: Tx, ctx: Ctx): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext(${`association.member:${ctx.district}`}))`.execute(tx);
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int + 1 as n from association.member where district = ${ctx.district}`.execute(tx);
  return `HY${String(rows[0]?.n ?? 1).padStart(4, '0')}`;
}

/** Admits an agency. Returns the membership's id. @throws AppError association.member.already · 404 */
export async function admitMember(
  ctx: Ctx,
  input: { readonly agencyId: string; readonly level: MemberRow['level']; readonly joinedOn: string },
): Promise<string> {
  requireOurs(ctx, MEMBER_EDIT);
  const agency = await requireAgencyCard(ctx, input.agencyId);
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    const number = await nextNumber(tx, ctx);
    const { rows } = await selectMembers(
      tx,
      ctx.district,
      sql`m.agency_id = ${agency.id} and coalesce(m.left_on > ${input.joinedOn}::date, true)`,
    );
    if (rows[0] !== undefined)
      throw new AppError('association.member.already', { name: agency.name, number: rows[0].member_no });
    await sql`insert into association.member (district, id, agency_id, member_no, level, joined_on)
      values (${ctx.district}, ${id}, ${agency.id}, ${number}, ${input.level}, ${input.joinedOn})`.execute(tx);
    await noteAgency(tx, ctx, agency.id);
    await writeAudit(tx, ctx, {
      action: 'association.member.admit',
      subject: { kind: 'association.member', id, label: agency.name },
      details: { number, level: input.level, joinedOn: input.joinedOn },
    });
  });
  return id;
}

/** Ends a membership inside the caller's transaction. */
export async function endMembershipOf(
  tx: Tx,
  ctx: Ctx,
  member: Pick<MemberRow, 'id' | 'agency_id'>,
  { on, reason }: { readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`update association.member set left_on = ${on}, left_reason = ${reason} where district = ${ctx.district} and id = ${member.id}`.execute(
    tx,
  );
  await noteAgency(tx, ctx, member.agency_id);
}

/** @param input.leftOn first day without membership. @throws AppError association.member.left-before-joined · association.member.none */
export async function endMembership(
  ctx: Ctx,
  id: string,
  input: { readonly leftOn: string; readonly reason: string },
): Promise<void> {
  requireOurs(ctx, MEMBER_EDIT);
  await inTransaction(ctx, async (tx) => {
    const member = (await selectMembers(tx, ctx.district, sql`m.id = ${id}`)).rows[0];
    if (member === undefined) throw new AppError('platform.not-found');
    if (member.left_on !== null) throw new AppError('association.member.none', { name: member.name, on: input.leftOn });
    if (input.leftOn < member.joined_on)
      throw new AppError('association.member.left-before-joined', { left: input.leftOn, joined: member.joined_on });
    await endMembershipOf(tx, ctx, member, { on: input.leftOn, reason: input.reason });
    await writeAudit(tx, ctx, {
      action: 'association.member.end',
      subject: { kind: 'association.member', id, label: member.name },
      details: { leftOn: input.leftOn, reason: input.reason },
    });
  });
}

/** @throws AppError association.member.none */
export async function requireMember(ctx: Ctx, agencyId: string, name: string, on: string): Promise<MemberRow> {
  const member = await findMembership(ctx.db, ctx.district, agencyId, on);
  if (member === undefined) throw new AppError('association.member.none', { name, on });
  return member;
}
