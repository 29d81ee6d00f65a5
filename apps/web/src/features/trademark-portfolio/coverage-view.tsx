import type { UseCoverage } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/status-tag.tsx';
import { WhyLink } from '../../components/why-panel.tsx';

/** Month by month, whether there is evidence of use; said in words as well. */
export function CoverageView({ coverage }: { coverage: UseCoverage }) {
  const { t } = useTranslation('trademark-portfolio');
  const years = Map.groupBy(coverage.months, (one) => one.month.slice(0, 4));
  return (
    <div className="coverage">
      <p className={coverage.exposed ? 'coverage-say late-edge' : 'coverage-say'}>{coverage.sentence}</p>
      <div className="coverage-years">
        {[...years].map(([year, months]) => (
          <div key={year}>
            <b>{year}</b>
            <ol>
              {months.map(({ month, pieces }) => (
                <li
                  key={month}
                  className={pieces > 0 ? 'has' : 'lacks'}
                  style={{ gridColumn: Number(month.slice(5)) }}
                  title={t(pieces > 0 ? 'use.monthHas' : 'use.monthLacks', { month, n: pieces })}
                >
                  <span aria-hidden="true">{Number(month.slice(5))}</span>
                  <span className="sr-only">
                    {t(pieces > 0 ? 'use.monthHas' : 'use.monthLacks', { month, n: pieces })}
                  </span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
      <div className="row coverage-foot">
        <StatusTag tone={coverage.exposed ? 'late' : 'good'}>
          {t(coverage.exposed ? 'use.exposed' : 'use.exposedFrom', { on: coverage.exposedFrom })}
        </StatusTag>
        <span className="soft">
          {coverage.gaps.length === 0
            ? t('use.noGaps')
            : t('use.gaps', {
                list: coverage.gaps
                  .map((gap) => (gap.from === gap.to ? gap.from : `${gap.from}–${gap.to}`))
                  .join(t('use.comma')),
              })}
        </span>
        <WhyLink
          why={{
            title: t('use.why'),
            steps: coverage.reasons.map((text) => ({ kind: 'note', text })),
            article: coverage.article,
            foot: <span>{t('use.whyFoot')}</span>,
          }}
        />
      </div>
    </div>
  );
}
