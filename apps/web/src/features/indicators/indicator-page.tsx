import type { IndicatorDetail } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { AsOfPicker, useAsOf } from '../../components/as-of.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StandingTag } from '../../components/standing-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { clauseHref, indicatorHref, rowsHref } from '../../lib/plan.ts';
import { GapSection } from './gap-section.tsx';
import { indicatorQuery } from './indicator-query.ts';
import { LineageSection } from './lineage-section.tsx';
import { OtherCuts } from './other-cuts.tsx';
import { RulesSection } from './rules-section.tsx';
import { TargetsSection } from './targets-section.tsx';
import { TownSection } from './town-section.tsx';
import { TrendSection } from './trend-section.tsx';
import { ValuePanel } from './value-panel.tsx';
import { VersionsSection } from './versions-section.tsx';
import { WhySection } from './why-section.tsx';
import './indicators.css';
import './indicator-page.css';

function useScrollToHash(ready: boolean) {
  const { hash } = useLocation();
  useEffect(() => {
    if (ready && hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [ready, hash]);
}

function Actions({ indicator, asOf }: { indicator: IndicatorDetail; asOf: string | undefined }) {
  const { t } = useTranslation('indicators');
  const me = useMe();
  return (
    <>
      {indicator.value !== null && (
        <Link to={rowsHref(indicator.code, { part: 'counted' }, asOf)}>
          <Button tabIndex={-1}>{t('openRows')}</Button>
        </Link>
      )}
      {indicator.mayEdit && can(me, permissions.editRules) && indicator.rules.length > 0 && (
        <Link to={`${indicatorHref(indicator.code)}/rule`}>
          <Button tabIndex={-1}>{t('editRule')}</Button>
        </Link>
      )}
    </>
  );
}

/** One indicator: its figure and why, its course, its parts, its definition and where it comes from. */
export function Page() {
  const { t, i18n } = useTranslation(['indicators', 'plan']);
  const { code = '' } = useParams();
  const { asOf, setAsOf } = useAsOf();
  const query = useQuery(indicatorQuery(code, asOf, i18n.language));
  useScrollToHash(query.data !== undefined);
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const indicator = query.data;
  const town = indicator.cuts.find((cut) => cut.cut === 'town');
  const others = indicator.cuts.filter((cut) => cut.cut !== 'town' && cut.buckets.length > 0);
  return (
    <div className="page indicator-page">
      <PageHeader
        title={indicator.label}
        crumbs={[
          { label: t('title'), to: '/plan/indicators' },
          { label: `${indicator.clause} ${indicator.clauseTitle}`, to: clauseHref(indicator.clause, asOf) },
        ]}
        tags={<StandingTag standing={indicator.standing} sentence={indicator.standingText} unit={indicator.unit} />}
        meta={<FreshnessLine of={indicator.freshness} />}
        actions={
          <>
            <AsOfPicker asOf={asOf} onChange={setAsOf} label={t('figuresOf')} />
            <Actions indicator={indicator} asOf={asOf} />
          </>
        }
      />
      <div className="indicator-columns">
        <div className="stack">
          <ValuePanel indicator={indicator} asOf={asOf} />
          {indicator.trend.length > 1 && <TrendSection indicator={indicator} />}
          {town && town.buckets.length > 0 && <TownSection indicator={indicator} cut={town} asOf={asOf} />}
          {others.length > 0 && <OtherCuts indicator={indicator} cuts={others} asOf={asOf} />}
        </div>
        <aside className="stack">
          <WhySection indicator={indicator} />
          {indicator.gap && <GapSection indicator={indicator} gap={indicator.gap} />}
          <TargetsSection indicator={indicator} />
          <RulesSection indicator={indicator} />
          <VersionsSection versions={indicator.versions} />
        </aside>
      </div>
      {indicator.lineage.length > 0 && <LineageSection indicator={indicator} />}
    </div>
  );
}
