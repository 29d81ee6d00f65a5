import { maskPersonalInformation } from '@jince/law';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { ImportKind } from '../../../platform/imports/import-kind.ts';
import { openValue } from '../../../platform/imports/seal-cells.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { sealPerson } from './letter-repository.ts';

export const TAKE_LISTED = 'complaints.take-listed';

interface ListedPerson {
  readonly name: string;
  readonly phone?: string;
}

interface ListedValues {
  readonly number: string;
  readonly sort: 'complaint' | 'report' | 'both';
  readonly receivedOn: string;
  /** Under the seal of the import. */
  readonly person?: unknown;
  readonly subject: string;
  readonly uscc?: string;
  readonly address?: string;
  readonly problem: string;
  readonly stage?: string;
  readonly unit?: string;
  readonly dueOn?: string;
}

export interface ListedClue {
  readonly recordKey: string;
  readonly number: string;
  readonly sort: 'complaint' | 'report' | 'both';
  readonly receivedOn: string;
  readonly personSealed: string | null;
  readonly subjectName: string;
  readonly subjectUscc: string | null;
  readonly address: string | null;
  readonly problem: string;
  readonly stage: string | null;
  readonly unit: string | null;
  readonly dueOn: string | null;
  readonly letterId: string | null;
  readonly withdrawn: boolean;
}

/** Brings the lines of 12315 in line with the committed lists; the job opens and takes back the files. Names are sealed on the way. */
export async function projectListedClues(tx: Tx, ctx: Ctx, kind: ImportKind): Promise<void> {
  const { district } = ctx;
  await sql`delete from complaints.listed_clue l using jince_vanished v where l.district = ${district}
    and l.record_key = v.record_key and l.letter_id is null`.execute(tx);
  await sql`update complaints.listed_clue l set withdrawn = true from jince_vanished v where l.district = ${district}
    and l.record_key = v.record_key`.execute(tx);
  const { rows } = await sql<{
    key: string;
    v: ListedValues;
  }>`select record_key as key, record_values as v from jince_projected`.execute(tx);
  for (const { key, v } of rows) {
    const person = v.person === undefined ? null : openValue<ListedPerson>(ctx.services, kind, v.person);
    const sealed =
      person === null
        ? null
        : sealPerson(ctx, key, { name: person.name, phone: person.phone ?? null, email: null, address: null });
    const label = person === null ? null : maskPersonalInformation('name', person.name, ctx.today);
    await sql`insert into complaints.listed_clue (district, record_key, number, sort, received_on, person_sealed, person_label, subject_name,
        subject_uscc, address, problem, stage, unit, due_on)
      values (${district}, ${key}, ${v.number}, ${v.sort}, ${v.receivedOn}, ${sealed}, ${label}, ${v.subject}, ${v.uscc ?? null},
        ${v.address ?? null}, ${v.problem}, ${v.stage ?? null}, ${v.unit ?? null}, ${v.dueOn ?? null})
      on conflict (district, record_key) do update set sort = excluded.sort, received_on = excluded.received_on,
        person_sealed = excluded.person_sealed, person_label = excluded.person_label, subject_name = excluded.subject_name,
        subject_uscc = excluded.subject_uscc, address = excluded.address, problem = excluded.problem, stage = excluded.stage,
        unit = excluded.unit, due_on = excluded.due_on, withdrawn = false`.execute(tx);
  }
  await enqueueJob(tx, ctx, { task: TAKE_LISTED, payload: {}, queue: 'complaints' });
}

const COLUMNS = sql`record_key as "recordKey", number, sort, received_on as "receivedOn", person_sealed as "personSealed",
  subject_name as "subjectName", subject_uscc as "subjectUscc", address, problem, stage, unit, due_on as "dueOn", letter_id as "letterId",
  withdrawn`;

/** Lines without a file yet, and lines whose list was taken back. */
export async function listWaitingClues(db: Db, district: string): Promise<ListedClue[]> {
  const { rows } = await sql<ListedClue>`select ${COLUMNS} from complaints.listed_clue where district = ${district}
    and (letter_id is null or withdrawn) order by received_on, record_key limit 5000`.execute(db);
  return rows;
}

export async function markTaken(tx: Tx, district: string, key: string, letterId: string): Promise<void> {
  await sql`update complaints.listed_clue set letter_id = ${letterId} where district = ${district} and record_key = ${key}`.execute(
    tx,
  );
}

export async function forgetClue(tx: Tx, district: string, key: string): Promise<void> {
  await sql`delete from complaints.listed_clue where district = ${district} and record_key = ${key}`.execute(tx);
}

export async function describeListedClues(ctx: Ctx, keys: readonly string[]) {
  const { rows } = await sql<{ key: string; label: string; id: string | null }>`
    select c.record_key as key, c.number || ' ' || c.subject_name as label,
      (select m.id from complaints.matter m where m.district = c.district and m.letter_id = c.letter_id order by m.sort limit 1) as id
    from complaints.listed_clue c where c.district = ${ctx.district} and c.record_key = any(${[...keys]}::text[])`.execute(
    ctx.db,
  );
  return new Map(
    rows.map((row) => [
      row.key,
      { label: row.label, href: row.id === null ? '/protection/complaints' : `/protection/complaints/${row.id}` },
    ]),
  );
}
