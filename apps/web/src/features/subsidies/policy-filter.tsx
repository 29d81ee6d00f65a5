import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter } from '../../components/filter-bar.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import type { ListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';

/** One policy, whatever version; only for those who may read policies. */
export function PolicyFilter({ state }: { state: ListState }) {
  const { t, i18n } = useTranslation('subsidies');
  const may = can(useMe(), permissions.readPolicies);
  const policies = useQuery({
    queryKey: ['policies', 'choice', i18n.language],
    queryFn: ({ signal }) => api.listPolicies({}, signal),
    enabled: may,
  });
  if (!may) return null;
  const titles = new Map((policies.data?.items ?? []).toReversed().map((one) => [one.code, one.title]));
  return (
    <ChoiceFilter
      state={state}
      name="policy"
      label={t('policy')}
      single
      options={[...titles].map(([value, label]) => ({ value, label }))}
    />
  );
}
