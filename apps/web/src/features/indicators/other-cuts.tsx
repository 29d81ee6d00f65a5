import type { IndicatorDetail } from '@jince/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { Switcher } from '../../components/switcher.tsx';
import { type Cut, Ranking } from './ranking.tsx';

interface Props {
  readonly indicator: IndicatorDetail;
  readonly cuts: readonly Cut[];
  readonly asOf: string | undefined;
}

/** The figure by industry, list, kind: whatever cuts the indicator has beside towns. */
export function OtherCuts({ indicator, cuts, asOf }: Props) {
  const { t } = useTranslation('indicators');
  const [chosen, setChosen] = useState(cuts[0]?.cut ?? '');
  const cut = cuts.find((one) => one.cut === chosen) ?? cuts[0];
  if (!cut) return null;
  return (
    <Section
      title={t('byCut', { cut: cut.label })}
      note={t('asOf', { date: indicator.freshness.asOf })}
      extra={
        cuts.length > 1 && (
          <Switcher
            label={t('chooseCut')}
            value={cut.cut}
            options={cuts.map((one) => ({ value: one.cut, label: one.label }))}
            onChange={setChosen}
          />
        )
      }
    >
      <Ranking key={cut.cut} indicator={indicator} cut={cut} asOf={asOf} />
    </Section>
  );
}
