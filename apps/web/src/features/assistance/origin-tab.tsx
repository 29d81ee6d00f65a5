import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { ORIGIN_KINDS, type Origin, regionKeys } from './aid-query.ts';

const EMPTY = { region: '', goods: '', mark: '', partyName: '', source: '' };

function NewOrigin({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['assistance', 'common']);
  const queries = useQueryClient();
  const [kind, setKind] = useState<(typeof ORIGIN_KINDS)[number]>('made');
  const [notedOn, setNotedOn] = useState('');
  const [draft, setDraft] = useState(EMPTY);
  const save = useMutation({
    mutationFn: () =>
      api.addOrigin({
        body: {
          kind,
          notedOn,
          region: draft.region.trim(),
          goods: draft.goods.trim(),
          source: draft.source.trim(),
          mark: draft.mark.trim() || null,
          partyName: draft.partyName.trim() || null,
          crossRegionId: null,
        },
      }),
    onSuccess: () => {
      for (const queryKey of regionKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const ready = draft.region.trim().length >= 2 && draft.goods.trim() !== '' && draft.source.trim().length >= 2;
  return (
    <Modal
      open
      title={t('origin.new')}
      onCancel={onClose}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !ready || notedOn === '' }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
    >
      <Field label={t('origin.kind')}>
        {(ids) => (
          <Select
            {...ids}
            style={{ width: '100%' }}
            value={kind}
            onChange={setKind}
            options={ORIGIN_KINDS.map((value) => ({ value, label: t(`originKind.${value}`) }))}
          />
        )}
      </Field>
      {(['region', 'goods', 'mark', 'partyName', 'source'] as const).map((name) => (
        <Field key={name} label={t(`origin.${name}`)}>
          {(ids) => (
            <Input
              {...ids}
              value={draft[name]}
              maxLength={200}
              onChange={(e) => setDraft({ ...draft, [name]: e.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label={t('origin.notedOn')}>
        {(ids) => <DatePicker {...ids} onChange={(day) => setNotedOn(day === null ? '' : day.format('YYYY-MM-DD'))} />}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
    </Modal>
  );
}

function useColumns(): Column<Origin>[] {
  const { t } = useTranslation('assistance');
  return [
    { key: 'region', title: t('origin.region'), phone: 'title', render: (row) => <b>{row.region}</b> },
    { key: 'kind', title: t('origin.kind'), width: 110, render: (row) => row.kindLabel },
    { key: 'goods', title: t('origin.goods'), phone: 'wide', render: (row) => row.goods },
    { key: 'mark', title: t('origin.mark'), render: (row) => row.mark ?? <span className="muted">—</span> },
    { key: 'party', title: t('origin.partyName'), render: (row) => row.party ?? <span className="muted">—</span> },
    {
      key: 'source',
      title: t('origin.source'),
      phone: 'wide',
      render: (row) =>
        row.href ? (
          <Link className="link" to={row.href}>
            {row.source}
          </Link>
        ) : (
          row.source
        ),
    },
    { key: 'on', title: t('origin.notedOn'), width: 110, render: (row) => <span className="mono">{row.notedOn}</span> },
  ];
}

/** The regional list of origin. */
export function OriginTab() {
  const { t, i18n } = useTranslation('assistance');
  const me = useMe();
  const [open, setOpen] = useState(false);
  const state = useListState({ filters: ['q', 'kind'] });
  const query = useQuery({
    queryKey: ['origins', state.query, i18n.language],
    queryFn: ({ signal }) => api.listOrigins({ query: addressQuery<'listOrigins'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      {query.data && query.data.regions.length > 0 && (
        <p className="origin-regions">
          {query.data.regions.map((one) => (
            <button key={one.region} type="button" onClick={() => state.set({ q: one.region })}>
              {one.region} <b>{one.count}</b>
            </button>
          ))}
        </p>
      )}
      <DataTable
        id="origins"
        label={t('origin.title')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        empty={{ title: t('origin.empty'), text: t('origin.emptyText') }}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('origin.search')} />
            <ChoiceFilter
              state={state}
              name="kind"
              label={t('origin.kind')}
              options={ORIGIN_KINDS.map((value) => ({ value, label: t(`originKind.${value}`) }))}
            />
            {can(me, permissions.editOrigins) && (
              <Button type="primary" onClick={() => setOpen(true)}>
                {t('origin.new')}
              </Button>
            )}
          </FilterBar>
        }
      />
      {open && <NewOrigin onClose={() => setOpen(false)} />}
    </>
  );
}
