import type { IndicatorDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Cartogram, type CartogramTile } from '../../components/cartogram.tsx';
import { Section } from '../../components/section.tsx';
import { useMeta } from '../../lib/meta.ts';
import { rowsHref } from '../../lib/plan.ts';
import { type Cut, Ranking } from './ranking.tsx';

interface Props {
  readonly indicator: IndicatorDetail;
  readonly cut: Cut;
  readonly asOf: string | undefined;
}

function useTiles({ indicator, cut, asOf }: Props): CartogramTile[] {
  const { i18n } = useTranslation();
  const towns = useMeta(i18n.language)?.towns ?? [];
  return towns.flatMap((town) => {
    const bucket = cut.buckets.find((one) => one.code === town.code);
    if (town.column === undefined || town.row === undefined) return [];
    const values: Record<string, number> = {};
    if (bucket?.value != null) values.value = bucket.value;
    if (bucket?.numerator != null) values.counted = bucket.numerator;
    if (bucket?.numerator != null && bucket.denominator !== null)
      values.missing = bucket.denominator - bucket.numerator;
    return [
      {
        townCode: town.code,
        label: town.short,
        column: town.column,
        row: town.row,
        width: 1,
        height: 1,
        values,
        href: rowsHref(indicator.code, { part: 'counted', cut: 'town', bucket: town.code }, asOf),
      },
    ];
  });
}

/** The figure town by town: as a map of tiles and as a ranking. */
export function TownSection(props: Props) {
  const { t } = useTranslation(['indicators', 'plan']);
  const { indicator, cut, asOf } = props;
  const tiles = useTiles(props);
  const measures = [{ code: 'value', label: indicator.label, unit: indicator.unit }];
  if (indicator.kind === 'share')
    measures.push(
      { code: 'counted', label: t('plan:part.counted'), unit: indicator.subjectLabel },
      { code: 'missing', label: t('plan:part.missing'), unit: indicator.subjectLabel },
    );
  return (
    <Section title={t('byTown')} note={t('asOf', { date: indicator.freshness.asOf })}>
      <div className="town-cut">
        {tiles.length > 0 && <Cartogram measures={measures} tiles={tiles} note={t('mapNote')} />}
        <div>
          <Ranking indicator={indicator} cut={cut} asOf={asOf} />
        </div>
      </div>
    </Section>
  );
}
