import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { inspectorsQuery } from './inspection-query.ts';

/** Officers with certificates: who may inspect today, and the account each signs in by. */
export function InspectorsTab() {
  const { t } = useTranslation('inspections');
  const me = useMe();
  const query = useQuery(inspectorsQuery());
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={6} />;
  const { items } = query.data;
  return (
    <Section
      title={t('inspector.title')}
      note={t('inspector.note')}
      extra={
        can(me, permissions.linkOfficers) && (
          <Link className="link" to="/organisation?tab=accounts">
            {t('inspector.link')}
          </Link>
        )
      }
    >
      <div className="insp-scroll">
        <table className="insp-answers insp-grid">
          <thead>
            <tr>
              <th>{t('inspector.name')}</th>
              <th>{t('inspector.unit')}</th>
              <th>{t('inspector.certificate')}</th>
              <th>{t('inspector.may')}</th>
              <th>{t('inspector.account')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.officerId ?? one.name}>
                <td>{one.name}</td>
                <td>{one.unit ?? '—'}</td>
                <td className="mono">
                  {one.certificateNo ?? '—'}
                  <small>{one.certificateTo}</small>
                </td>
                <td>
                  <StatusTag tone={one.problem === null ? 'good' : 'late'}>
                    {one.problem ?? t('inspector.yes')}
                  </StatusTag>
                </td>
                <td>{one.account ?? <span className="late">{t('inspector.none')}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
