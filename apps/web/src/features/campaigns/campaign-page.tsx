import type { CampaignDetail } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Cartogram } from '../../components/cartogram.tsx';
import { Chart } from '../../components/chart.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { toneOf } from '../../lib/tones.ts';
import { CampaignActions } from './campaign-actions.tsx';
import { CampaignFigures } from './campaign-figures.tsx';
import { CampaignHistory } from './campaign-history.tsx';
import { campaignQuery } from './campaign-query.ts';
import { worklistHref } from './campaign-row.tsx';
import { CampaignRules } from './campaign-rules.tsx';
import { Funnel } from './funnel.tsx';
import { OfficerTable } from './officer-table.tsx';
import { townTiles, useTownMeasures, useTownNames } from './town-tiles.ts';
import { useUnit } from './use-unit.ts';
import '../../components/record-layout.css';
import './campaigns.css';
import './campaign-page.css';

function Head({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation(['campaigns', 'cultivation', 'shell']);
  return (
    <PageHeader
      title={campaign.title}
      crumbs={[{ label: t('shell:chapter.cultivation') }, { label: t('title'), to: '/cultivation/campaigns' }]}
      tags={<StatusTag tone={toneOf(campaign.state)}>{t(`cultivation:campaignState.${campaign.state}`)}</StatusTag>}
      meta={
        <>
          <MetaItem label={t('field.clause')}>{campaign.clause}</MetaItem>
          <MetaItem label={t('field.period')}>
            {campaign.from} – {campaign.to}
          </MetaItem>
          {campaign.responsible && <MetaItem label={t('field.responsible')}>{campaign.responsible}</MetaItem>}
          {campaign.baselineOn && <MetaItem label={t('field.baselineOn')}>{campaign.baselineOn}</MetaItem>}
          <FreshnessLine of={campaign.freshness} />
        </>
      }
      actions={<CampaignActions campaign={campaign} />}
    />
  );
}

function Towns({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const measures = useTownMeasures(campaign.subject);
  const tiles = townTiles(useTownNames(campaign.byTown), (code) => worklistHref(campaign.id, `town=${code}`));
  if (tiles.length === 0) return null;
  return (
    <Section title={t('towns.title')} note={t('towns.note')}>
      <Cartogram
        measures={measures}
        tiles={tiles}
        note={t('cultivation:fresh.asOf', { date: campaign.freshness.asOf })}
      />
    </Section>
  );
}

function Curve({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const unit = useUnit(campaign.subject);
  if (campaign.progress.length < 2) return null;
  const data = {
    unit,
    categories: campaign.progress.map((point) => point.on),
    series: [
      { name: t('figure.contacted'), values: campaign.progress.map((point) => point.contacted) },
      { name: t('figure.succeeded'), values: campaign.progress.map((point) => point.succeeded) },
    ],
  };
  return (
    <Section title={t('curve.title')} note={t('curve.note')}>
      <ul className="curve-names" aria-hidden="true">
        {data.series.map((one) => (
          <li key={one.name}>{one.name}</li>
        ))}
      </ul>
      <Chart
        kind="line"
        label={t('curve.title')}
        data={data}
        source={t('curve.source', { date: campaign.freshness.asOf })}
        height={210}
      />
    </Section>
  );
}

function Loaded({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const started = campaign.state !== 'draft';
  return (
    <div className="page">
      <Head campaign={campaign} />
      <div className="campaign-purpose">
        {campaign.purpose && <p>{campaign.purpose}</p>}
        {campaign.caution && <p className="caution">{campaign.caution}</p>}
        {!started && <p className="draft-note">{t('start.note')}</p>}
      </div>
      {started && <CampaignFigures campaign={campaign} />}
      <div className="record">
        <div>
          {started && <Funnel campaign={campaign} />}
          {started && <Curve campaign={campaign} />}
          {started && <OfficerTable campaign={campaign} />}
          {!started && <CampaignRules campaign={campaign} />}
        </div>
        <div>
          {started && <Towns campaign={campaign} />}
          {started && <CampaignRules campaign={campaign} />}
          <CampaignHistory history={campaign.history} />
        </div>
      </div>
    </div>
  );
}

/** One campaign: what for, by which rules, how far, where and by whom. */
export function Page() {
  const { id = '' } = useParams();
  const { i18n } = useTranslation();
  const query = useQuery(campaignQuery(id, i18n.language));
  if (query.data) return <Loaded campaign={query.data} />;
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  return <PageSkeleton />;
}
