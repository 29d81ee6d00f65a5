import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../components/data-table.tsx';
import { DaysLeft } from '../../components/procedure-panel/days-left.tsx';
import { FileStateTag } from '../../components/procedure-panel/file-way.tsx';
import { daysBetween, formatDay, today } from '../../lib/format.ts';
import type { FilePart, FileRow } from './file-query.ts';

function Due({ row }: { row: FileRow }) {
  const { t } = useTranslation('my-files');
  if (row.dueOn === null) return <span className="muted">{t('noDue')}</span>;
  return (
    <span className="file-due">
      <span className="mono">{row.dueOn}</span>{' '}
      <DaysLeft clock={{ standing: 'running', daysLeft: daysBetween(today(), row.dueOn), waits: row.dueWaits }} />
      <span className="cell-sub">{row.dueLabel}</span>
    </span>
  );
}

export function useFileColumns(part: FilePart, onOpen: (row: FileRow) => void): Column<FileRow>[] {
  const { t } = useTranslation('my-files');
  const columns: Column<FileRow>[] = [
    {
      key: 'file',
      title: t('column.file'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={row.href}>
            {row.subjectLabel}
          </Link>
          <span className="cell-sub">
            {row.procedureLabel} <span className="mono">{row.number}</span>
          </span>
        </>
      ),
    },
    { key: 'state', title: t('column.state'), render: (row) => <FileStateTag file={row} /> },
    {
      key: 'work',
      title: t('column.work'),
      phone: 'wide',
      render: (row) =>
        row.waitsFor.length === 0 ? (
          <span className="muted">—</span>
        ) : (
          <button type="button" className="link file-work" onClick={() => onOpen(row)}>
            {row.waitsFor.join(t('or'))}
          </button>
        ),
    },
    { key: 'due', title: t('column.due'), phone: 'wide', render: (row) => <Due row={row} /> },
    { key: 'town', title: t('column.town'), render: (row) => <span className="nowrap">{row.town ?? '—'}</span> },
    {
      key: 'opened',
      title: t('column.opened'),
      phone: 'hide',
      render: (row) => (
        <>
          <span className="mono">{formatDay(row.openedAt)}</span>
          <span className="cell-sub">{row.openedBy}</span>
        </>
      ),
    },
    {
      key: 'closed',
      title: t('column.closed'),
      render: (row) => <span className="mono">{row.closedAt ? formatDay(row.closedAt) : '—'}</span>,
    },
  ];
  const left = part === 'closed' ? ['work', 'due'] : ['closed'];
  return columns.filter((column) => !left.includes(column.key));
}
