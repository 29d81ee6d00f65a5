import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ClockCell, StandingState } from '../../components/clock-cell.tsx';
import type { Column } from '../../components/data-table.tsx';
import { meetingBase, type TaskRow, taskBase } from './coordination-query.ts';

/** Columns of joint tasks. */
export function useTaskColumns(): Column<TaskRow>[] {
  const { t } = useTranslation('coordination');
  return [
    {
      key: 'title',
      title: t('task.title'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`${taskBase}/${row.id}`}>
            {row.title}
          </Link>
          <span className="cell-sub">
            {row.kindLabel} <span className="mono">{row.number}</span>
          </span>
        </>
      ),
    },
    {
      key: 'lead',
      title: t('task.lead'),
      phone: 'wide',
      width: 200,
      render: (row) => (
        <>
          <b>{row.lead.shortName}</b>
          <span className="cell-sub">{row.members.map((one) => one.shortName).join('、')}</span>
        </>
      ),
    },
    { key: 'state', title: t('list.state'), width: 140, render: (row) => <StandingState row={row} /> },
    {
      key: 'due',
      title: t('task.due'),
      phone: 'wide',
      width: 190,
      render: (row) =>
        row.standing === 'done' ? (
          <span className="mono">{row.dueOn}</span>
        ) : (
          <ClockCell clock={{ label: '', dueOn: row.dueOn }} />
        ),
    },
    {
      key: 'last',
      title: t('task.last'),
      phone: 'wide',
      render: (row) =>
        row.lastProgress ? (
          <>
            {row.lastProgress.text}
            <span className="cell-sub">{row.lastProgress.body}</span>
          </>
        ) : (
          <span className="muted">—</span>
        ),
    },
    {
      key: 'meeting',
      title: t('task.meeting'),
      phone: 'hide',
      optional: true,
      render: (row) =>
        row.meeting ? (
          <Link className="link" to={`${meetingBase}/${row.meeting.id}`}>
            {row.meeting.title}
          </Link>
        ) : (
          <span className="muted">—</span>
        ),
    },
  ];
}
