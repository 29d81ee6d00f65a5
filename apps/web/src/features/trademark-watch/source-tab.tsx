import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatExact, formatMoment } from '../../lib/format.ts';
import { hitKeys, type Watch, watchBase, watchQuery } from './watch-query.ts';

const RUN_TONES = { running: 'info', done: 'good', failed: 'late', cancelled: 'plain' } as const;

function Sources({ watch }: { watch: Watch }) {
  const { t } = useTranslation('trademark-watch');
  return (
    <Section
      title={t('source.title')}
      note={t('source.note', { marks: watch.marks })}
      extra={
        <Link className="link" to="/imports">
          {t('source.upload')}
        </Link>
      }
    >
      <ul className="source-list">
        {watch.sources.map((source) => (
          <li key={source.kind}>
            <b>{source.label}</b>
            <span>{t('source.rows', { rows: formatExact(source.rows), newest: source.newest ?? '—' })}</span>
            {source.pending > 0 && (
              <StatusTag tone="warn">{t('source.pending', { rows: formatExact(source.pending) })}</StatusTag>
            )}
            <Link className="link" to={`${watchBase}?kind=${source.kind}&state=open`}>
              {t('source.open', { hits: formatExact(source.openHits) })}
            </Link>
          </li>
        ))}
      </ul>
      <p className="soft">{t('source.archive')}</p>
      <p className="soft">
        {watch.folder === null ? t('source.noFolder') : t('source.folder', { folder: watch.folder })}
      </p>
    </Section>
  );
}

function Runs({ watch }: { watch: Watch }) {
  const { t } = useTranslation('trademark-watch');
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: () => api.runWatch({ body: { everything: true } }),
    onSuccess: () => {
      for (const queryKey of hitKeys) void queries.invalidateQueries({ queryKey });
    },
  });
  return (
    <Section
      title={t('run.title')}
      extra={
        watch.mayRun && (
          <Button size="small" loading={run.isPending} onClick={() => run.mutate()}>
            {t('run.again')}
          </Button>
        )
      }
    >
      {run.error && <ErrorBox error={run.error} />}
      {run.data && <p className="soft">{t('run.ordered')}</p>}
      {watch.runs.length === 0 && <p className="muted">{t('run.none')}</p>}
      <ul className="run-list">
        {watch.runs.map((one) => (
          <li key={one.id}>
            <span className="mono">{formatMoment(one.startedAt)}</span>
            <span>{t(`cause.${one.cause}`)}</span>
            <StatusTag tone={RUN_TONES[one.state]}>{t(`runState.${one.state}`)}</StatusTag>
            <span>
              {t('run.counts', {
                marks: formatExact(one.marks),
                rows: formatExact(one.rows),
                fresh: formatExact(one.fresh),
                again: formatExact(one.again),
                excluded: formatExact(one.excluded),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Ranking({ watch }: { watch: Watch }) {
  const { t } = useTranslation('trademark-watch');
  const { ranking } = watch;
  return (
    <Section
      title={t('ranking.title')}
      note={t('ranking.note', { version: ranking.version, count: ranking.learnedFrom })}
    >
      <ul className="rank-reasons">
        {ranking.weights.map((one) => (
          <li key={one.code}>
            <span>{one.label}</span>
            <span className={one.weight > 0 ? 'up' : 'down'}>
              {one.weight > 0 ? '+' : '−'}
              {Math.abs(one.weight).toFixed(2)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the watch looks through, its latest runs, and how hits are put in order. */
export function SourceTab() {
  const { i18n } = useTranslation('trademark-watch');
  const query = useQuery(watchQuery(i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  return (
    <div className="watch-sections">
      <Sources watch={query.data} />
      <Runs watch={query.data} />
      <Ranking watch={query.data} />
    </div>
  );
}
