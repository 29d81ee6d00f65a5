import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type AgencySaid, CHANGE_FIELDS, type ChangeField } from '../domain/agency.ts';
import { rebuildRegister } from '../repositories/rebuild-register.ts';

/**
 * Enters an agency an officer registered, inside the caller's transaction, which writes the audit entry. If the lists know it
 * (same unified code, same agency code, same name without contradiction) it joins that entry. Returns the agency's id.
 */
export async function registerAgency(tx: Tx, ctx: Ctx, said: AgencySaid, basis = '登记'): Promise<string> {
  const key = uuidv7();
  await sql`insert into agencies.statement (district, list, record_key, name, uscc, agency_code, said)
    values (${ctx.district}, 'officer', ${key}, ${said.name}, ${said.uscc ?? null}, ${said.agencyCode ?? null}, ${JSON.stringify(said)})`.execute(
    tx,
  );
  await rebuildRegister(tx, ctx, basis);
  const { rows } = await sql<{ id: string }>`select agency_id as id from agencies.statement
    where district = ${ctx.district} and list = 'officer' and record_key = ${key}`.execute(tx);
  return (rows[0] as { id: string }).id;
}

/** Values of {@link CHANGE_FIELDS} that change; null takes a value away. `parentId` is an agency's id. */
export type AgencyChange = Partial<Record<ChangeField, string | readonly string[] | null>>;

/**
 * Records a change as a dated event, inside the caller's transaction, which writes the audit entry. From `on` it stands above
 * what lists say. A day to come takes effect with the first rebuild after it.
 * @param when.basis what it rests on: document, number of the request
 * @throws AppError ip-agencies.change.field for a field that cannot be changed
 */
export async function recordAgencyChange(
  tx: Tx,
  ctx: Ctx,
  agencyId: string,
  change: AgencyChange,
  when: { readonly on: string; readonly basis: string },
): Promise<void> {
  const { rows } = await sql<
    Record<string, unknown>
  >`select name, uscc, agency_code as "agencyCode", kinds, status, town_code as "townCode",
      parent_id as "parentId", licence_no as "licenceNo", licensed_on as "licensedOn", filing_no as "filingNo", filing_from as "filingFrom",
      filing_until as "filingUntil", established_on as "establishedOn", address, phone, head_name as "headName", services
    from agencies.agency where district = ${ctx.district} and id = ${agencyId}`.execute(tx);
  const before = rows[0];
  if (before === undefined) throw new AppError('platform.not-found');
  for (const [field, value] of Object.entries(change)) {
    if (!CHANGE_FIELDS.includes(field as ChangeField)) throw new AppError('ip-agencies.change.field', { field });
    await sql`insert into agencies.change (district, id, agency_id, field, before, value, happened_on, basis, origin, recorded_at, actor_name)
      values (${ctx.district}, ${uuidv7()}, ${agencyId}, ${field}, ${JSON.stringify(before[field] ?? null)}::jsonb,
        ${JSON.stringify(value ?? null)}::jsonb, ${when.on}, ${when.basis}, 'officer', ${ctx.now.toISOString()}, ${ctx.actor.displayName})`.execute(
      tx,
    );
  }
  await rebuildRegister(tx, ctx, when.basis);
}
