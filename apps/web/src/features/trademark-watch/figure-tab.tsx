import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Cartogram } from '../../components/cartogram.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Figures } from '../../components/figures.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { useMeta } from '../../lib/meta.ts';
import { EditCampaign } from './edit-campaign.tsx';
import { type NetFigures, watchBase } from './watch-query.ts';

function Places({ figures }: { figures: NetFigures }) {
  const { t, i18n } = useTranslation('trademark-watch');
  const { current } = figures;
  const infringing = `${watchBase}?kind=listing&verdict=infringing${current === null ? '' : `&seenFrom=${current.fromOn}&seenTo=${current.toOn}`}`;
  const short = new Map((useMeta(i18n.language)?.towns ?? []).map((town) => [town.code, town.short]));
  return (
    <div className="hit-columns">
      <Section title={t('figure.map')}>
        <Cartogram
          measures={[{ code: 'hits', label: t('figure.infringing'), unit: t('figure.unit') }]}
          note={t('figure.mapNote')}
          tiles={figures.towns.map((town) => ({
            townCode: town.code,
            label: short.get(town.code) ?? town.name,
            column: town.column,
            row: town.row,
            width: 1,
            height: 1,
            values: { hits: town.hits },
            href: `${infringing}&town=${town.code}`,
          }))}
        />
      </Section>
      <div>
        <Section title={t('figure.outside')}>
          {figures.outside.length === 0 && <p className="muted">{t('figure.noOutside')}</p>}
          <ul className="rank-reasons">
            {figures.outside.map((one) => (
              <li key={one.place}>
                <Link className="link" to={`${infringing}&place=${encodeURIComponent(one.place)}`}>
                  {one.place}
                </Link>
                <span>{t('figure.count', { hits: one.hits })}</span>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('figure.platforms')}>
          <ul className="rank-reasons">
            {figures.platforms.map((one) => (
              <li key={one.platform}>
                <Link className="link" to={`${infringing}&platform=${encodeURIComponent(one.platform)}`}>
                  {one.platform}
                </Link>
                <span>{t('figure.platform', { hits: one.hits, notices: one.notices, removed: one.removed })}</span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </div>
  );
}

/** Figures of a yearly campaign on line, with where the hits lead. */
export function FigureTab() {
  const { t, i18n } = useTranslation('trademark-watch');
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState<'new' | 'change'>();
  const chosen = params.get('campaign') ?? undefined;
  const query = useQuery({
    queryKey: ['net-figures', chosen, i18n.language],
    queryFn: ({ signal }) => api.getNetFigures({ query: chosen === undefined ? {} : { campaign: chosen } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { current, campaigns, mayEdit } = query.data;
  const noteOf = ({ entered, target }: NetFigures['figures'][number]) =>
    [entered ? t('figure.entered') : '', target === null ? '' : t('figure.target', { target })]
      .filter(Boolean)
      .join(' · ') || undefined;
  const edit = editing && (
    <EditCampaign figures={editing === 'change' ? query.data : undefined} onClose={() => setEditing(undefined)} />
  );
  const create = mayEdit && <Button onClick={() => setEditing('new')}>{t('campaign.new')}</Button>;
  if (current === null)
    return (
      <>
        <EmptyState title={t('campaign.none')} action={create || undefined}>
          {t('campaign.noneText')}
        </EmptyState>
        {edit}
      </>
    );
  return (
    <>
      <div className="row campaign-row">
        <Select
          aria-label={t('campaign.choose')}
          value={current.id}
          onChange={(id) => setParams((before) => ({ ...Object.fromEntries(before), campaign: id }))}
          options={campaigns.map((one) => ({ value: one.id, label: one.name }))}
          popupMatchSelectWidth={false}
        />
        <span className="soft mono">
          {current.fromOn} — {current.toOn}
        </span>
        <Button href={urlOf(routes.exportNetFigures, { params: { id: current.id } })} download>
          {t('campaign.export')}
        </Button>
        {mayEdit && <Button onClick={() => setEditing('change')}>{t('campaign.change')}</Button>}
        {create}
      </div>
      <Figures
        items={query.data.figures.map((one) => ({
          key: one.code,
          label: one.label,
          value: one.value,
          unit: one.unit,
          ...(one.href === null ? {} : { href: one.href }),
          note: noteOf(one),
        }))}
      />
      <Places figures={query.data} />
      {query.data.typical !== null && (
        <Section title={t('campaign.typical')}>
          <p className="pre">{query.data.typical}</p>
        </Section>
      )}
      {edit}
    </>
  );
}
