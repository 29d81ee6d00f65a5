import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { PersonRemarks } from './person-remarks.tsx';

const MOST = 200;

/** The people of one agency, with those who left. */
export function AgencyPeople({ agencyId }: { agencyId: string }) {
  const { t, i18n } = useTranslation('agencies');
  const query = useQuery({
    queryKey: ['agency-people', agencyId, i18n.language],
    queryFn: ({ signal }) => api.listPeople({ query: { agency: agencyId, pageSize: MOST } }, signal),
  });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={6} />;
  const { items, total } = query.data;
  if (total === 0) return <EmptyState title={t('noPeople')}>{t('noPeopleText')}</EmptyState>;
  return (
    <Section
      title={t('peopleTitle')}
      note={t('peopleCount', { count: total })}
      extra={
        <Link className="cell-link" to={`/agencies/people?agency=${agencyId}`}>
          {t('openPeople')}
        </Link>
      }
    >
      <ul className="agency-people">
        {items.map((person) => {
          const here = person.practices.find((one) => one.agencyId === agencyId);
          return (
            <li key={person.id} className={here?.current ? undefined : 'left'}>
              <div>
                <b>{person.name}</b> <span className="muted">{here?.role}</span>
                <span className="cell-sub mono">
                  {[
                    person.qualificationNo && t('qualificationOf', { number: person.qualificationNo }),
                    person.practiceNo,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              <span className="mono muted">
                {here?.from ?? t('notTold')} — {here?.to ?? t('still')}
              </span>
              <PersonRemarks person={person} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
