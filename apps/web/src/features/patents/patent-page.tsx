import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAsOf } from '../../components/as-of.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { RightPage } from '../../components/right-page.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { AnnuityLedger } from './annuity-ledger.tsx';
import { HighValue } from './high-value.tsx';
import { PatentFields } from './patent-fields.tsx';
import { patentQuery } from './patent-query.ts';

/** Held abnormal; opens the signals of its holder for those who may see them. */
function AbnormalMark({ holder }: { holder: string | null | undefined }) {
  const { t } = useTranslation('patents');
  const me = useMe();
  const mark = <StatusTag tone="late">{t('abnormal')}</StatusTag>;
  if (!holder || !can(me, permissions.readSignals)) return mark;
  return <Link to={`/agencies/signals?party=${holder}`}>{mark}</Link>;
}

/** One patent: status on any date with its reason, holders, annuities, events, and the source of each field. */
export function Page() {
  const { t, i18n } = useTranslation(['patents', 'labels']);
  const { id = '' } = useParams();
  const { asOf, setAsOf } = useAsOf();
  const query = useQuery(patentQuery(id, asOf, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const patent = query.data;
  return (
    <RightPage
      right={patent}
      title={patent.title}
      register={{ label: t('title'), to: '/patents' }}
      number={{ label: t('applicationNo'), value: patent.applicationNo }}
      statusLabel={(status) => t(`labels:patentStatus.${status}`)}
      holdersLabel={t('holders')}
      tags={
        <>
          <StatusTag tone="info">{t(`labels:patentKind.${patent.kind}`)}</StatusTag>
          {patent.abnormal && <AbnormalMark holder={patent.holders.find((one) => one.partyId)?.partyId} />}
        </>
      }
      deadline={
        patent.nextDueOn && (
          <span className={patent.nextDueOn < today() ? 'late' : undefined}>
            {t('nextDueOn')} <b className="mono">{patent.nextDueOn}</b>
          </span>
        )
      }
      main={(onSource) => (
        <>
          <HighValue patent={patent} asOf={asOf ?? today()} />
          <AnnuityLedger patent={patent} />
          <PatentFields patent={patent} onSource={onSource} />
        </>
      )}
      sources={{
        queryKey: ['patent-sources', id, i18n.language],
        fetchSources: (signal) => api.listPatentSources({ params: { id } }, signal),
      }}
      asOf={asOf}
      setAsOf={setAsOf}
    />
  );
}
