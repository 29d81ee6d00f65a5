import type { InspectorView } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type CertifiedOfficer, listCertifiedOfficers } from '../../organisation/index.ts';

const MOST = 500;

/** Why an officer may not inspect on a day; null: may. Sentences go into published lists, so they are Chinese. */
function problemOn(officer: InspectorView, from: string | null, day: string): string | null {
  if (officer.certificateNo === null) return '没有登记执法证';
  if (officer.certificateTo === null) return '执法证没有登记有效期';
  if (officer.certificateTo < day) return `执法证已于 ${officer.certificateTo} 到期`;
  if (from !== null && from > day) return `执法证自 ${from} 起有效`;
  return null;
}

/** Officers of the register with the accounts linked with them. */
export async function findInspectors(
  ctx: Ctx,
  choice: { readonly ids?: readonly string[]; readonly q?: string | undefined },
): Promise<(InspectorView & { readonly problem: string | null })[]> {
  const { ids, q } = choice;
  const officers = await listCertifiedOfficers(ctx.db, ctx.district, {
    ...(ids === undefined ? {} : { ids }),
    q,
    limit: MOST,
  });
  return officers.map((officer: CertifiedOfficer) => {
    const view = {
      officerId: officer.id,
      userId: officer.userId,
      name: officer.name,
      certificateNo: officer.certificateNo,
      certificateTo: officer.certificateTo,
      unit: officer.unit,
    };
    return { ...view, problem: problemOn(view, officer.certificateFrom, ctx.today) };
  });
}

/** The officers of these ids, all of whom may inspect today. @throws AppError inspections.officer.* */
export async function requireInspectors(ctx: Ctx, ids: readonly string[]): Promise<InspectorView[]> {
  if (ids.length === 0) return [];
  const found = await findInspectors(ctx, { ids });
  return [...new Set(ids)].map((id) => {
    const officer = found.find((one) => one.officerId === id);
    if (officer === undefined) throw new AppError('inspections.officer.unknown');
    const { problem, ...view } = officer;
    if (problem !== null) throw new AppError('inspections.officer.unfit', { name: officer.name, reason: problem });
    return view;
  });
}

/** Officers with certificates, each with the name of the account linked with him. */
export async function listInspectors(ctx: Ctx, query: { readonly q?: string | undefined }) {
  const items = await findInspectors(ctx, query);
  const ids = items.flatMap(({ userId }) => userId ?? []);
  const { rows } = await sql<{ id: string; name: string }>`select id, display_name as name from platform.user_account
    where district = ${ctx.district} and id = any(${ids}::uuid[])`.execute(ctx.db);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return { items: items.map((one) => ({ ...one, account: names.get(one.userId ?? '') ?? null })) };
}
