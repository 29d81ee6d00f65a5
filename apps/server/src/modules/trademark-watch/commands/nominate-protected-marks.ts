import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile, performAction } from '../../../platform/procedures/index.ts';
import { PROTECTION_PROCEDURE } from '../procedure/states.ts';
import { meetsRule, requireCriterion } from '../queries/criteria.ts';
import { findRegistered, insertMark, type RegisteredMark, selectMarks } from '../repositories/mark-repository.ts';

export interface Nomination {
  readonly registrationNos: readonly string[];
  readonly criteria: readonly string[];
  readonly reason: string;
  readonly way: 'rule' | 'hand';
  readonly goods: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly region: string | null;
}

/** What a rule rested on, mark by mark; by hand the reason alone counts. */
async function proofOf(ctx: Ctx, mark: RegisteredMark, order: Nomination) {
  const proof: { label: string; text: string }[] = [];
  for (const code of order.criteria) {
    const criterion = requireCriterion(ctx, code);
    if (criterion.rule === null) continue;
    const met = await meetsRule(ctx, criterion.rule, mark.ids);
    if (!met && order.way === 'rule')
      throw new AppError('trademark-watch.mark.rule-fails', {
        registrationNo: mark.registration_no,
        criterion: criterion.label[ctx.language],
      });
    proof.push({
      label: criterion.label.zh,
      text: `${criterion.rule}；${ctx.today} ${met ? '符合' : '不符合，人工提名'}`,
    });
  }
  return proof;
}

/**
 * Nominates marks of the register, all or none. By rule, each must meet the rules of the named criteria on that day.
 * @throws AppError trademark-watch.mark.unknown-criterion · not-in-register · not-valid · rule-fails · twice
 */
export async function nominateProtectedMarks(ctx: Ctx, order: Nomination): Promise<{ ids: string[] }> {
  for (const code of order.criteria) requireCriterion(ctx, code);
  const numbers = [...new Set(order.registrationNos)];
  const found = await findRegistered(ctx.db, ctx, numbers);
  const marks: { mark: RegisteredMark; proof: { label: string; text: string }[] }[] = [];
  for (const registrationNo of numbers) {
    const mark = found.get(registrationNo);
    if (mark === undefined) throw new AppError('trademark-watch.mark.not-in-register', { registrationNo });
    if (!mark.valid) throw new AppError('trademark-watch.mark.not-valid', { registrationNo });
    marks.push({ mark, proof: await proofOf(ctx, mark, order) });
  }
  return inTransaction(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`protected-marks:${ctx.district}`}, 0))`.execute(tx);
    const standing = await selectMarks(
      tx,
      ctx.district,
      sql`m.record_key = any(${numbers}::text[]) and m.state in ('nominated', 'listed')`,
    );
    const twice = standing.rows[0];
    if (twice !== undefined)
      throw new AppError('trademark-watch.mark.twice', { registrationNo: twice.registration_no });
    const ids: string[] = [];
    for (const { mark, proof } of marks) {
      const id = uuidv7();
      const file = await openFile(tx, ctx, {
        procedure: PROTECTION_PROCEDURE,
        subject: { kind: PROTECTION_PROCEDURE, id, label: `${mark.name}（第${mark.registration_no}号）` },
        partyId: mark.party_id,
        townCode: mark.town_code,
        organisations: [ctx.services.jurisdiction.watchSettings.body],
      });
      await insertMark(tx, ctx, {
        id,
        file_id: file.id,
        origin: 'own',
        origin_name: null,
        record_key: mark.registration_no,
        registration_no: mark.registration_no,
        name: mark.name,
        classes: mark.classes,
        holder_name: mark.holder,
        party_id: mark.party_id,
        town_code: mark.town_code,
        goods: order.goods || mark.goods,
        criteria: order.criteria,
        proof,
        reason: order.reason,
        way: order.way,
        contact_name: order.contactName,
        contact_phone: order.contactPhone,
        region: order.region,
        state: 'nominated',
      });
      await performAction(tx, ctx, file.id, 'nominate');
      ids.push(id);
    }
    await writeAudit(tx, ctx, {
      action: 'trademark-watch.mark.nominate',
      subject: { kind: PROTECTION_PROCEDURE, id: ids[0] as string, label: numbers.join('、').slice(0, 200) },
      details: { registrationNos: numbers, criteria: order.criteria, way: order.way },
    });
    return { ids };
  });
}
