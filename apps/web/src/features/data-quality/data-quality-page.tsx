import type { RouteOutput, routes } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Gauge } from '../../components/gauge.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatExact, formatMoment, formatShare } from '../../lib/format.ts';
import { CheckRows } from './check-rows.tsx';
import './data-quality.css';

export type Check = RouteOutput<typeof routes.listDataQuality>['checks'][number];

const order: Record<Check['level'], number> = { late: 0, warn: 1, good: 2 };

/** A share that is small but not nothing must not read as nothing. */
function shareOf(check: Check): string {
  if (check.of === 0 || check.count === 0) return formatShare(0);
  const ratio = check.count / check.of;
  return ratio < 0.001 ? '<0.1%' : formatShare(ratio);
}

function CheckRow({ check, onOpen }: { check: Check; onOpen: (check: Check) => void }) {
  const { t } = useTranslation(['data-quality', 'common']);
  return (
    <li className={`panel check level-${check.level}`}>
      <div className="check-name">
        <h2>{check.label}</h2>
        <StatusTag tone={check.level}>{t(`level.${check.level}`)}</StatusTag>
      </div>
      <div className="check-count">
        {check.count > 0 ? (
          <NumberLink
            value={check.count}
            onOpen={() => onOpen(check)}
            exact
            tone={check.level === 'good' ? undefined : check.level}
            label={check.label}
          />
        ) : (
          <span className="number good">0</span>
        )}
        <span className="muted">
          {t('of', { of: formatExact(check.of) })} · {shareOf(check)}
        </span>
        <Gauge value={check.count} max={check.of || 1} tone={check.level} />
      </div>
      <dl>
        <div>
          <dt>{t('why')}</dt>
          <dd>{check.why}</dd>
        </div>
        {check.count > 0 && (
          <div>
            <dt>{t('action')}</dt>
            <dd>{check.action}</dd>
          </div>
        )}
      </dl>
    </li>
  );
}

/** Checks over the registers: how many rows of how many, why it matters, what to do. */
export function Page() {
  const { t, i18n } = useTranslation(['data-quality', 'common']);
  const [params, setParams] = useSearchParams();
  const query = useQuery({
    queryKey: ['data-quality', i18n.language],
    queryFn: ({ signal }) => api.listDataQuality({}, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const checks = [...query.data.checks].sort((a, b) => order[a.level] - order[b.level] || b.count - a.count);
  const wrong = checks.filter((check) => check.count > 0);
  const fine = checks.filter((check) => check.count === 0);
  const open = checks.find((check) => check.code === params.get('check'));
  const show = (code: string | undefined) =>
    setParams(code ? { check: code } : {}, { replace: true, preventScrollReset: true });
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={
          <>
            <span>{t('meta')}</span>
            <MetaItem label={t('at')}>{formatMoment(query.data.asOf)}</MetaItem>
            <MetaItem label={t('found')}>{t('foundOf', { found: wrong.length, of: checks.length })}</MetaItem>
          </>
        }
      />
      <ul className="checks">
        {wrong.map((check) => (
          <CheckRow key={check.code} check={check} onOpen={(one) => show(one.code)} />
        ))}
      </ul>
      {fine.length > 0 && (
        <>
          <h2 className="checks-fine">{t('fine')}</h2>
          <ul className="panel fine-list">
            {fine.map((check) => (
              <li key={check.code}>
                <StatusTag tone="good">{t('level.good')}</StatusTag>
                <b>{check.label}</b>
                <span className="soft">{check.why}</span>
                <span className="muted">{t('of', { of: formatExact(check.of) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <CheckRows check={open} onClose={() => show(undefined)} />
    </div>
  );
}
