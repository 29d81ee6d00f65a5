import { lawNumber } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { assignHandlers } from '../../../platform/procedures/index.ts';
import { type CertifiedOfficer, listCertifiedOfficers } from '../../organisation/index.ts';
import type { CasePartyRow, NewOfficer } from '../domain/case-types.ts';
import { interestOf } from '../domain/interest-of.ts';
import { appendEntry } from '../repositories/entry-repository.ts';
import { listOfficers, listParties, saveOfficers } from '../repositories/parts-repository.ts';

const RECUSAL = '行政处罚法(2021)第43条';

/** The chosen officers in the order given. @throws AppError cases.officer.too-few · cases.officer.invalid · cases.case.unknown-officer */
export async function requireOfficers(ctx: Ctx, ids: readonly string[]): Promise<readonly NewOfficer[]> {
  const least = lawNumber('case.officers.least', ctx.today);
  const wanted = [...new Set(ids)];
  if (wanted.length < least.value)
    throw new AppError('cases.officer.too-few', { least: least.value, article: least.article });
  const found = await listCertifiedOfficers(ctx.db, ctx.district, { ids: wanted, limit: wanted.length });
  return wanted.map((id) => {
    const officer = found.find((one) => one.id === id);
    if (officer === undefined) throw new AppError('cases.case.unknown-officer');
    if (!holdsOn(officer, ctx.today))
      throw new AppError('cases.officer.invalid', {
        name: officer.name,
        until: officer.certificateTo ?? '—',
        article: least.article,
      });
    const { name, unit, certificateNo, certificateTo, userId } = officer;
    return { officerId: id, userId, name, unit, certificateNo, certificateUntil: certificateTo };
  });
}

export const holdsOn = (one: Pick<CertifiedOfficer, 'certificateNo' | 'certificateTo'>, on: string): boolean =>
  one.certificateNo !== null && one.certificateTo !== null && one.certificateTo >= on;

/** @throws AppError cases.officer.conflict */
export function requireNoInterest(ctx: Ctx, officers: readonly NewOfficer[], parties: readonly CasePartyRow[]): void {
  for (const { name } of officers) {
    const why = interestOf(name, parties, ctx.language);
    if (why !== null) throw new AppError('cases.officer.conflict', { name, why, article: RECUSAL });
  }
}

/** Puts a case into these hands, in the case and as handlers of its file. */
export async function nameOfficers(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  officers: readonly NewOfficer[],
  reason: string | null,
): Promise<void> {
  requireNoInterest(ctx, officers, await listParties(tx, ctx.district, caseId));
  const before = (await listOfficers(tx, ctx.district, caseId)).filter(({ until }) => until === null);
  await saveOfficers(tx, ctx.district, caseId, ctx.today, officers);
  await handOver(tx, ctx, caseId);
  await appendEntry(tx, ctx, caseId, {
    kind: 'officers',
    on: ctx.today,
    data: { before: before.map(({ name }) => name), after: officers.map(({ name }) => name), reason },
  });
}

/** The present officers with accounts are the handlers of the file. */
export async function handOver(tx: Tx, ctx: Ctx, caseId: string): Promise<void> {
  const now = (await listOfficers(tx, ctx.district, caseId)).filter(({ until }) => until === null);
  await assignHandlers(
    tx,
    ctx,
    caseId,
    now.flatMap(({ userId, name, part }) => (userId === null ? [] : [{ userId, name, part }])),
  );
}
