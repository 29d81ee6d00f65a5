import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { ActDialog } from './act-dialog.tsx';
import { agencyHref, KEY, type Member, type Overview } from './association-query.ts';
import { Score } from './score.tsx';

const LEVELS = ['member', 'council', 'vice-chair', 'chair'] as const;

function useColumns(): Column<Member>[] {
  const { t } = useTranslation('association');
  return [
    {
      key: 'name',
      title: t('member.name'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={agencyHref(row.agencyId)}>
            {row.name}
          </Link>
          <span className="cell-sub">
            {row.memberNo} {row.levelLabel}
          </span>
        </>
      ),
    },
    {
      key: 'town',
      title: t('member.town'),
      phone: 'hide',
      render: (row) => row.town ?? <span className="muted">—</span>,
    },
    {
      key: 'joined',
      title: t('member.joined'),
      width: 150,
      render: (row) => (
        <>
          <span className="mono">{row.joinedOn}</span>
          {row.leftOn && <span className="cell-sub">{t('member.left', { day: row.leftOn, why: row.leftReason })}</span>}
        </>
      ),
    },
    {
      key: 'convention',
      title: t('member.convention'),
      width: 110,
      render: (row) =>
        row.leftOn ? (
          <span className="muted">—</span>
        ) : (
          <StatusTag tone={row.conventionSigned ? 'good' : 'warn'}>
            {t(row.conventionSigned ? 'member.signed' : 'member.unsigned')}
          </StatusTag>
        ),
    },
    { key: 'brand', title: t('member.brand'), render: (row) => row.brandLabel ?? <span className="muted">—</span> },
    {
      key: 'rating',
      title: t('member.rating'),
      align: 'right',
      render: (row) => <Score score={row.rating} clients={row.ratings} />,
    },
    {
      key: 'penalties',
      title: t('member.penalties'),
      align: 'right',
      render: (row) => (
        <>
          {row.penalties === 0 ? '0' : <b className="late">{row.penalties}</b>}
          {row.disciplined && <span className="cell-sub late">{t('member.disciplined')}</span>}
        </>
      ),
    },
  ];
}

export function MemberTab({ may }: { may: Overview['may'] }) {
  const { t, i18n } = useTranslation('association');
  const [admitting, setAdmitting] = useState(false);
  const state = useListState({ filters: ['q', 'standing'] });
  const query = useQuery({
    queryKey: [KEY, 'members', state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listAssociationMembers({ query: addressQuery<'listAssociationMembers'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      {may.edit && (
        <p className="tab-act">
          <Button type="primary" onClick={() => setAdmitting(true)}>
            {t('member.admit')}
          </Button>
        </p>
      )}
      <DataTable
        id="association-members"
        label={t('tab.members')}
        columns={useColumns()}
        query={query}
        state={state}
        exportUrl={urlOf(routes.exportAssociationMembers, { query: { ...state.query, format: 'xlsx' } })}
        csvUrl={urlOf(routes.exportAssociationMembers, { query: { ...state.query, format: 'csv' } })}
        rowKey={(row) => row.id}
        rowHref={(row) => agencyHref(row.agencyId)}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('member.search')} />
            <ChoiceFilter
              state={state}
              name="standing"
              label={t('member.standing')}
              options={['member', 'left'].map((value) => ({ value, label: t(`standing.${value}`) }))}
            />
          </FilterBar>
        }
      />
      {admitting && (
        <ActDialog
          title={t('member.admit')}
          ok={t('member.admit')}
          fields={[
            { name: 'agencyId', label: t('member.name'), type: 'agency', members: false },
            {
              name: 'level',
              label: t('member.level'),
              type: 'choice',
              initial: 'member',
              options: LEVELS.map((value) => ({ value, label: t(`level.${value}`) })),
            },
            { name: 'joinedOn', label: t('member.joined'), type: 'date' },
          ]}
          run={({ agencyId = '', level, joinedOn = '' }) =>
            api.admitMember({ body: { agencyId, level: level as (typeof LEVELS)[number], joinedOn } })
          }
          onClose={() => setAdmitting(false)}
        />
      )}
    </>
  );
}
