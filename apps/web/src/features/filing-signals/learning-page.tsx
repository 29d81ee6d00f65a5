import type { KindLearning } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatExact, formatMoment, formatShare } from '../../lib/format.ts';
import './filing-signals.css';

function Kind({ kind }: { kind: KindLearning }) {
  const { t } = useTranslation('filing-signals');
  return (
    <li className="kind-row">
      <div>
        <h3>
          <Link className="link" to={`/agencies/signals?kind=${kind.kind}`}>
            {kind.label}
          </Link>
        </h3>
        <p className="soft">{kind.definition}</p>
        {kind.category && <p className="muted">{kind.article}</p>}
      </div>
      <dl>
        {(['open', 'confirmed', 'explained', 'unsure'] as const).map((state) => (
          <div key={state}>
            <dt>{t(`state.${state}`)}</dt>
            <dd>{formatExact(kind[state])}</dd>
          </div>
        ))}
      </dl>
      <div>
        <div className="precision-bar" aria-hidden="true">
          <i style={{ left: `${kind.low * 100}%`, width: `${(kind.high - kind.low) * 100}%` }} />
          <b style={{ left: `${kind.precision * 100}%` }} />
        </div>
        <p>
          {t('precision')} <b>{formatShare(kind.precision)}</b>{' '}
          <span className="muted">
            {formatShare(kind.low)}–{formatShare(kind.high)}
          </span>
        </p>
        <p className="muted">{kind.why}</p>
      </div>
    </li>
  );
}

/** What judgements taught of each kind of signal, and the searches so far. */
export function Page() {
  const { t, i18n } = useTranslation('filing-signals');
  const query = useQuery({
    queryKey: ['signal-learning', i18n.language],
    queryFn: ({ signal }) => api.getSignalLearning({}, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { kinds, runs } = query.data;
  return (
    <div className="page stack">
      <PageHeader
        title={t('learningTitle')}
        crumbs={[{ label: t('title'), to: '/agencies/signals' }]}
        meta={t('learningLead')}
      />
      <Section title={t('kinds')} note={t('kindsNote')} flush>
        <ul className="kind-list">
          {kinds.map((kind) => (
            <Kind key={kind.kind} kind={kind} />
          ))}
        </ul>
      </Section>
      <Section title={t('runs')} flush>
        <div className="signal-table">
          <table>
            <thead>
              <tr>
                <th>{t('runAt')}</th>
                <th>{t('runMode')}</th>
                <th className="r">{t('runFilings')}</th>
                <th className="r">{t('runChanged')}</th>
                <th className="r">{t('runFound')}</th>
                <th className="r">{t('runAppeared')}</th>
                <th className="r">{t('runAltered')}</th>
                <th className="r">{t('runGone')}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id}>
                  <td className="mono">{formatMoment(run.startedAt)}</td>
                  <td>
                    <StatusTag tone={run.mode === 'full' ? 'info' : 'plain'}>{t(`mode.${run.mode}`)}</StatusTag>
                  </td>
                  {[run.filings, run.changed, run.found, run.appeared, run.altered, run.gone].map((value, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed
                    <td key={at} className="r">
                      {formatExact(value)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </div>
  );
}
