import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { AddThreat } from './add-threat.tsx';
import { ThreatList } from './threat-list.tsx';

/** Published marks that come close to registered ones of the district, to be opposed in time or let go. */
export function ThreatTab() {
  const { t, i18n } = useTranslation('trademark-portfolio');
  const mayDecide = can(useMe(), permissions.decideThreats);
  const [adding, setAdding] = useState(false);
  const state = useListState({ filters: ['q', 'open', 'decided', 'party'] });
  const query = useQuery({
    queryKey: ['threats', state.query, i18n.language],
    queryFn: ({ signal }) => api.listThreats({ query: addressQuery<'listThreats'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title={t('tab.threats')}
      note={t('threat.about')}
      extra={mayDecide && <Button onClick={() => setAdding(true)}>{t('threat.add')}</Button>}
    >
      <FilterBar state={state}>
        <TextFilter state={state} name="q" label={t('threat.search')} />
        <FlagFilter state={state} name="open" label={t('threat.open')} yes={t('threat.open')} no={t('threat.closed')} />
        <FlagFilter
          state={state}
          name="decided"
          label={t('threat.decided')}
          yes={t('threat.decided')}
          no={t('threat.undecided')}
        />
      </FilterBar>
      {query.error && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines />}
      {query.data?.total === 0 && <EmptyState title={t('threat.empty')}>{t('threat.emptyText')}</EmptyState>}
      {query.data && <ThreatList threats={query.data.items} mayDecide={mayDecide} />}
      {query.data && query.data.total > query.data.pageSize && (
        <Pagination
          size="small"
          current={state.page}
          pageSize={state.pageSize}
          total={query.data.total}
          showSizeChanger={false}
          onChange={(page) => state.set({ page: String(page) })}
        />
      )}
      {adding && <AddThreat onClose={() => setAdding(false)} />}
    </Section>
  );
}
