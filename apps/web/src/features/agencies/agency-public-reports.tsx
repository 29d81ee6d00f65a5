import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';

const MOST = 50;

/** What the public reported of an agency, newest first. */
export function AgencyPublicReports({ agencyId }: { agencyId: string }) {
  const { t, i18n } = useTranslation('agencies');
  const query = useQuery({
    queryKey: ['public-reports', 'of-agency', agencyId, i18n.language],
    queryFn: ({ signal }) =>
      api.listReportsOfPublic({ query: { agency: agencyId, pageSize: MOST, sort: '-receivedAt' } }, signal),
  });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={3} />;
  const { items } = query.data;
  return (
    <Section title={t('publicReports')} note={t('publicReportsText')}>
      {items.length === 0 ? (
        <p className="muted">{t('noPublicReports')}</p>
      ) : (
        <ul className="agency-public-reports">
          {items.map((one) => (
            <li key={one.id}>
              <Link className="link" to={`/agencies/reports/${one.id}`}>
                {one.kindLabel}
              </Link>{' '}
              <StatusTag tone="info">{one.stateLabel}</StatusTag>
              <span className="cell-sub">
                <span className="mono">{formatMoment(one.receivedAt)}</span> · {one.sortLabel} ·{' '}
                <span className="mono">{one.number ?? one.receipt}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
