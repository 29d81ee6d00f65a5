import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { SubjectKind } from '../domain/discipline-law.ts';
import { findParty } from '../repositories/party-repository.ts';

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
  if (ref.kind === 'party') {
    const party = await findParty(ctx.db, ctx.district, ref.id);
    if (party === undefined) throw new AppError('platform.not-found');
    return { ...ref, partyId: party.id, name: party.name, code: party.uscc, townCode: party.town_code };
  }
  throw new AppError('platform.not-found');
}
