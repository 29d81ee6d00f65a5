import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type {
  CaseClueRow,
  CaseGoodsLine,
  CaseOfficerRow,
  CasePartyRow,
  CaseRightRow,
  NewOfficer,
  NewParty,
} from '../domain/case-types.ts';

export async function listParties(db: Db, district: string, caseId: string): Promise<readonly CasePartyRow[]> {
  const { rows } =
    await sql<CasePartyRow>`select id, side, is_natural as "natural", name, uscc, address, town_code as "townCode", phone,
      representative, party_id as "partyId", survivor_party_id as "survivorPartyId", survivor_name as "survivorName",
      merged_on as "mergedOn", merged_reason as "mergedReason"
    from cases.party where district = ${district} and case_id = ${caseId} order by position, id`.execute(db);
  return rows;
}

/** Replaces the parties; mergers already noted stay with who keeps its name. */
export async function saveParties(
  tx: Tx,
  district: string,
  caseId: string,
  parties: readonly NewParty[],
): Promise<void> {
  const before = await listParties(tx, district, caseId);
  await sql`delete from cases.party where district = ${district} and case_id = ${caseId}`.execute(tx);
  for (const [position, one] of parties.entries()) {
    const same = before.find(({ name, side }) => name === one.name && side === one.side);
    await sql`insert into cases.party (district, id, case_id, side, is_natural, name, uscc, address, town_code, phone, representative, party_id,
        survivor_party_id, survivor_name, merged_on, merged_reason, position)
      values (${district}, ${same?.id ?? uuidv7()}, ${caseId}, ${one.side}, ${one.natural}, ${one.name}, ${one.uscc}, ${one.address}, ${one.townCode},
        ${one.phone}, ${one.representative}, ${one.partyId}, ${same?.survivorPartyId ?? null}, ${same?.survivorName ?? null},
        ${same?.mergedOn ?? null}, ${same?.mergedReason ?? null}, ${position})`.execute(tx);
  }
}

export async function noteSurvivor(
  tx: Tx,
  district: string,
  id: string,
  survivor: { readonly partyId: string | null; readonly name: string; readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`update cases.party set survivor_party_id = ${survivor.partyId}, survivor_name = ${survivor.name}, merged_on = ${survivor.on},
      merged_reason = ${survivor.reason} where district = ${district} and id = ${id}`.execute(tx);
}

export async function listRights(db: Db, district: string, caseId: string): Promise<readonly CaseRightRow[]> {
  const { rows } = await sql<CaseRightRow>`select kind, number, name, class, holder, valid_on_act as "validOnAct"
    from cases.case_right where district = ${district} and case_id = ${caseId} order by position, id`.execute(db);
  return rows;
}

export async function saveRights(
  tx: Tx,
  district: string,
  caseId: string,
  rights: readonly CaseRightRow[],
): Promise<void> {
  await sql`delete from cases.case_right where district = ${district} and case_id = ${caseId}`.execute(tx);
  for (const [position, one] of rights.entries())
    await sql`insert into cases.case_right (district, id, case_id, kind, number, name, class, holder, valid_on_act, position)
      values (${district}, ${uuidv7()}, ${caseId}, ${one.kind}, ${one.number}, ${one.name}, ${one.class}, ${one.holder}, ${one.validOnAct}, ${position})`.execute(
      tx,
    );
}

export async function listGoods(db: Db, district: string, caseId: string): Promise<readonly CaseGoodsLine[]> {
  const { rows } =
    await sql<CaseGoodsLine>`select name, spec, unit, quantity::float8 as quantity, sold, price_fen as "priceFen", basis, note
    from cases.goods where district = ${district} and case_id = ${caseId} order by position, id`.execute(db);
  return rows;
}

export async function saveGoods(
  tx: Tx,
  district: string,
  caseId: string,
  goods: readonly CaseGoodsLine[],
): Promise<void> {
  await sql`delete from cases.goods where district = ${district} and case_id = ${caseId}`.execute(tx);
  for (const [position, one] of goods.entries())
    await sql`insert into cases.goods (district, id, case_id, name, spec, unit, quantity, sold, price_fen, basis, note, position)
      values (${district}, ${uuidv7()}, ${caseId}, ${one.name}, ${one.spec}, ${one.unit}, ${one.quantity}, ${one.sold}, ${one.priceFen}, ${one.basis},
        ${one.note}, ${position})`.execute(tx);
}

/** Everyone who was named an officer of the case, the present ones first, the leading one before the others. */
export async function listOfficers(db: Db, district: string, caseId: string): Promise<readonly CaseOfficerRow[]> {
  const { rows } = await sql<CaseOfficerRow>`select id, officer_id as "officerId", user_id as "userId", name, unit,
      certificate_no as "certificateNo", certificate_until as "certificateUntil", part, since, until, recused_reason as "recusedReason"
    from cases.officer where district = ${district} and case_id = ${caseId}
    order by (until is not null), position, since, id`.execute(db);
  return rows;
}

/** Names the officers; whoever is named no more ends on the day and stays on record. */
export async function saveOfficers(
  tx: Tx,
  district: string,
  caseId: string,
  on: string,
  officers: readonly NewOfficer[],
): Promise<void> {
  const ids = officers.map(({ officerId }) => officerId);
  await sql`update cases.officer set until = ${on} where district = ${district} and case_id = ${caseId} and until is null
    and officer_id <> all(${ids}::uuid[])`.execute(tx);
  const now = (await listOfficers(tx, district, caseId)).filter(({ until }) => until === null);
  for (const [position, one] of officers.entries()) {
    const known = now.find(({ officerId }) => officerId === one.officerId);
    const part = position === 0 ? 'lead' : 'assist';
    if (known !== undefined)
      await sql`update cases.officer set part = ${part}, position = ${position}, user_id = ${one.userId}, certificate_no = ${one.certificateNo},
        certificate_until = ${one.certificateUntil} where district = ${district} and id = ${known.id}`.execute(tx);
    else
      await sql`insert into cases.officer (district, id, case_id, officer_id, user_id, name, unit, certificate_no, certificate_until, part, position, since)
        values (${district}, ${uuidv7()}, ${caseId}, ${one.officerId}, ${one.userId}, ${one.name}, ${one.unit}, ${one.certificateNo},
          ${one.certificateUntil}, ${part}, ${position}, ${on})`.execute(tx);
  }
}

export async function recuseOfficer(
  tx: Tx,
  district: string,
  id: string,
  given: { readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`update cases.officer set until = ${given.on}, recused_reason = ${given.reason} where district = ${district} and id = ${id}`.execute(
    tx,
  );
}

export async function listClues(db: Db, district: string, caseId: string): Promise<readonly CaseClueRow[]> {
  const { rows } =
    await sql<CaseClueRow>`select id, source_kind as kind, source_module as module, source_id as "sourceId", source_label as label,
      source_href as href, received_on as "receivedOn", title, text
    from cases.clue where district = ${district} and case_id = ${caseId} order by entered_at, id`.execute(db);
  return rows;
}

export async function insertClue(
  tx: Tx,
  district: string,
  caseId: string,
  clue: CaseClueRow & { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`insert into cases.clue (district, id, case_id, source_kind, source_module, source_id, source_label, source_href, received_on, title, text,
      entered_at, entered_by_name)
    values (${district}, ${clue.id}, ${caseId}, ${clue.kind}, ${clue.module}, ${clue.sourceId}, ${clue.label}, ${clue.href}, ${clue.receivedOn},
      ${clue.title}, ${clue.text}, ${clue.at}, ${clue.by})`.execute(tx);
}
