import { type EntitlementState, entitlementState } from '@jince/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DataTable } from '../../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../../components/filter-bar.tsx';
import { OfParty } from '../../../components/of-party.tsx';
import { permissions } from '../../../config/permissions.ts';
import type { ListState } from '../../../lib/list-state.ts';
import { can, useMe } from '../../../lib/meta.ts';
import { Breakdown } from '../breakdown.tsx';
import { PolicyFilter } from '../policy-filter.tsx';
import { useEntitlementColumns } from './entitlement-columns.tsx';
import type { EntitlementPage } from './entitlement-query.ts';

const lazily = {
  EntitlementDrawer: lazy(async () => ({ default: (await import('./entitlement-drawer.tsx')).EntitlementDrawer })),
  DeclineDialog: lazy(async () => ({ default: (await import('./decline-dialog.tsx')).DeclineDialog })),
  OpenClaims: lazy(async () => ({ default: (await import('./open-claims.tsx')).OpenClaims })),
};

interface ListProps {
  readonly state: ListState;
  readonly query: UseQueryResult<EntitlementPage>;
}

function Filters({ state, data }: { state: ListState; data: EntitlementPage | undefined }) {
  const { t } = useTranslation(['entitlements', 'subsidies']);
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('search')} width={250} />
      <ChoiceFilter
        state={state}
        name="state"
        label={t('column.state')}
        options={entitlementState.options.map((value: EntitlementState) => ({
          value,
          label: t(`subsidies:entitlementState.${value}`),
        }))}
      />
      <PolicyFilter state={state} />
      <ChoiceFilter
        state={state}
        name="item"
        label={t('column.item')}
        options={(data?.byItem ?? []).map((one) => ({ value: one.code, label: one.label }))}
      />
      <ChoiceFilter
        state={state}
        name="town"
        label={t('column.town')}
        options={(data?.byTown ?? []).map((one) => ({ value: one.code, label: one.label }))}
      />
    </FilterBar>
  );
}

/** Which entitlement is open stands in the address, so that its reasons can be sent to a colleague. */
function useOpened() {
  const [params, setParams] = useSearchParams();
  const open = (id: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (id) next.set('why', id);
        else next.delete('why');
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return { opened: params.get('why') ?? undefined, open };
}

/** The entitlements with their sums; claims can be opened for one or for many at once. */
export function EntitlementList({ state, query }: ListProps) {
  const { t } = useTranslation(['entitlements', 'subsidies']);
  const me = useMe();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<'claim' | 'decline'>();
  const { opened, open } = useOpened();
  const data = query.data;
  const picked = (data?.items ?? []).filter((row) => chosen.has(row.id) && row.state === 'offered');
  const mayFile = can(me, permissions.fileClaims);
  const mayDecline = can(me, permissions.declineEntitlements);
  const close = (done: boolean) => {
    setDialog(undefined);
    if (done) setChosen(new Set());
  };
  return (
    <>
      {data && <Breakdown data={data} state={state} />}
      {state.filters.party && (
        <p className="list-of-party">
          <OfParty state={state} />
        </p>
      )}
      <DataTable
        id="entitlements"
        label={t('title')}
        columns={useEntitlementColumns(open)}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        filters={<Filters state={state} data={data} />}
        empty={{ title: t('empty'), text: t('emptyText') }}
        {...(mayFile || mayDecline ? { selection: { keys: chosen, onChange: setChosen } } : {})}
        bulk={
          <span className="row">
            {mayFile && (
              <Button size="small" type="primary" disabled={picked.length === 0} onClick={() => setDialog('claim')}>
                {t('open.button', { total: picked.length })}
              </Button>
            )}
            {mayDecline && (
              <Button size="small" disabled={picked.length === 0} onClick={() => setDialog('decline')}>
                {t('decline.button')}
              </Button>
            )}
            {picked.length < chosen.size && <span className="soft">{t('open.onlyOffered')}</span>}
          </span>
        }
      />
      <Suspense fallback={null}>
        {opened && <lazily.EntitlementDrawer id={opened} onClose={() => open(undefined)} />}
        {dialog === 'claim' && <lazily.OpenClaims entitlements={picked} onClose={close} />}
        {dialog === 'decline' && <lazily.DeclineDialog entitlements={picked} onClose={close} />}
      </Suspense>
    </>
  );
}
