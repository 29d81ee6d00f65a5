import type { PledgeSummary } from '@jince/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PartyChoice } from '../../components/party-choice.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { choicesQuery, pledgeKeys } from './inspection-query.ts';
import './inspections.css';

const STATES = ['draft', 'filed', 'city', 'province', 'listed', 'exited', 'refused', 'withdrawn'];
const hrefOf = (row: PledgeSummary) => `/protection/markets/${row.id}`;
export const pledgeTone = (row: Pick<PledgeSummary, 'state' | 'inForce'>): Tone =>
  row.inForce
    ? 'good'
    : (({ filed: 'warn', city: 'info', province: 'info', refused: 'late', exited: 'late' } as const)[row.state] ??
      'plain');

function useColumns(): Column<PledgeSummary>[] {
  const { t } = useTranslation('inspections');
  return [
    {
      key: 'name',
      title: t('pledge.name'),
      phone: 'title',
      sort: 'name',
      render: (row) => (
        <>
          <Link className="cell-title" to={hrefOf(row)}>
            {row.name}
          </Link>
          <span className="cell-sub">{row.number}</span>
        </>
      ),
    },
    { key: 'kind', title: t('pledge.kind'), render: (row) => row.kindLabel },
    { key: 'town', title: t('col.town'), width: 120, render: (row) => row.town ?? '—' },
    {
      key: 'state',
      title: t('col.state'),
      sort: 'state',
      width: 150,
      render: (row) => (
        <>
          <StatusTag tone={pledgeTone(row)}>{row.stateLabel}</StatusTag>
          {row.reviewDue && (
            <span className="cell-sub">
              <span className="warn">{t('pledge.reviewDue')}</span>
            </span>
          )}
        </>
      ),
    },
    { key: 'year', title: t('pledge.year'), sort: 'year', align: 'right', width: 90, render: (row) => row.year },
    {
      key: 'untilOn',
      title: t('pledge.span'),
      sort: 'untilOn',
      width: 200,
      render: (row) => (
        <span className="mono">{row.fromOn === null ? '—' : `${row.fromOn} – ${row.untilOn ?? ''}`}</span>
      ),
    },
  ];
}

function NewPledge({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['inspections', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const choices = useQuery(choicesQuery(i18n.language));
  const [kind, setKind] = useState('enterprise');
  const [partyId, setPartyId] = useState<string>();
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: () => api.createPledge({ body: { kind, partyId: partyId ?? '', name: name.trim() || null } }),
    onSuccess: ({ id }) => {
      for (const queryKey of pledgeKeys) void queries.invalidateQueries({ queryKey });
      void navigate(`/protection/markets/${id}`);
    },
  });
  return (
    <Modal open title={t('pledge.new')} onCancel={onClose} footer={null} width={560}>
      <div className="insp-dialog">
        <Field label={t('pledge.kind')}>
          {(ids) => (
            <Select
              {...ids}
              style={{ width: '100%' }}
              value={kind}
              options={(choices.data?.pledgeKinds ?? []).map((one) => ({ value: one.code, label: one.label }))}
              onChange={(value: string) => setKind(value)}
            />
          )}
        </Field>
        <Field label={t('pledge.applicant')}>
          {() => <PartyChoice value={partyId} onChange={setPartyId} label={t('pledge.applicant')} />}
        </Field>
        {kind !== 'enterprise' && (
          <Field label={t('pledge.ofName')} help={t('pledge.ofNameHelp')}>
            {(ids) => <Input {...ids} value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />}
          </Field>
        )}
        {create.error && <ErrorBox error={create.error} />}
        <div className="row">
          <Button type="primary" disabled={!partyId} loading={create.isPending} onClick={() => create.mutate()}>
            {t('pledge.begin')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}

/** Pledges of genuine goods and normalised markets. */
export function Page() {
  const { t, i18n } = useTranslation('inspections');
  const { towns } = usePlaceOptions();
  const choices = useQuery(choicesQuery(i18n.language));
  const [making, setMaking] = useState(false);
  const state = useListState({ filters: ['q', 'kind', 'state', 'town', 'inForce', 'reviewDue'] });
  const query = useQuery({
    queryKey: ['inspection-pledges', state.query, i18n.language],
    queryFn: ({ signal }) => api.listPledges({ query: addressQuery<'listPledges'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('pledge.heading')}
        meta={<span>{t('pledge.meta')}</span>}
        actions={
          query.data?.mayFile && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t('pledge.new')}
            </Button>
          )
        }
      />
      <DataTable<PledgeSummary>
        id="pledges"
        label={t('pledge.heading')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={hrefOf}
        exportUrl={urlOf(routes.exportPledges, { query: addressQuery<'exportPledges'>(state.filters) })}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('pledge.find')} />
            <ChoiceFilter
              state={state}
              name="kind"
              label={t('pledge.kind')}
              options={(choices.data?.pledgeKinds ?? []).map((one) => ({ value: one.code, label: one.label }))}
            />
            <ChoiceFilter
              state={state}
              name="state"
              label={t('col.state')}
              options={STATES.map((value) => ({ value, label: t(`pledgeState.${value}`) }))}
            />
            <ChoiceFilter state={state} name="town" label={t('col.town')} options={towns} />
            <FlagFilter
              state={state}
              name="inForce"
              label={t('pledge.inForce')}
              yes={t('pledge.inForceYes')}
              no={t('pledge.inForceNo')}
            />
            <FlagFilter
              state={state}
              name="reviewDue"
              label={t('pledge.reviewDue')}
              yes={t('pledge.reviewDueYes')}
              no={t('pledge.reviewDueNo')}
            />
          </FilterBar>
        }
        empty={{ title: t('pledge.empty'), text: t('pledge.emptyText') }}
      />
      {making && <NewPledge onClose={() => setMaking(false)} />}
    </div>
  );
}
