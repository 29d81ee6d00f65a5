import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { useWorkload, type Workload } from './desk-query.ts';

type Row = Pick<Workload['officers'][number], 'open' | 'overdue' | 'week' | 'suspended' | 'closedIn30'>;

/** Open files as one bar: overdue, this week, the rest. The figures stand beside it. */
function Bar({ row, most }: { row: Row; most: number }) {
  const { t } = useTranslation('desk');
  const rest = Math.max(0, row.open - row.overdue - row.week);
  const width = (n: number) => `${(n / Math.max(1, most)) * 100}%`;
  return (
    <div
      className="load-bar"
      role="img"
      aria-label={t('load.bar', { open: row.open, overdue: row.overdue, week: row.week })}
    >
      <span className="late" style={{ width: width(row.overdue) }} />
      <span className="soon" style={{ width: width(row.week) }} />
      <span className="rest" style={{ width: width(rest) }} />
    </div>
  );
}

interface Line extends Row {
  readonly key: string;
  readonly name: string;
  readonly note: string;
}

function LoadTable({ title, lines }: { title: string; lines: readonly Line[] }) {
  const { t } = useTranslation('desk');
  const most = Math.max(1, ...lines.map((line) => line.open));
  if (lines.length === 0) return <EmptyState title={t('load.empty')} />;
  return (
    <table className="load-table" aria-label={title}>
      <thead>
        <tr>
          <th>{t('load.name')}</th>
          <th className="load-wide">{t('load.files')}</th>
          <th className="right">{t('load.open')}</th>
          <th className="right">{t('load.overdue')}</th>
          <th className="right">{t('load.week')}</th>
          <th className="right load-wide">{t('load.suspended')}</th>
          <th className="right load-wide">{t('load.closed')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">
              {line.name}
              <span className="cell-sub">{line.note}</span>
            </th>
            <td className="load-wide">
              <Bar row={line} most={most} />
            </td>
            <td className="right mono">{line.open}</td>
            <td className={`right mono${line.overdue > 0 ? ' late' : ''}`}>{line.overdue}</td>
            <td className="right mono">{line.week}</td>
            <td className="right mono load-wide">{line.suspended}</td>
            <td className="right mono load-wide">{line.closedIn30}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who has how much, by section and by officer. */
export function WorkloadTab() {
  const { t } = useTranslation('desk');
  const [procedure, setProcedure] = useState<string>();
  const query = useWorkload(procedure, true);
  const load = query.data;
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!load) return <SkeletonLines lines={8} />;
  return (
    <div className="stack">
      <div className="desk-filters">
        <Select
          aria-label={t('procedure')}
          value={procedure ?? ''}
          onChange={(value: string) => setProcedure(value || undefined)}
          options={[
            { value: '', label: t('allProcedures') },
            ...load.procedures.map((one) => ({ value: one.code, label: `${one.label}（${one.count}）` })),
          ]}
        />
        <span className="load-legend muted">
          <i className="late" /> {t('bucket.overdue')} <i className="soon" /> {t('bucket.week')} <i className="rest" />{' '}
          {t('bucket.later')}
        </span>
      </div>
      <Section title={t('load.sections')} flush>
        <LoadTable
          title={t('load.sections')}
          lines={load.sections.map((row) => ({
            ...row,
            key: row.code ?? '',
            note: row.unassigned > 0 ? t('load.unassigned', { n: row.unassigned }) : '',
          }))}
        />
      </Section>
      <Section title={t('load.officers')} note={t('load.officersNote')} flush>
        <LoadTable
          title={t('load.officers')}
          lines={load.officers.map((row) => ({
            ...row,
            key: `${row.userId}${row.unit ?? ''}`,
            note: [row.unit, t('load.lead', { n: row.lead })].filter(Boolean).join(' · '),
          }))}
        />
      </Section>
    </div>
  );
}
