import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { caseHref } from '../../components/case-frame/case-query.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Figures } from '../../components/figures.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { type Publicity, publicityHref, toneOfPublicity } from './papers-query.ts';
import { Abstract, PublicityActs } from './publicity-acts.tsx';
import './case-papers.css';

const STANDINGS = ['due', 'overdue', 'published', 'ended', 'withdrawn', 'exempt'] as const;

/** Until published the last day to do so, then the day it ends or ended. */
function dayText({ withdrawnOn, publishedOn, dueOn, endsOn }: Publicity, t: TFunction<'case-papers'>): string {
  if (withdrawnOn !== null) return t('publicity.down', { on: withdrawnOn });
  if (publishedOn === null) return t('publicity.due', { on: dueOn });
  return endsOn === null ? '—' : t('publicity.until', { on: endsOn });
}

function useColumns(onOpen: (row: Publicity) => void): Column<Publicity>[] {
  const { t } = useTranslation('case-papers');
  return [
    {
      key: 'number',
      title: t('publicity.number'),
      phone: 'title',
      render: (row) => (
        <>
          <button type="button" className="cell-title plain-button" onClick={() => onOpen(row)}>
            {row.content.number || row.caseNumber}
          </button>
          <span className="cell-sub">{row.content.party}</span>
        </>
      ),
    },
    { key: 'behaviour', title: t('publicity.behaviour'), phone: 'wide', render: (row) => row.content.behaviour },
    {
      key: 'standing',
      title: t('publicity.standing'),
      width: 120,
      render: (row) => <StatusTag tone={toneOfPublicity(row)}>{row.standingLabel}</StatusTag>,
    },
    {
      key: 'decidedOn',
      title: t('publicity.decidedOn'),
      width: 120,
      render: (row) => <span className="mono">{row.decidedOn}</span>,
    },
    {
      key: 'day',
      title: t('publicity.day'),
      width: 190,
      render: (row) => (
        <>
          {dayText(row, t)}
          {row.daysLeft !== null && (
            <small className="cell-sub">
              {t(row.daysLeft < 0 ? 'publicity.over' : 'publicity.left', { n: Math.abs(row.daysLeft) })}
            </small>
          )}
        </>
      ),
    },
    {
      key: 'case',
      title: t('publicity.case'),
      phone: 'hide',
      render: (row) => (
        <Link className="link" to={`${caseHref(row.caseId)}/papers?tab=service`}>
          {row.caseNumber}
        </Link>
      ),
    },
  ];
}

/** Penalties to be published, published and taken down, what is due first. */
export function Page() {
  const { t, i18n } = useTranslation('case-papers');
  const [open, setOpen] = useState<string>();
  const state = useListState({ filters: ['q', 'standing'], sort: '-dueOn' });
  const query = useQuery({
    queryKey: ['case-publicity', state.query, i18n.language],
    queryFn: ({ signal }) => api.listCasePublicity({ query: addressQuery<'listCasePublicity'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  const counts = query.data?.counts;
  const row = query.data?.items.find(({ id }) => id === open);
  return (
    <div className="page">
      <PageHeader
        title={t('publicity.page')}
        meta={<span>{t('publicity.meta')}</span>}
        actions={
          <Button href="/public/cases" target="_blank" rel="noreferrer">
            {t('publicity.site')}
          </Button>
        }
      />
      {counts && (
        <div className="publicity-figures">
          <Figures
            items={(['due', 'overdue', 'published'] as const).map((key) => ({
              key,
              label: t(`publicity.count.${key}`),
              value: counts[key],
              unit: t('publicity.unit'),
              href: `${publicityHref}?standing=${key}`,
              ...(key === 'overdue' && counts.overdue > 0 ? { tone: 'late' as const } : {}),
            }))}
          />
        </div>
      )}
      <DataTable
        id="case-publicity"
        label={t('publicity.page')}
        columns={useColumns(({ id }) => setOpen(id))}
        query={query}
        state={state}
        rowKey={(one) => one.id}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('publicity.search')} />
            <ChoiceFilter
              state={state}
              name="standing"
              label={t('publicity.standing')}
              options={STANDINGS.map((value) => ({ value, label: t(`publicity.is.${value}`) }))}
            />
          </FilterBar>
        }
      />
      {row && (
        <Drawer open onClose={() => setOpen(undefined)} title={row.content.number} size="large">
          <p>
            <StatusTag tone={toneOfPublicity(row)}>{row.standingLabel}</StatusTag> {row.reason ?? row.termReason}
          </p>
          <Abstract row={row} />
          <ol className="soft">
            {row.dueSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <PublicityActs row={row} may={query.data?.mayPublish === true} />
        </Drawer>
      )}
    </div>
  );
}
