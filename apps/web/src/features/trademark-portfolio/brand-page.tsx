import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AppLink } from '../../components/app-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { can, useMe } from '../../lib/meta.ts';
import { useOwnParty } from '../../lib/own-party.ts';
import { BrandView } from './brand-view.tsx';
import { portfolioBase } from './life-query.ts';
import { ProtectedMarks } from './protected-marks.tsx';

const brandQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['brand', id, language],
    queryFn: ({ signal }) => api.getBrand({ params: { id } }, signal),
  });

/** Classes the business points to and no mark stands in: advice, never a number to reach. */
function ClassGaps({ partyId }: { partyId: string }) {
  const { t, i18n } = useTranslation(['trademark-portfolio', 'labels']);
  const query = useQuery({
    queryKey: ['class-gap', partyId, i18n.language],
    queryFn: ({ signal }) => api.getClassGap({ params: { id: partyId } }, signal),
  });
  if (!query.data || query.data.advised.length === 0) return null;
  return (
    <Section
      title={t('brand.gaps')}
      note={query.data.note}
      extra={<AppLink to={`/cultivation/class-gaps/${partyId}`}>{t('brand.gapsMore')}</AppLink>}
    >
      <ul className="portfolio-reasons">
        {query.data.advised.map((one) => (
          <li key={one.niceClass}>
            <b>{t('labels:niceClass', { n: one.niceClass })}</b> {one.label}{' '}
            <span className="soft">
              {t(`brand.strength.${one.strength}`)} · {one.reasons[0]?.text} ({one.reasons[0]?.basis})
            </span>
          </li>
        ))}
      </ul>
      {query.data.warnings.map((warning) => (
        <p key={warning.text} className="late-edge">
          {warning.text}
        </p>
      ))}
    </Section>
  );
}

/** The brand of an enterprise: in the console of any, in the portal of one's own. */
export function Page() {
  const { t, i18n } = useTranslation('trademark-portfolio');
  const me = useMe();
  const { id: given } = useParams();
  const { partyId } = useOwnParty();
  const id = given ?? partyId;
  const query = useQuery(brandQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { party } = query.data;
  return (
    <div className="page">
      <PageHeader
        title={t('brand.title', { name: party.name })}
        crumbs={[{ label: t('title'), to: portfolioBase }]}
        meta={
          <>
            {party.uscc && <span className="mono">{party.uscc}</span>}
            {party.town && <span>{party.town}</span>}
            {party.establishedOn && <span>{t('brand.since', { on: party.establishedOn })}</span>}
            <span>{t('brand.asOf', { on: query.data.asOf })}</span>
          </>
        }
        actions={<Button onClick={() => window.print()}>{t('brand.print')}</Button>}
      />
      <BrandView brand={query.data}>
        {can(me, permissions.readProtectedMarks) && (
          <ProtectedMarks partyId={id} seesHits={can(me, permissions.readWatchHits)} />
        )}
      </BrandView>
      {can(me, permissions.readAdvice) && <ClassGaps partyId={id} />}
    </div>
  );
}
