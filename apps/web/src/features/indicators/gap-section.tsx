import type { IndicatorDetail } from '@jince/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { Section } from '../../components/section.tsx';
import { formatExact } from '../../lib/format.ts';

interface Props {
  readonly indicator: IndicatorDetail;
  readonly gap: NonNullable<IndicatorDetail['gap']>;
}

const first = 6;

/** What is missing to the target, and in which towns it could be found. */
export function GapSection({ indicator, gap }: Props) {
  const { t } = useTranslation('indicators');
  const [all, setAll] = useState(false);
  const most = Math.max(...gap.towns.map((town) => town.available), 1);
  // Where everyone is needed, what is allotted to a town is what it has.
  const allotted = gap.towns.some((town) => town.share !== town.available);
  const shown = all ? gap.towns : gap.towns.slice(0, first);
  return (
    <Section title={t('gap')} note={indicator.target ? t('gapTo', { year: indicator.target.year }) : null}>
      <p className="gap-text">{gap.text}</p>
      {gap.towns.length > 0 && (
        <table className="ranking" aria-label={t('gap')}>
          <ColumnHeads
            heads={[
              t('town'),
              { heard: t('bar') },
              { right: t('available') },
              ...(allotted ? [{ right: t('shareOf') }] : []),
            ]}
          />
          <tbody>
            {shown.map((town) => (
              <tr key={town.code}>
                <th scope="row">{town.label}</th>
                <td className="ranking-bar" aria-hidden="true">
                  <div>
                    <i style={{ width: `${(town.available / most) * 100}%` }} />
                  </div>
                </td>
                <td className="right">
                  <NumberLink value={town.available} exact href={town.href} label={`${town.label} ${t('available')}`} />
                </td>
                {allotted && <td className="right of">{formatExact(town.share)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {gap.towns.length > first && (
        <div className="ranking-foot">
          <button type="button" className="link" onClick={() => setAll(!all)}>
            {t(all ? 'fewer' : 'allOf', { count: gap.towns.length })}
          </button>
        </div>
      )}
    </Section>
  );
}
