import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Figures } from '../../components/figures.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { type PageTab, PageTabs } from '../../components/page-tabs.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { SourcePanel } from '../../components/source-panel.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { formatDay } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { AgencyFields } from './agency-fields.tsx';
import { AgencyFilings } from './agency-filings.tsx';
import { AgencyMatters } from './agency-matters.tsx';
import { AgencyPeople } from './agency-people.tsx';
import { AgencyPublicReports } from './agency-public-reports.tsx';
import { type AgencyDetail, agencyHref, agencyQuery, FILING_TONES, REGISTER, STATUS_TONES } from './agency-query.ts';
import { AgencyReports } from './agency-reports.tsx';
import './agencies.css';

function Head({ agency, onSources }: { agency: AgencyDetail; onSources: () => void }) {
  const { t } = useTranslation('agencies');
  return (
    <PageHeader
      title={agency.name}
      crumbs={[{ label: t('register'), to: REGISTER }]}
      tags={
        <>
          <StatusTag tone={STATUS_TONES[agency.status]}>{t(`statusOf.${agency.status}`)}</StatusTag>
          {agency.kinds.map((kind) => (
            <StatusTag key={kind} tone="info">
              {t(`kind.${kind}`)}
            </StatusTag>
          ))}
          {agency.filing && agency.filing !== 'in-force' && (
            <StatusTag tone={FILING_TONES[agency.filing]}>{t(`filingTag.${agency.filing}`)}</StatusTag>
          )}
        </>
      }
      meta={
        <>
          {agency.agencyCode && <MetaItem label={t('code')}>{agency.agencyCode}</MetaItem>}
          {agency.uscc && <MetaItem label={t('uscc')}>{agency.uscc}</MetaItem>}
          <MetaItem label={t('town')}>{agency.town ?? t(agency.inDistrict ? 'townUnknown' : 'outside')}</MetaItem>
          {agency.parent && (
            <span>
              {t('parent')}{' '}
              {agency.parent.id ? (
                <Link className="cell-link" to={agencyHref(agency.parent.id)}>
                  {agency.parent.name}
                </Link>
              ) : (
                agency.parent.name
              )}
            </span>
          )}
          <MetaItem label={t('updatedAt')}>{formatDay(agency.updatedAt)}</MetaItem>
        </>
      }
      actions={<Button onClick={onSources}>{t('sources')}</Button>}
    />
  );
}

function Remarks({ agency }: { agency: AgencyDetail }) {
  const { t } = useTranslation('agencies');
  const remarks = [
    ...agency.remarks,
    ...agency.reports.slice(0, 1).flatMap((report) =>
      report.contradictions.map((one) => ({
        ...one,
        code: `report-${one.field}`,
        text: t('reportSays', { year: report.year, text: one.text }),
      })),
    ),
  ];
  if (remarks.length === 0) return null;
  return (
    <section className="card agency-remarks" aria-label={t('remarks')}>
      <b>{t('remarks')}</b>
      <ul>
        {remarks.map((remark) => (
          <li key={`${remark.code}${remark.text}`}>{remark.text}</li>
        ))}
      </ul>
    </section>
  );
}

function Headline({ agency }: { agency: AgencyDetail }) {
  const { t } = useTranslation('agencies');
  const patents = agency.stats.filter((one) => one.right !== 'trademark');
  const sum = (field: 'filed' | 'granted' | 'refused' | 'abnormal') =>
    patents.reduce((all, one) => all + one[field], 0);
  const penalties = agency.grounds.filter((ground) => ground.sort === 'penalty' && ground.revokedOn === null);
  return (
    <Figures
      items={[
        {
          key: 'people',
          label: t('people'),
          value: agency.people,
          unit: t('unit.people'),
          href: `/agencies/people?agency=${agency.id}`,
        },
        { key: 'patents', label: t('patentsFiled'), value: sum('filed'), unit: t('unit.pieces') },
        { key: 'granted', label: t('granted'), value: sum('granted'), unit: t('unit.pieces') },
        { key: 'trademarks', label: t('trademarksFiled'), value: agency.trademarks, unit: t('unit.pieces') },
        {
          key: 'abnormal',
          label: t('abnormal'),
          value: sum('abnormal'),
          unit: t('unit.pieces'),
          ...(sum('abnormal') > 0 ? { tone: 'warn' as const } : {}),
        },
        {
          key: 'penalties',
          label: t('penalties'),
          value: penalties.length,
          unit: t('unit.times'),
          ...(penalties.length > 0 ? { tone: 'late' as const } : {}),
        },
      ]}
    />
  );
}

/** One agency: file, people, filings, reports, what stands against it, and where each field comes from. */
export function Page() {
  const { t, i18n } = useTranslation('agencies');
  const { id = '' } = useParams();
  const me = useMe();
  const [source, setSource] = useState<{ field?: string }>();
  const query = useQuery(agencyQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const agency = query.data;
  const tabs: PageTab[] = [
    {
      key: 'file',
      label: t('tab.file'),
      render: () => <AgencyFields agency={agency} onSource={(field) => setSource({ field })} />,
    },
    { key: 'filings', label: t('tab.filings'), render: () => <AgencyFilings agency={agency} /> },
    ...(can(me, permissions.readAgencyPeople)
      ? [
          {
            key: 'people',
            label: t('tab.people'),
            count: agency.people,
            render: () => <AgencyPeople agencyId={agency.id} />,
          },
        ]
      : []),
    {
      key: 'reports',
      label: t('tab.reports'),
      count: agency.reports.length,
      render: () => <AgencyReports agency={agency} />,
    },
    {
      key: 'matters',
      label: t('tab.matters'),
      count: agency.grounds.length,
      render: () => (
        <>
          <AgencyMatters agency={agency} />
          {can(me, permissions.readPublicReports) && <AgencyPublicReports agencyId={agency.id} />}
        </>
      ),
    },
  ];
  return (
    <div className="page">
      <Head agency={agency} onSources={() => setSource({})} />
      <Remarks agency={agency} />
      <div className="agency-headline">
        <Headline agency={agency} />
      </div>
      <PageTabs tabs={tabs} label={agency.name} />
      <SourcePanel
        open={source !== undefined}
        onClose={() => setSource(undefined)}
        queryKey={['agency-sources', id, i18n.language]}
        fetchSources={(signal) => api.listAgencySources({ params: { id } }, signal)}
        field={source?.field}
      />
    </div>
  );
}
