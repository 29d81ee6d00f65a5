import type { WorkItem } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../components/data-table.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { TargetStateTag } from '../../components/target-state.tsx';

const dash = <span className="muted">—</span>;

function useWhoColumns(): Column<WorkItem>[] {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  return [
    {
      key: 'name',
      title: t('work.name'),
      sort: 'name',
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/cultivation/targets/${row.id}`}>
            {row.name}
          </Link>{' '}
          {row.late && (
            <StatusTag tone="warn" title={t('cultivation:lateHelp')}>
              {t('cultivation:late')}
            </StatusTag>
          )}
          <span className="cell-sub mono">{row.uscc ?? t('work.noUscc')}</span>
        </>
      ),
    },
    { key: 'town', title: t('work.town'), sort: 'town', width: 96, render: (row) => row.town ?? dash },
    {
      key: 'industry',
      title: t('work.industry'),
      optional: true,
      phone: 'hide',
      render: (row) => row.industry ?? dash,
    },
  ];
}

function useNextColumns(): Column<WorkItem>[] {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  return [
    {
      key: 'visits',
      title: t('work.visits'),
      unit: t('cultivation:unit.times'),
      align: 'right',
      sort: 'visits',
      render: (row) => (row.visits === 0 ? <span className="muted">0</span> : row.visits),
    },
    {
      key: 'lastVisitOn',
      title: t('work.lastVisit'),
      sort: 'lastVisitOn',
      optional: true,
      render: (row) => row.lastVisitOn ?? dash,
    },
    {
      key: 'nextOn',
      title: t('work.next'),
      sort: 'nextOn',
      phone: 'wide',
      render: (row) =>
        row.nextOn ? (
          <>
            <span className={row.overdue ? 'mono late' : 'mono'}>
              {row.nextOn}
              {row.overdue && ` ${t('cultivation:overdue')}`}
            </span>
            {row.nextStep && <span className="cell-sub">{row.nextStep}</span>}
          </>
        ) : (
          dash
        ),
    },
    { key: 'enteredOn', title: t('work.enteredOn'), sort: 'enteredOn', optional: true, render: (row) => row.enteredOn },
  ];
}

/** Columns of a worklist: who, where it stands, who works it, what comes next. */
export function useWorkColumns(): Column<WorkItem>[] {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const who = useWhoColumns();
  const next = useNextColumns();
  return [
    ...who,
    {
      key: 'state',
      title: t('work.state'),
      sort: 'state',
      render: (row) => (
        <>
          <TargetStateTag state={row.state} />
          {(row.state === 'succeeded' || row.state === 'reverted') && row.succeededOn && (
            <span className="cell-sub mono">{row.succeededOn}</span>
          )}
          {row.state === 'left' && row.leftReason && <span className="cell-sub">{row.leftReason}</span>}
        </>
      ),
    },
    { key: 'step', title: t('work.step'), phone: 'hide', render: (row) => row.stepLabel ?? dash },
    {
      key: 'assignee',
      title: t('work.assignee'),
      sort: 'assignee',
      render: (row) => row.assignee ?? <span className="muted">{t('cultivation:unassigned')}</span>,
    },
    ...next,
  ];
}
