import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { requireRule, selectSubjects } from '../../../platform/facts/index.ts';
import { findRegistered } from '../repositories/mark-repository.ts';

export function criterionLabels(ctx: Ctx, codes: readonly string[]) {
  const { criteria } = ctx.services.jurisdiction.watchSettings;
  return codes.map((code) => ({
    code,
    label: criteria.find((one) => one.code === code)?.label[ctx.language] ?? code,
  }));
}

/** @throws AppError trademark-watch.mark.unknown-criterion */
export function requireCriterion(ctx: Ctx, code: string) {
  const criterion = ctx.services.jurisdiction.watchSettings.criteria.find((one) => one.code === code);
  if (criterion === undefined) throw new AppError('trademark-watch.mark.unknown-criterion', { criterion: code });
  return criterion;
}

/** Whether a rule holds today for one of these records of the register. */
export async function meetsRule(ctx: Ctx, text: string, ids: readonly string[]): Promise<boolean> {
  const rule = requireRule(ctx, 'trademark', text);
  const { rows } = await selectSubjects(ctx, {
    subject: 'trademark',
    rule,
    page: 1,
    pageSize: 100_000,
    everyone: true,
  });
  const met = new Set(rows.map((row) => row.id));
  return ids.some((id) => met.has(id));
}

const MOST_LOOKED_AT = 20_000;

/** Marks that meet the rule of a criterion and are neither nominated nor listed. Criteria judged by people have none. */
export async function findProtectionCandidates(
  ctx: Ctx,
  query: { readonly criterion: string; readonly limit: number },
) {
  const criterion = requireCriterion(ctx, query.criterion);
  if (criterion.rule === null) return { total: 0, items: [] };
  const rule = requireRule(ctx, 'trademark', criterion.rule);
  const found = await selectSubjects(ctx, {
    subject: 'trademark',
    rule,
    page: 1,
    pageSize: MOST_LOOKED_AT,
    sort: { path: 'registeredOn', descending: false },
    columns: ['registrationNo'],
    everyone: true,
  });
  const numbers = [...new Set(found.rows.map((row) => String(row.facts.registrationNo)))];
  const { rows } = await sql<{ no: string }>`select registration_no as no from trademark_watch.protected_mark
    where district = ${ctx.district} and origin = 'own' and state in ('nominated', 'listed')`.execute(ctx.db);
  const standing = new Set(rows.map((row) => row.no));
  const open = numbers.filter((one) => !standing.has(one));
  const marks = await findRegistered(ctx.db, ctx, open.slice(0, query.limit));
  return {
    total: open.length,
    items: open.slice(0, query.limit).flatMap((one) => {
      const mark = marks.get(one);
      if (mark === undefined) return [];
      return [
        {
          registrationNo: mark.registration_no,
          name: mark.name,
          classes: [...mark.classes],
          holder: mark.holder,
          criteria: criterionLabels(ctx, [criterion.code]),
        },
      ];
    }),
  };
}

/** A mark of the register by its number. @throws AppError trademark-watch.mark.not-in-register */
export async function findRegisteredMark(ctx: Ctx, registrationNo: string) {
  const mark = (await findRegistered(ctx.db, ctx, [registrationNo])).get(registrationNo);
  if (mark === undefined) throw new AppError('trademark-watch.mark.not-in-register', { registrationNo });
  return {
    mark: {
      registrationNo: mark.registration_no,
      name: mark.name,
      classes: [...mark.classes],
      holder: mark.holder,
      criteria: [],
      valid: mark.valid,
    },
  };
}
