import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../components/app-link.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';

const SHOWN = 5;
const WATCH = '/protection/watch';
const stateTone = (state: string) => (state === 'listed' ? 'good' : state === 'nominated' ? 'warn' : 'plain');
const levelTone = { identical: 'late', near: 'warn', arguable: 'info' } as const;

function OpenHits({ partyId }: { partyId: string }) {
  const { t, i18n } = useTranslation('trademark-portfolio');
  const query = useQuery({
    queryKey: ['watch-hits', 'holder', partyId, i18n.language],
    queryFn: ({ signal }) => api.listWatchHits({ query: { holder: partyId, state: 'open', pageSize: SHOWN } }, signal),
  });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return null;
  const { items, total } = query.data;
  return (
    <>
      <h3 className="portfolio-sub">{t('brand.openHits', { n: total })}</h3>
      {total === 0 && <p className="soft">{t('brand.noHits')}</p>}
      <ul className="portfolio-reasons">
        {items.map((hit) => (
          <li key={hit.id}>
            <StatusTag tone={levelTone[hit.level]}>{hit.levelLabel}</StatusTag>{' '}
            <AppLink to={`${WATCH}/hits/${hit.id}`}>{hit.title}</AppLink>{' '}
            <span className="soft">{[hit.kindLabel, hit.platform, hit.subject].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {total > items.length && <AppLink to={`${WATCH}?tab=hits&holder=${partyId}`}>{t('brand.hitsMore')}</AppLink>}
    </>
  );
}

/** Marks of the enterprise in the directory of protected marks, and what the watch found of them. */
export function ProtectedMarks({ partyId, seesHits }: { partyId: string; seesHits: boolean }) {
  const { t, i18n } = useTranslation('trademark-portfolio');
  const query = useQuery({
    queryKey: ['protected-marks', 'party', partyId, i18n.language],
    queryFn: ({ signal }) => api.listProtectedMarks({ query: { party: partyId } }, signal),
  });
  if (!query.data && !query.error) return null;
  return (
    <Section title={t('brand.protected')} note={t('brand.protectedNote')}>
      {query.error && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.total === 0 && <p className="soft">{t('brand.protectedNone')}</p>}
      <ul className="portfolio-reasons">
        {query.data?.items.map((mark) => (
          <li key={mark.id}>
            <StatusTag tone={stateTone(mark.state)}>{mark.stateLabel}</StatusTag>{' '}
            <AppLink to={`/protection/protected-marks/${mark.id}`}>{mark.name}</AppLink>{' '}
            <span className="mono">{mark.registrationNo}</span>{' '}
            <span className="soft">
              {[
                mark.criteria.map((one) => one.label).join('、'),
                mark.untilOn === null ? '' : t('brand.protectedUntil', { on: mark.untilOn }),
                mark.paused ? t('brand.protectedPaused') : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {seesHits && query.data !== undefined && query.data.total > 0 && <OpenHits partyId={partyId} />}
    </Section>
  );
}
