import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AsOfPicker, useAsOf } from '../../components/as-of.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
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
import { formatDay, formatDistance, today } from '../../lib/format.ts';
import { toneOf } from '../../lib/tones.ts';
import { type TrademarkDetail, trademarkQuery } from './trademark-query.ts';
import '../../components/record-layout.css';

function Standing({ mark, asOf }: { mark: TrademarkDetail; asOf: string }) {
  const { t } = useTranslation(['trademarks', 'labels']);
  return (
    <div className="standing panel">
      <StatusTag tone={toneOf(mark.status)}>{t(`labels:trademarkStatus.${mark.status}`)}</StatusTag>
      <p>
        <span className="muted">{t('common:standingOn', { date: asOf })}</span> {mark.statusReason}
      </p>
      {mark.expiresOn && (
        <span>
          {t('expiresOn')} <b className="mono">{mark.expiresOn}</b>
        </span>
      )}
    </div>
  );
}

function Deadlines({ mark }: { mark: TrademarkDetail }) {
  const { t } = useTranslation('trademarks');
  const now = today();
  if (mark.deadlines.length === 0) return <p className="soft">{t('deadlinesNone')}</p>;
  const entries = [...mark.deadlines]
    .sort((a, b) => a.on.localeCompare(b.on))
    .map((deadline) => ({
      key: deadline.code + deadline.on,
      on: deadline.on,
      tone: deadline.on < now ? ('warn' as const) : ('plain' as const),
      title: (
        <>
          {deadline.label} <span className="muted">{formatDistance(deadline.on)}</span>
        </>
      ),
      text:
        deadline.article && !deadline.reason.includes(deadline.article)
          ? `${deadline.reason} · ${deadline.article}`
          : deadline.reason,
    }));
  return <Timeline entries={entries} />;
}

function Fields({ mark, onSource }: { mark: TrademarkDetail; onSource: (field: string) => void }) {
  const { t } = useTranslation('trademarks');
  const issue = (number: string | null) => (number ? t('issue', { number }) : null);
  return (
    <Section title={t('fields')} note={t('fieldsNote')}>
      <Descriptions
        onSource={onSource}
        items={[
          { key: 'kind', label: t('kind'), value: mark.kind, field: 'markKind' },
          { key: 'filedOn', label: t('filedOn'), value: mark.filedOn, field: 'filedOn' },
          { key: 'preliminaryOn', label: t('preliminaryOn'), value: mark.preliminaryOn, field: 'preliminaryOn' },
          {
            key: 'preliminaryIssue',
            label: t('preliminaryIssue'),
            value: issue(mark.preliminaryIssue),
            field: 'preliminaryIssue',
          },
          { key: 'registeredOn', label: t('registeredOn'), value: mark.registeredOn, field: 'registeredOn' },
          {
            key: 'registrationIssue',
            label: t('registrationIssue'),
            value: issue(mark.registrationIssue),
            field: 'registrationIssue',
          },
          { key: 'expiresOn', label: t('expiresOn'), value: mark.expiresOn, field: 'expiresOn' },
          { key: 'agency', label: t('agency'), value: mark.agency, field: 'agency' },
          { key: 'legal', label: t('legalStatusText'), value: mark.legalStatusText, field: 'legalStatus' },
          { key: 'groups', label: t('similarGroups'), value: mark.similarGroups.join(' · '), field: 'similarGroups' },
          { key: 'address', label: t('address'), value: mark.address, field: 'address', wide: true },
          { key: 'goods', label: t('goods'), value: mark.goods.join(' · '), field: 'goods', wide: true },
        ]}
      />
    </Section>
  );
}

function OtherClasses({ mark }: { mark: TrademarkDetail }) {
  const { t } = useTranslation(['trademarks', 'labels']);
  if (mark.otherClasses.length === 0) return null;
  return (
    <Section title={t('otherClasses')}>
      <div className="row">
        {mark.otherClasses.map((other) => (
          <Link key={other.id} to={`/trademarks/${other.id}`} className="row" style={{ gap: 6 }}>
            <span className="link">{t('labels:niceClass', { n: other.niceClass })}</span>
            <StatusTag tone={toneOf(other.status)}>{t(`labels:trademarkStatus.${other.status}`)}</StatusTag>
          </Link>
        ))}
      </div>
    </Section>
  );
}

/** One trademark in one class: status on any date, deadlines with articles, holders, goods and sources. */
export function Page() {
  const { t, i18n } = useTranslation(['trademarks', 'labels', 'shell']);
  const { id = '' } = useParams();
  const { asOf, setAsOf } = useAsOf();
  const [source, setSource] = useState<{ field?: string }>();
  const query = useQuery(trademarkQuery(id, asOf, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const mark = query.data;
  const day = asOf ?? today();
  const events = [...mark.events]
    .sort((a, b) => b.on.localeCompare(a.on))
    .map((event) => ({ key: `${event.kind}${event.on}`, on: event.on, title: event.label, text: event.detail }));
  return (
    <div className="page">
      <PageHeader
        title={mark.name || t('figurative')}
        crumbs={[
          { label: t('shell:chapter.inventory'), to: '/inventory' },
          { label: t('title'), to: '/trademarks' },
          { label: mark.registrationNo },
        ]}
        tags={<StatusTag tone="info">{t('labels:niceClass', { n: mark.niceClass })}</StatusTag>}
        meta={
          <>
            <MetaItem label={t('registrationNo')}>{mark.registrationNo}</MetaItem>
            {mark.town && <MetaItem label={t('town')}>{mark.town}</MetaItem>}
            <MetaItem label={t('common:source.title')}>
              <button type="button" className="link" onClick={() => setSource({})}>
                {t('common:source.open')}
              </button>
            </MetaItem>
            <MetaItem label={t('updated')}>{formatDay(mark.updatedAt)}</MetaItem>
          </>
        }
        actions={<AsOfPicker asOf={asOf} onChange={setAsOf} />}
      />
      <Standing mark={mark} asOf={day} />
      <div className="record">
        <div>
          <Section title={t('life')} note={t('lifeNote')}>
            <PeriodBar
              periods={mark.periods}
              labelOf={(status) => t(`labels:trademarkStatus.${status}`)}
              asOf={day}
              onDay={setAsOf}
            />
          </Section>
          <Fields mark={mark} onSource={(field) => setSource({ field })} />
        </div>
        <div>
          <Section title={t('holders')} note={t('holdersNote')}>
            <HolderTable holders={mark.holderDetails} />
          </Section>
          <Section title={t('deadlines')} note={t('deadlinesNote')}>
            <Deadlines mark={mark} />
          </Section>
          <OtherClasses mark={mark} />
          <Section title={t('events')}>
            <Timeline entries={events} />
          </Section>
        </div>
      </div>
      <SourcePanel
        open={source !== undefined}
        onClose={() => setSource(undefined)}
        queryKey={['trademark-sources', id, i18n.language]}
        fetchSources={(signal) => api.listTrademarkSources({ params: { id } }, signal)}
        field={source?.field}
      />
    </div>
  );
}
