import type { CampaignDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Cartogram } from '../../components/cartogram.tsx';
import { Section } from '../../components/section.tsx';
import type { ListState } from '../../lib/list-state.ts';
import { townTiles, useTownMeasures, useTownNames } from './town-tiles.ts';

/** The towns as a filter of the list: a tile shows its town only, pressed again all. */
export function TownFilterMap({ campaign, state }: { campaign: CampaignDetail; state: ListState }) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const { pathname, search } = useLocation();
  const measures = useTownMeasures(campaign.subject);
  const towns = useTownNames(campaign.byTown);
  const chosen = new Set(state.filters.town?.split(',') ?? []);
  const hrefOf = (code: string) => {
    const params = new URLSearchParams(search);
    params.delete('page');
    if (chosen.has(code)) params.delete('town');
    else params.set('town', code);
    return `${pathname}?${params}`;
  };
  const tiles = townTiles(towns, hrefOf, chosen);
  if (tiles.length === 0) return null;
  return (
    <Section title={t('towns.title')} note={t('towns.filter')}>
      <Cartogram
        measures={measures}
        tiles={tiles}
        note={t('cultivation:fresh.asOf', { date: campaign.freshness.asOf })}
      />
    </Section>
  );
}
