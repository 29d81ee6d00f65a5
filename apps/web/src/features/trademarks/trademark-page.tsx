import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAsOf } from '../../components/as-of.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { RightPage } from '../../components/right-page.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { api } from '../../lib/api.ts';
import { formatDistance, today } from '../../lib/format.ts';
import { toneOf } from '../../lib/tones.ts';
import { MarkPicture } from './mark-picture.tsx';
import { type TrademarkDetail, trademarkQuery } from './trademark-query.ts';

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
  const { t, i18n } = useTranslation(['trademarks', 'labels']);
  const { id = '' } = useParams();
  const { asOf, setAsOf } = useAsOf();
  const query = useQuery(trademarkQuery(id, asOf, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const mark = query.data;
  return (
    <RightPage
      right={mark}
      title={mark.name || t('figurative')}
      register={{ label: t('title'), to: '/trademarks' }}
      number={{ label: t('registrationNo'), value: mark.registrationNo }}
      statusLabel={(status) => t(`labels:trademarkStatus.${status}`)}
      holdersLabel={t('holders')}
      tags={<StatusTag tone="info">{t('labels:niceClass', { n: mark.niceClass })}</StatusTag>}
      deadline={
        mark.expiresOn && (
          <span>
            {t('expiresOn')} <b className="mono">{mark.expiresOn}</b>
          </span>
        )
      }
      main={(onSource) => <Fields mark={mark} onSource={onSource} />}
      beside={
        <>
          <Section title={t('deadlines')} note={t('deadlinesNote')}>
            <Deadlines mark={mark} />
          </Section>
          <MarkPicture registrationNo={mark.registrationNo} />
          <OtherClasses mark={mark} />
        </>
      }
      sources={{
        queryKey: ['trademark-sources', id, i18n.language],
        fetchSources: (signal) => api.listTrademarkSources({ params: { id } }, signal),
      }}
      asOf={asOf}
      setAsOf={setAsOf}
    />
  );
}
