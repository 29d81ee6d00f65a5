import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../lib/api.ts';
import type { ListState } from '../lib/list-state.ts';

/** Says that a list shows one party's rights only, and whose. */
export function OfParty({ state }: { state: ListState }) {
  const { t } = useTranslation();
  const id = state.filters.party ?? '';
  const party = useQuery({
    queryKey: ['party', id, ''],
    queryFn: ({ signal }) => api.getParty({ params: { id } }, signal),
    enabled: id !== '',
  });
  if (!id) return null;
  return (
    <span>
      {t('onlyOf')}{' '}
      <Link className="link" to={`/enterprises/${id}`}>
        {party.data?.name ?? id}
      </Link>{' '}
      <button type="button" className="link" onClick={() => state.set({ party: undefined })}>
        {t('showAll')}
      </button>
    </span>
  );
}
