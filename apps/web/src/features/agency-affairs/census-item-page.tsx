import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import '../../components/field-work/field-work.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatMoment } from '../../lib/format.ts';
import { becomeFieldDevice } from '../../lib/kept.ts';
import { useMe } from '../../lib/meta.ts';
import { CensusForm } from './census-form.tsx';
import { type CensusItemView, censusItemQuery, censusPhotoUrl } from './census-query.ts';
import './census.css';

function Checks({ item }: { item: CensusItemView }) {
  const { t } = useTranslation('agency-affairs');
  return (
    <Section title={t('census.checks')}>
      {item.checks.length === 0 && <p className="soft">{t('census.noChecks')}</p>}
      <ol className="census-checks">
        {item.checks.map((check) => (
          <li key={check.id}>
            <div>
              <b className="mono">{check.checkedOn}</b> <span>{check.by}</span>{' '}
              <StatusTag tone={check.result === 'found' ? 'good' : 'late'}>{t(`result.${check.result}`)}</StatusTag>
              {check.person && <small>{t('census.met', { person: check.person })}</small>}
            </div>
            {check.differences.map((one) => (
              <p key={one} className="warn">
                {one}
              </p>
            ))}
            {check.note && <p className="affair-words">{check.note}</p>}
            {check.position && (
              <p className="muted mono">
                {t('census.position', {
                  latitude: check.position.latitude.toFixed(5),
                  longitude: check.position.longitude.toFixed(5),
                })}
              </p>
            )}
            {check.photos.length > 0 && (
              <ul className="fieldwork-photos">
                {check.photos.map((photo, at) => (
                  <li key={photo.sha256}>
                    <a href={censusPhotoUrl(check.id, photo.sha256)}>
                      <img
                        src={censusPhotoUrl(check.id, photo.sha256)}
                        alt={t('photo.alt', { n: at + 1 })}
                        loading="lazy"
                      />
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** One agency of a census: the check on the spot, made for a phone and for where there is no network. */
export function Page() {
  const { t, i18n } = useTranslation('agency-affairs');
  const { id = '' } = useParams();
  const me = useMe();
  useEffect(becomeFieldDevice, []);
  const query = useQuery(censusItemQuery(me.userId, id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const item = query.data;
  return (
    <div className="page census-item">
      <PageHeader
        title={item.name}
        crumbs={[
          { label: t('census.heading'), to: '/agencies/census' },
          { label: item.campaign.title, to: `/agencies/census/${item.campaign.id}` },
        ]}
        meta={
          <>
            {item.town && <span>{item.town}</span>}
            {item.uscc && <span className="mono">{item.uscc}</span>}
            {item.address && <MetaItem label={t('census.address')}>{item.address}</MetaItem>}
            {item.requestId && (
              <Link className="link" to={`/agencies/affairs/requests/${item.requestId}`}>
                {t('census.toRequest')}
              </Link>
            )}
            {item.keptAt && <span className="warn">{t('census.keptAt', { at: formatMoment(item.keptAt) })}</span>}
          </>
        }
      />
      {item.mayCheck && <CensusForm key={item.id} item={item} />}
      <Checks item={item} />
    </div>
  );
}
