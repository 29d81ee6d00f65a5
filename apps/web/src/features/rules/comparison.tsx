import type { RouteOutput, routes, SubjectSummary } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Pagination, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import type { Trial } from './use-workbench.ts';

type Diff = RouteOutput<typeof routes.compareRules>;
const PAGE_SIZE = 10;

function Side({ title, side, tone }: { title: string; side: Diff['added']; tone: 'good' | 'late' }) {
  return (
    <div className="rule-diff-side">
      <h3 className={tone}>
        {title} <b>{formatExact(side.total)}</b>
      </h3>
      <ul>
        {side.items.map((row) => (
          <li key={row.id}>{row.href ? <Link to={row.href}>{row.label}</Link> : row.label}</li>
        ))}
      </ul>
    </div>
  );
}

/** Whom the tried rule adds and drops against an earlier text. */
export function Comparison({
  trial,
  earlier,
  subject,
}: {
  trial: Trial;
  earlier: readonly string[];
  subject: SubjectSummary;
}) {
  const { t, i18n } = useTranslation('rules');
  const [chosen, setChosen] = useState<string>();
  const [page, setPage] = useState(1);
  const before = chosen !== undefined && earlier.includes(chosen) ? chosen : (earlier[0] ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another comparison starts at its first page
  useEffect(() => setPage(1), [before, trial.text]);
  const query = useQuery({
    queryKey: ['rule-compare', trial, before, page, i18n.language],
    queryFn: ({ signal }) =>
      api.compareRules(
        {
          body: {
            subject: trial.subject,
            before,
            after: trial.text,
            page,
            pageSize: PAGE_SIZE,
            ...(trial.asOf ? { asOf: trial.asOf } : {}),
          },
        },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  const diff = query.data;
  const most = Math.max(diff?.added.total ?? 0, diff?.dropped.total ?? 0);
  return (
    <Section
      title={t('compare')}
      extra={
        <Select
          value={before}
          onChange={setChosen}
          options={earlier.map((text) => ({ value: text, label: text }))}
          aria-label={t('against')}
          style={{ width: 'min(420px, 62vw)' }}
        />
      }
    >
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {diff && (
        <>
          <p className="soft">
            {t('change', {
              before: formatExact(diff.before),
              after: formatExact(diff.after),
              kept: formatExact(diff.kept),
              unit: subject.unit,
            })}
          </p>
          <div className={query.isPlaceholderData ? 'rule-diff fetching' : 'rule-diff'}>
            <Side title={t('added')} side={diff.added} tone="good" />
            <Side title={t('dropped')} side={diff.dropped} tone="late" />
          </div>
          {most > PAGE_SIZE && (
            <Pagination
              size="small"
              current={page}
              pageSize={PAGE_SIZE}
              total={most}
              showSizeChanger={false}
              onChange={setPage}
            />
          )}
        </>
      )}
    </Section>
  );
}
