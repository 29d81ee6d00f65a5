import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { caseHref } from '../../components/case-frame/case-query.ts';
import type { Column } from '../../components/data-table.tsx';
import { Money } from '../../components/money.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { type Card, toneOfCase } from './cases-query.ts';

function Due({ row }: { row: Card }) {
  const { t } = useTranslation('cases');
  if (row.dueOn === null || row.daysLeft === null) return <span className="muted">—</span>;
  const late = row.daysLeft < 0;
  return (
    <span className={late ? 'late' : row.daysLeft <= 3 ? 'soon' : undefined}>
      <span className="mono">{row.dueOn}</span>
      <span className="cell-sub">
        {row.dueLabel} {late ? t('due.over', { days: -row.daysLeft }) : t('due.left', { days: row.daysLeft })}
      </span>
    </span>
  );
}

/** What the list of cases shows of each. */
export function useCaseColumns(): Column<Card>[] {
  const { t } = useTranslation('cases');
  const dash = <span className="muted">—</span>;
  return [
    {
      key: 'title',
      title: t('list.case'),
      phone: 'title',
      sort: 'number',
      render: (row) => (
        <>
          <Link className="cell-title" to={caseHref(row.id)}>
            {row.title}
          </Link>
          <span className="cell-sub">
            <span className="mono">{row.number}</span> {row.suspects}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('list.state'),
      width: 132,
      sort: 'stage',
      render: (row) => (
        <span className="case-tags">
          <StatusTag tone={toneOfCase(row)}>{row.stateLabel}</StatusTag>
          {row.transferOpen ? (
            <StatusTag tone="late">{t('list.transferOpen')}</StatusTag>
          ) : (
            row.hit && <StatusTag tone="warn">{t('list.hit')}</StatusTag>
          )}
        </span>
      ),
    },
    { key: 'dueOn', title: t('list.due'), width: 180, sort: 'dueOn', render: (row) => <Due row={row} /> },
    { key: 'officers', title: t('list.officers'), width: 130, render: (row) => row.officers || dash },
    { key: 'organisation', title: t('list.organisation'), phone: 'hide', render: (row) => row.organisation },
    { key: 'behaviour', title: t('list.behaviour'), phone: 'wide', render: (row) => row.behaviour ?? dash },
    {
      key: 'businessFen',
      title: t('list.amount'),
      unit: t('unit.yuan'),
      align: 'right',
      width: 120,
      sort: 'businessFen',
      render: (row) => <Money fen={row.businessFen} />,
    },
    {
      key: 'fineFen',
      title: t('list.fine'),
      unit: t('unit.yuan'),
      align: 'right',
      width: 110,
      optional: true,
      render: (row) => <Money fen={row.fineFen} />,
    },
    {
      key: 'receivedOn',
      title: t('list.received'),
      width: 108,
      sort: 'receivedOn',
      render: (row) => <span className="mono">{row.receivedOn}</span>,
    },
    {
      key: 'filedOn',
      title: t('list.filed'),
      width: 108,
      sort: 'filedOn',
      optional: true,
      phone: 'hide',
      render: (row) => (row.filedOn ? <span className="mono">{row.filedOn}</span> : dash),
    },
    {
      key: 'decidedOn',
      title: t('list.decided'),
      width: 108,
      sort: 'decidedOn',
      optional: true,
      phone: 'hide',
      render: (row) => (row.decidedOn ? <span className="mono">{row.decidedOn}</span> : dash),
    },
    { key: 'town', title: t('list.town'), optional: true, phone: 'hide', render: (row) => row.town ?? dash },
    { key: 'source', title: t('list.source'), optional: true, phone: 'hide', render: (row) => row.sourceLabel },
  ];
}
