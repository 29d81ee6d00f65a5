import { addDays, addYears } from '@jince/calendar';
import type { BrandLevel } from '@jince/wujiang';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { explainSubject, openConditions, requireRule } from '../../../platform/facts/index.ts';
import { BRAND_AWARD } from '../association.catalogue.ts';
import { requireAgencyCard, requireOurs } from '../reach.ts';
import { noteAgency } from './note-change.ts';

export function requireLevel(ctx: Ctx, code: string): BrandLevel {
  const level = ctx.services.jurisdiction.association.brandLevels.find((one) => one.code === code);
  if (level === undefined) throw new AppError('association.brand.unknown-level', { level: code });
  return level;
}

/** Whether an agency meets a level today, with what is missing. */
export async function judgeLevel(ctx: Ctx, agencyId: string, level: BrandLevel) {
  const rule = requireRule(ctx, 'agency', level.rule);
  const { outcome, trace } = await explainSubject(ctx, {
    subject: 'agency',
    id: agencyId,
    rule,
    asOf: ctx.today,
    everyone: true,
  });
  return { met: outcome === 'true', open: openConditions(trace), trace };
}

/** Awards a level of the ladder to an agency that meets its rule today. Returns its id. @throws AppError association.brand.conditions */
export async function awardBrand(
  ctx: Ctx,
  input: { readonly agencyId: string; readonly level: string },
): Promise<string> {
  requireOurs(ctx, BRAND_AWARD);
  const level = requireLevel(ctx, input.level);
  const agency = await requireAgencyCard(ctx, input.agencyId);
  const { met, open } = await judgeLevel(ctx, agency.id, level);
  if (!met)
    throw new AppError('association.brand.conditions', { name: agency.name, level: level.label, why: open.join('；') });
  const id = uuidv7();
  const until = addDays(addYears(ctx.today, level.years), -1);
  await inTransaction(ctx, async (tx) => {
    await sql`update association.brand set withdrawn_on = ${ctx.today}, withdrawn_reason = ${`改为${level.label}`}
      where district = ${ctx.district} and agency_id = ${agency.id} and withdrawn_on is null and until_on >= ${ctx.today}`.execute(
      tx,
    );
    await sql`insert into association.brand (district, id, agency_id, level, awarded_on, until_on, sentence, decided_by)
      values (${ctx.district}, ${id}, ${agency.id}, ${level.code}, ${ctx.today}, ${until}, ${level.text}, ${ctx.actor.displayName})`.execute(
      tx,
    );
    await noteAgency(tx, ctx, agency.id);
    await writeAudit(tx, ctx, {
      action: BRAND_AWARD,
      subject: { kind: 'association.brand', id, label: `${agency.name} · ${level.label}` },
      details: { until },
    });
  });
  return id;
}

/** @throws AppError association.brand.ended */
export async function withdrawBrand(ctx: Ctx, id: string, reason: string): Promise<void> {
  requireOurs(ctx, BRAND_AWARD);
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{
      agency_id: string;
      ended: boolean;
    }>`select agency_id, (withdrawn_on is not null or until_on < ${ctx.today}) as ended
      from association.brand where district = ${ctx.district} and id = ${id}`.execute(tx);
    const brand = rows[0];
    if (brand === undefined) throw new AppError('platform.not-found');
    if (brand.ended) throw new AppError('association.brand.ended');
    await sql`update association.brand set withdrawn_on = ${ctx.today}, withdrawn_reason = ${reason}
      where district = ${ctx.district} and id = ${id}`.execute(tx);
    await noteAgency(tx, ctx, brand.agency_id);
    await writeAudit(tx, ctx, {
      action: 'association.brand.withdraw',
      subject: { kind: 'association.brand', id },
      details: { reason },
    });
  });
}
