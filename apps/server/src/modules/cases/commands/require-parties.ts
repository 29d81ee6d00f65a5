import { checkUscc } from '@jince/identifiers';
import { foldText } from '@jince/matching';
import { AppError } from '../../../platform/errors/errors.ts';
import type { NewParty } from '../domain/case-types.ts';

/**
 * Somebody is suspected, nobody stands on both sides, and codes are well formed.
 * @throws AppError cases.party.no-suspect · cases.party.both-sides · cases.party.bad-code
 */
export function requireFairParties(parties: readonly NewParty[]): void {
  const suspects = parties.filter(({ side }) => side === 'suspect');
  if (suspects.length === 0) throw new AppError('cases.party.no-suspect');
  const keysOf = ({ name, uscc, partyId }: NewParty) => [
    `n:${foldText(name)}`,
    ...(uscc === null ? [] : [`u:${uscc}`]),
    ...(partyId === null ? [] : [`p:${partyId}`]),
  ];
  const suspected = new Set(suspects.flatMap(keysOf));
  const both = parties.find((one) => one.side === 'holder' && keysOf(one).some((key) => suspected.has(key)));
  if (both !== undefined) throw new AppError('cases.party.both-sides', { name: both.name });
  for (const { name, uscc, natural } of parties)
    if (uscc !== null && !natural && !checkUscc(uscc).ok) throw new AppError('cases.party.bad-code', { name, uscc });
}
