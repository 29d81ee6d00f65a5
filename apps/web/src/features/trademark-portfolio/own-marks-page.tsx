import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { useOwnParty } from '../../lib/own-party.ts';
import { figuresQuery } from './life-query.ts';
import { MadridTab } from './madrid-tab.tsx';
import { MaterialTab } from './material-tab.tsx';
import { OpenMaterial } from './open-material.tsx';
import { OwnMarkList } from './own-mark-list.tsx';
import { ThreatList } from './threat-list.tsx';
import './trademark-portfolio.css';

/** Marks of the enterprise: what falls due, what to oppose, where to keep evidence. */
export function Page() {
  const { t, i18n } = useTranslation('trademark-portfolio');
  const navigate = useNavigate();
  const { partyId } = useOwnParty();
  const [opening, setOpening] = useState(false);
  const figures = useQuery(figuresQuery(partyId, i18n.language));
  const threats = useQuery({
    queryKey: ['threats', 'own', partyId, i18n.language],
    queryFn: ({ signal }) => api.listThreats({ query: { party: partyId, pageSize: 50 } }, signal),
  });
  const due = figures.data?.total.filter((one) => one.count > 0) ?? [];
  return (
    <div className="page portal-page portfolio-page">
      <PageHeader
        title={t('own.title')}
        meta={<span>{t('own.meta')}</span>}
        actions={
          <>
            <Button onClick={() => setOpening(true)}>{t('material.begin')}</Button>
            <Button type="primary" onClick={() => void navigate('/brand')}>
              {t('own.brand')}
            </Button>
          </>
        }
      />
      <Section title={t('own.due')}>
        {figures.error && <ErrorBox error={figures.error} onRetry={() => void figures.refetch()} />}
        {figures.data && due.length === 0 && <p className="soft">{t('nothingDue')}</p>}
        <ul className="own-due">
          {due.map(({ bucket, count }) => (
            <li key={bucket}>
              <Link className="link" to={`/marks?bucket=${bucket}`}>
                <b>
                  {count} {t('unit')}
                </b>{' '}
                {t(`bucket.${bucket}`)}
              </Link>{' '}
              <span className="soft">{t(`definition.${bucket}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <OwnMarkList partyId={partyId} />
      {threats.data && threats.data.total > 0 && (
        <Section title={t('tab.threats')} note={t('threat.about')}>
          <ThreatList threats={threats.data.items} mayDecide />
        </Section>
      )}
      <MadridTab party={partyId} />
      <MaterialTab party={partyId} />
      {opening && <OpenMaterial onClose={() => setOpening(false)} />}
    </div>
  );
}
