import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { findAgencies } from '../../ip-agencies/index.ts';
import type { SubjectKind } from '../domain/discipline-law.ts';
import { findParty } from '../repositories/party-repository.ts';
import { findPerson } from '../repositories/person-repository.ts';

export interface SubjectRef {
  readonly kind: SubjectKind;
  readonly id: string;
}

export interface EntrySubject extends SubjectRef {
  readonly partyId: string | null;
  readonly name: string;
  readonly code: string | null;
  readonly townCode: string | null;
}

/** Whom an entry is about, as the registers name it. @throws AppError 404 */
export async function subjectOf(ctx: Ctx, ref: SubjectRef): Promise<EntrySubject> {
  if (ref.kind === 'agency') {
    const agency = (await findAgencies(ctx, [ref.id])).get(ref.id);
    if (agency === undefined) throw new AppError('platform.not-found');
    const { partyId, name, agencyCode, uscc, townCode } = agency;
    return { kind: 'agency', id: agency.id, partyId, name, code: agencyCode ?? uscc, townCode };
  }
  if (ref.kind === 'person') {
    const person = await findPerson(ctx.db, ctx.district, ref.id, ctx.today);
    if (person === undefined) throw new AppError('platform.not-found');
    return { ...ref, partyId: null, name: person.name, code: person.qualification_no, townCode: person.town_code };
  }
  const party = await findParty(ctx.db, ctx.district, ref.id);
  if (party === undefined) throw new AppError('platform.not-found');
  return { ...ref, partyId: party.id, name: party.name, code: party.uscc, townCode: party.town_code };
}
