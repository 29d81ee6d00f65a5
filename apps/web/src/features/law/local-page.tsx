import type { RouteOutput, routes } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import './law.css';

type Mark = RouteOutput<typeof routes.listLocalMarks>['items'][number];

function byFile(items: readonly Mark[]): readonly (readonly [string, readonly Mark[]])[] {
  const files = new Map<string, Mark[]>();
  for (const one of items) files.set(one.file, [...(files.get(one.file) ?? []), one]);
  return [...files];
}

const says = (one: Mark, word: string) =>
  [one.title, one.file, one.text, ...one.place].some((text) => text.toLowerCase().includes(word));

/** What the pack of the district still asks the office to confirm, file by file. */
export function Page() {
  const { t } = useTranslation('law');
  const [word, setWord] = useState('');
  const query = useQuery({ queryKey: ['local-marks'], queryFn: ({ signal }) => api.listLocalMarks({}, signal) });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const wanted = word.trim().toLowerCase();
  const items = query.data.items.filter((one) => wanted === '' || says(one, wanted));
  return (
    <div className="page">
      <PageHeader title={t('local.title')} meta={t('local.meta')} />
      <div className="local-search">
        <Input
          value={word}
          allowClear
          placeholder={t('local.search')}
          aria-label={t('local.search')}
          onChange={(event) => setWord(event.target.value)}
        />
        <span className="soft">{t('local.count', { n: items.length })}</span>
      </div>
      {items.length === 0 && <EmptyState title={t('local.none')}>{t('local.noneText')}</EmptyState>}
      <div className="local-files">
        {byFile(items).map(([file, marks]) => (
          <Section key={file} title={marks[0]?.title ?? file} note={t('local.file', { file })}>
            <ul className="local-marks">
              {marks.map((one) => (
                <li key={one.place.join('/')}>
                  <small>{one.place.join(' › ')}</small>
                  <span>{one.text}</span>
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </div>
  );
}
