import type { CampaignDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import type { CartogramTile } from '../../components/cartogram.tsx';

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10);

/** What the town map of a campaign can show. */
export function useTownMeasures() {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const unit = t('preview.unit');
  return [
    { code: 'share', label: t('towns.share'), unit: '%' },
    { code: 'succeeded', label: t('figure.succeeded'), unit },
    { code: 'visited', label: t('towns.visited'), unit: '%' },
    { code: 'targets', label: t('figure.targets'), unit },
  ];
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
