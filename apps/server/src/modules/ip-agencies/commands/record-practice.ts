import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { personKeyOf } from '../domain/person-key.ts';
import { announce } from '../repositories/rebuild-register.ts';

export interface PracticeEntry {
  readonly agencyId: string;
  readonly name: string;
  readonly qualificationNo?: string | null;
  readonly practiceNo?: string | null;
  readonly role?: string | null;
  /** First day at the agency; null = not told. */
  readonly from: string | null;
  /** Last day at the agency; null = still. */
  readonly to: string | null;
}

/**
 * Enters a period of a person at an agency, or its new end where the same person began there on the same day, inside the
 * caller's transaction, which writes the audit entry. Returns the person's id.
 */
export async function recordPractice(tx: Tx, ctx: Ctx, entry: PracticeEntry): Promise<string> {
  const { district } = ctx;
  const found = await sql<{
    name: string;
    code: string | null;
    uscc: string | null;
  }>`select name, agency_code as code, uscc
    from agencies.agency where district = ${district} and id = ${entry.agencyId}`.execute(tx);
  const agency = found.rows[0];
  if (agency === undefined) throw new AppError('platform.not-found');
  const key = personKeyOf({ ...entry, agency: agency.code ?? agency.uscc ?? agency.name });
  const person = await sql<{
    id: string;
  }>`insert into agencies.person as e (district, id, person_key, name, qualification_no, practice_no)
    values (${district}, ${uuidv7()}, ${key}, ${entry.name}, ${entry.qualificationNo ?? null}, ${entry.practiceNo ?? null})
    on conflict (district, person_key) do update set practice_no = coalesce(e.practice_no, excluded.practice_no) returning e.id`.execute(
    tx,
  );
  const { id } = person.rows[0] as { id: string };
  await sql`insert into agencies.practice (district, list, record_key, person_id, written, agency_code, agency_uscc, agency_id, role, practice_no, from_on, to_on)
    values (${district}, 'officer', ${`${key}|${entry.agencyId}|${entry.from ?? ''}`}, ${id}, ${agency.name}, ${agency.code}, ${agency.uscc},
      ${entry.agencyId}, ${entry.role ?? null}, ${entry.practiceNo ?? null}, ${entry.from}, ${entry.to})
    on conflict (district, list, record_key) do update set role = excluded.role, to_on = excluded.to_on, practice_no = excluded.practice_no`.execute(
    tx,
  );
  await announce(tx, ctx, [entry.agencyId]);
  return id;
}
