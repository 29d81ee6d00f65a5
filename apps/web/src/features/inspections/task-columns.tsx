import type { InspectionTask } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../components/data-table.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';

export const taskHref = (row: Pick<InspectionTask, 'id'>) => `/protection/inspections/tasks/${row.id}`;

const tones: Readonly<Record<string, Tone>> = {
  assigned: 'info',
  checked: 'warn',
  correcting: 'warn',
  rechecked: 'warn',
  passed: 'good',
  corrected: 'good',
  cased: 'late',
  returned: 'warn',
  dropped: 'plain',
  handed: 'late',
  cancelled: 'plain',
};
export const taskTone = (row: Pick<InspectionTask, 'state' | 'overdue'>): Tone =>
  row.overdue ? 'late' : (tones[row.state] ?? 'plain');

export function useTaskColumns(): Column<InspectionTask>[] {
  const { t } = useTranslation('inspections');
  return [
    {
      key: 'name',
      title: t('col.object'),
      phone: 'title',
      sort: 'name',
      render: (row) => (
        <>
          <Link className="cell-title" to={taskHref(row)}>
            {row.name}
          </Link>
          <span className="cell-sub">{[row.number, row.campaign].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('col.state'),
      sort: 'state',
      width: 150,
      render: (row) => (
        <>
          <StatusTag tone={taskTone(row)}>{row.stateLabel}</StatusTag>
          {row.held > 0 && (
            <span className="cell-sub">
              <span className="late">{t('task.held', { n: row.held })}</span>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'outcome',
      title: t('col.outcome'),
      width: 130,
      render: (row) => (
        <>
          {row.outcome === null ? '—' : t(`outcome.${row.outcome}`)}
          {(row.failed ?? 0) > 0 && (
            <span className="cell-sub">
              <span className="warn">{t('task.failed', { n: row.failed })}</span>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'dueOn',
      title: t('col.dueOn'),
      sort: 'dueOn',
      width: 130,
      render: (row) => (
        <>
          <span className={row.overdue ? 'mono late' : 'mono'}>{row.correctBy ?? row.dueOn}</span>
          {row.correctBy && <span className="cell-sub">{t('task.correctBy')}</span>}
        </>
      ),
    },
    {
      key: 'checkedOn',
      title: t('col.checkedOn'),
      sort: 'checkedOn',
      width: 120,
      render: (row) => <span className="mono">{row.checkedOn ?? '—'}</span>,
    },
    {
      key: 'officers',
      title: t('col.officers'),
      width: 150,
      render: (row) =>
        row.officers.length > 0 ? row.officers.join('、') : <span className="warn">{t('task.nobody')}</span>,
    },
    {
      key: 'town',
      title: t('col.town'),
      sort: 'town',
      width: 140,
      render: (row) => (
        <>
          {row.town ?? '—'}
          <span className="cell-sub">{row.organisation}</span>
        </>
      ),
    },
    { key: 'kind', title: t('col.kind'), optional: true, width: 110, render: (row) => t(`kind.${row.objectKind}`) },
    { key: 'checklist', title: t('col.checklist'), optional: true, render: (row) => row.checklistLabel },
    { key: 'origin', title: t('col.origin'), optional: true, width: 110, render: (row) => t(`origin.${row.origin}`) },
  ];
}
