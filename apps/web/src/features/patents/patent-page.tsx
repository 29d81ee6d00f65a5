import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AsOfPicker, useAsOf } from '../../components/as-of.tsx';
import { HolderTable } from '../../components/holder-table.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PeriodBar } from '../../components/period-bar.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { SourcePanel } from '../../components/source-panel.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { api } from '../../lib/api.ts';
import { formatDay, today } from '../../lib/format.ts';
import { toneOf } from '../../lib/tones.ts';
import { AnnuityLedger } from './annuity-ledger.tsx';
import { HighValue } from './high-value.tsx';
import { PatentFields } from './patent-fields.tsx';
import { type PatentDetail, patentQuery } from './patent-query.ts';
import '../../components/record-layout.css';

function Standing({ patent, asOf }: { patent: PatentDetail; asOf: string }) {
  const { t } = useTranslation(['patents', 'labels']);
  return (
    <div className="standing panel">
      <StatusTag tone={toneOf(patent.status)}>{t(`labels:patentStatus.${patent.status}`)}</StatusTag>
      <p>
        <span className="muted">{t('common:standingOn', { date: asOf })}</span> {patent.statusReason}
      </p>
      {patent.nextDueOn && (
        <span className={patent.nextDueOn < today() ? 'late' : undefined}>
          {t('nextDueOn')} <b className="mono">{patent.nextDueOn}</b>
        </span>
      )}
    </div>
  );
}

function Events({ patent }: { patent: PatentDetail }) {
  const entries = [...patent.events]
    .sort((a, b) => b.on.localeCompare(a.on))
    .map((event) => ({ key: `${event.kind}${event.on}`, on: event.on, title: event.label, text: event.detail }));
  return <Timeline entries={entries} />;
}

/** One patent: status on any date with its reason, holders, annuities, events, and the source of each field. */
export function Page() {
  const { t, i18n } = useTranslation(['patents', 'labels', 'shell']);
  const { id = '' } = useParams();
  const { asOf, setAsOf } = useAsOf();
  const [source, setSource] = useState<{ field?: string }>();
  const query = useQuery(patentQuery(id, asOf, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const patent = query.data;
  const day = asOf ?? today();
  return (
    <div className="page">
      <PageHeader
        title={patent.title}
        crumbs={[
          { label: t('shell:chapter.inventory'), to: '/inventory' },
          { label: t('title'), to: '/patents' },
          { label: patent.applicationNo },
        ]}
        tags={
          <>
            <StatusTag tone="info">{t(`labels:patentKind.${patent.kind}`)}</StatusTag>
            {patent.abnormal && <StatusTag tone="late">{t('abnormal')}</StatusTag>}
          </>
        }
        meta={
          <>
            <MetaItem label={t('applicationNo')}>{patent.applicationNo}</MetaItem>
            {patent.town && <MetaItem label={t('town')}>{patent.town}</MetaItem>}
            <MetaItem label={t('common:source.title')}>
              <button type="button" className="link" onClick={() => setSource({})}>
                {t('common:source.open')}
              </button>
            </MetaItem>
            <MetaItem label={t('updated')}>{formatDay(patent.updatedAt)}</MetaItem>
          </>
        }
        actions={<AsOfPicker asOf={asOf} onChange={setAsOf} />}
      />
      <Standing patent={patent} asOf={day} />
      <div className="record">
        <div>
          <Section title={t('life')} note={t('lifeNote')}>
            <PeriodBar
              periods={patent.periods}
              labelOf={(status) => t(`labels:patentStatus.${status}`)}
              asOf={day}
              onDay={setAsOf}
            />
          </Section>
          <HighValue patent={patent} asOf={day} />
          <AnnuityLedger patent={patent} />
          <PatentFields patent={patent} onSource={(field) => setSource({ field })} />
        </div>
        <div>
          <Section title={t('holders')} note={t('holdersNote')}>
            <HolderTable holders={patent.holderDetails} />
          </Section>
          <Section title={t('events')}>
            <Events patent={patent} />
          </Section>
        </div>
      </div>
      <SourcePanel
        open={source !== undefined}
        onClose={() => setSource(undefined)}
        queryKey={['patent-sources', id, i18n.language]}
        fetchSources={(signal) => api.listPatentSources({ params: { id } }, signal)}
        field={source?.field}
      />
    </div>
  );
}
