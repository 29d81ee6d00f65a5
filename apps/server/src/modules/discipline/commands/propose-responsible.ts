import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { listAgencyPeople } from '../../ip-agencies/index.ts';
import { ENTRY_PROPOSE } from '../discipline.catalogue.ts';
import { listLabel } from '../domain/discipline-law.ts';
import { chainDay, hasChain, personList } from '../queries/list-chain.ts';
import { reachEntry } from '../queries/show-entry.ts';
import { proposeEntry } from './propose-entry.ts';

/**
 * Proposes to list a person who answers for an agency's entry: one who practised there on the day of the conduct. Each person
 * is told and heard alone.
 * @throws AppError discipline.chain.none · discipline.chain.not-of-agency
 */
export async function proposeResponsible(
  ctx: Ctx,
  entryId: string,
  input: { readonly personId: string; readonly reason: string },
): Promise<{ readonly id: string; readonly fileId: string }> {
  const entry = await reachEntry(ctx, entryId, ENTRY_PROPOSE);
  const list = personList(ctx.today);
  if (!hasChain(ctx, entry) || entry.agency_id === null || list === undefined)
    throw new AppError('discipline.chain.none', { list: listLabel(entry.list)[ctx.language] });
  const on = chainDay(entry);
  const people = await listAgencyPeople(ctx, entry.agency_id, on);
  if (!people.some((one) => one.personId === input.personId))
    throw new AppError('discipline.chain.not-of-agency', { on });
  return proposeEntry(
    ctx,
    {
      list: list.list,
      subject: { kind: 'person', id: input.personId },
      reason: input.reason,
      authority: entry.authority,
      basisNo: entry.decision_no ?? entry.basis_no,
      conductOn: on,
    },
    entry.id,
  );
}
