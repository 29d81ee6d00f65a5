import type { CampaignDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import type { CartogramTile } from '../../components/cartogram.tsx';
import { useMeta } from '../../lib/meta.ts';
import { useUnit } from './use-unit.ts';

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10);

/** What the town map of a campaign can show. */
export function useTownMeasures(subject: string) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const unit = useUnit(subject);
  return [
    { code: 'share', label: t('towns.share'), unit: '%' },
    { code: 'succeeded', label: t('figure.succeeded'), unit },
    { code: 'visited', label: t('towns.visited'), unit: '%' },
    { code: 'targets', label: t('figure.targets'), unit },
  ];
}

/** Towns by their short names, which fit a tile. */
export function useTownNames(towns: CampaignDetail['byTown']): CampaignDetail['byTown'] {
  const { i18n } = useTranslation();
  const short = new Map((useMeta(i18n.language)?.towns ?? []).map((town) => [town.code, town.short]));
  return towns.map((town) => ({ ...town, label: short.get(town.code) ?? town.label }));
}

/** Towns of a campaign as tiles; towns without a place on the map (none known) are left to the table. */
export function townTiles(
  towns: CampaignDetail['byTown'],
  hrefOf: (code: string) => string,
  selected?: ReadonlySet<string>,
): CartogramTile[] {
  return towns
    .filter((town) => town.column >= 0 && town.row >= 0)
    .map((town) => ({
      townCode: town.code,
      label: town.label,
      column: town.column,
      row: town.row,
      width: 1,
      height: 1,
      values: {
        share: share(town.succeeded, town.targets),
        succeeded: town.succeeded,
        visited: share(town.contacted, town.targets),
        targets: town.targets,
      },
      href: hrefOf(town.code),
      ...(selected ? { selected: selected.has(town.code) } : {}),
    }));
}
