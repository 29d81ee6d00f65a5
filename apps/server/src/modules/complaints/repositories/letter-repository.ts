import { normaliseName } from '@jince/matching';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { sealSecret } from '../../../platform/auth/index.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Letter, LetterPerson } from '../domain/letter.ts';
import { personKey, personLabel } from '../domain/person.ts';

const USE = 'reporters of violations';

/** Seals who wrote to the letter. */
export const sealPerson = (ctx: Ctx, owner: string, person: LetterPerson): string =>
  sealSecret(JSON.stringify(person), ctx.services.config.secret, owner, USE);

/** Keeps a letter as it came; who wrote goes into the sealed table alone. Returns its id. */
export async function insertLetter(tx: Tx, ctx: Ctx, letter: Letter): Promise<string> {
  const id = uuidv7();
  const key = personKey(ctx.services.config.secret, letter.person);
  await sql`insert into complaints.letter (district, id, source, source_key, source_href, received_on, entered_at, entered_by, entered_by_name,
      back_dated_reason, person_kind, person_label, person_key, subject_name, subject_key, subject_uscc, subject_natural, party_id, address,
      town_code, right_kind, right_number, right_holder, behaviour_row, happened_on, stage, electronic, title, statement, wish, stated_due_on)
    values (${ctx.district}, ${id}, ${letter.source}, ${letter.sourceKey}, ${letter.sourceHref}, ${letter.receivedOn}, ${ctx.now},
      ${ctx.actor.userId}, ${ctx.actor.displayName}, ${letter.backDatedReason}, ${letter.personKind}, ${personLabel(letter, ctx.today)}, ${key},
      ${letter.subjectName}, ${normaliseName(letter.subjectName)}, ${letter.subjectUscc}, ${letter.subjectNatural},
      (select p.id from parties.party p where p.district = ${ctx.district} and p.uscc = ${letter.subjectUscc} limit 1), ${letter.address},
      ${letter.townCode}, ${letter.rightKind}, ${letter.rightNumber}, ${letter.rightHolder}, ${letter.behaviourRow}, ${letter.happenedOn},
      ${letter.stage}, ${letter.electronic}, ${letter.title}, ${letter.statement}, ${letter.wish}, ${letter.statedDueOn})`.execute(
    tx,
  );
  if (letter.person !== null && Object.values(letter.person).some((one) => one !== null))
    await sql`insert into complaints.person (district, letter_id, sealed) values (${ctx.district}, ${id},
      ${sealPerson(ctx, id, letter.person)})`.execute(tx);
  return id;
}

export async function findLetterOfSource(
  db: Db,
  district: string,
  source: string,
  key: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from complaints.letter where district = ${district}
    and source = ${source} and source_key = ${key}`.execute(db);
  return rows[0]?.id;
}

export async function findSealedPerson(db: Db, district: string, letterId: string): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: string }>`select sealed from complaints.person where district = ${district}
    and letter_id = ${letterId}`.execute(db);
  return rows[0]?.sealed;
}
