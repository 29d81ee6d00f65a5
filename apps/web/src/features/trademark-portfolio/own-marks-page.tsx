import { useQuery } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { useOwnParty } from '../../lib/own-party.ts';
import { toneOf } from '../../lib/tones.ts';
import { figuresQuery } from './life-query.ts';
import { MadridTab } from './madrid-tab.tsx';
import { MaterialTab } from './material-tab.tsx';
import { OpenMaterial } from './open-material.tsx';
import { ThreatList } from './threat-list.tsx';
import './trademark-portfolio.css';

const PAGE_SIZE = 20;

function Marks({ partyId }: { partyId: string }) {
  const { t, i18n } = useTranslation(['trademark-portfolio', 'labels']);
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: ['own-marks', partyId, page, i18n.language],
    queryFn: ({ signal }) =>
      api.listTrademarks({ query: { party: partyId, page, pageSize: PAGE_SIZE, sort: 'expiresOn' } }, signal),
  });
  return (
    <Section title={t('own.marks')} note={t('own.marksNote')}>
      {query.error && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines />}
      {query.data?.total === 0 && <EmptyState title={t('own.none')}>{t('own.noneText')}</EmptyState>}
      <ul className="tie-list">
        {query.data?.items.map((mark) => (
          <li key={mark.id}>
            <div className="use-head">
              <Link className="cell-title" to={`/marks/${mark.id}`}>
                {mark.name || t('figurative')}
              </Link>
              <span className="mono">{mark.registrationNo}</span>
              <span>{t('labels:niceClass', { n: mark.niceClass })}</span>
              <StatusTag tone={toneOf(mark.status)}>{t(`labels:trademarkStatus.${mark.status}`)}</StatusTag>
              {mark.expiresOn && <span className="soft">{t('own.until', { on: mark.expiresOn })}</span>}
            </div>
          </li>
        ))}
      </ul>
      {query.data && query.data.total > PAGE_SIZE && (
        <Pagination
          size="small"
          current={page}
          pageSize={PAGE_SIZE}
          total={query.data.total}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </Section>
  );
}

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
              <b>
                {count} {t('unit')}
              </b>{' '}
              {t(`bucket.${bucket}`)} <span className="soft">{t(`definition.${bucket}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Marks partyId={partyId} />
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
