import { useMe } from '../../lib/meta.ts';
import { useOwnParty } from '../../lib/own-party.ts';

/** As what the account stands for the party it has chosen. */
export function useOwnRole(): 'agency' | 'enterprise' {
  const me = useMe();
  const { partyId } = useOwnParty();
  const own = me.roles.filter((role) => role.placeKind === 'party' && role.placeCode === partyId);
  return own.some((role) => role.role === 'agency') && !own.some((role) => role.role === 'enterprise')
    ? 'agency'
    : 'enterprise';
}
