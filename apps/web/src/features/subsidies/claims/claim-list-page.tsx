import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../../components/filter-bar.tsx';
import { MetaItem, PageHeader } from '../../../components/page-header.tsx';
import { ExampleMark } from '../../../components/standing-tag.tsx';
import { permissions } from '../../../config/permissions.ts';
import { formatYuan } from '../../../lib/format.ts';
import { type ListState, useListState } from '../../../lib/list-state.ts';
import { can, useMe } from '../../../lib/meta.ts';
import { usePlaceOptions } from '../../../lib/options.ts';
import { PolicyFilter } from '../policy-filter.tsx';
import { useClaimColumns } from './claim-columns.tsx';
import { useClaims } from './claim-query.ts';
import { StateTabs } from './state-tabs.tsx';
import '../subsidies.css';
import './claims.css';

const filters = ['q', 'state', 'town', 'policy', 'item', 'party'];

function Filters({ state }: { state: ListState }) {
  const { t } = useTranslation('claims');
  const { towns } = usePlaceOptions();
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('search')} width={280} />
      <PolicyFilter state={state} />
      <ChoiceFilter state={state} name="town" label={t('column.town')} options={towns} />
    </FilterBar>
  );
}

/** Claims by where they stand, with their due days and sums. */
export function Page() {
  const { t } = useTranslation(['claims', 'common']);
  const me = useMe();
  const state = useListState({ filters, sort: '-openedAt' });
  const query = useClaims(state);
  const sums = query.data?.sums;
  const example = query.data?.items.some((one) => one.policy.example);
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={
          sums &&
          (['claimedFen', 'approvedFen', 'paidFen'] as const).map((key) => (
            <MetaItem key={key} label={t(`sum.${key}`)}>
              {formatYuan(sums[key])} {t('common:unit.yuan')} {example && <ExampleMark />}
            </MetaItem>
          ))
        }
        actions={
          can(me, permissions.fileClaims) && (
            <Link to="/incentives/applications/new">
              <Button type="primary" tabIndex={-1}>
                {t('new.open')}
              </Button>
            </Link>
          )
        }
      />
      <StateTabs state={state} counts={query.data?.byState ?? []} />
      <DataTable
        id="claims"
        label={t('title')}
        columns={useClaimColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `/incentives/applications/${row.id}`}
        filters={<Filters state={state} />}
        empty={{ title: t('empty'), text: t('emptyText') }}
      />
    </div>
  );
}
