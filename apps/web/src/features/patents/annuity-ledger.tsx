import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { type Why, WhyLink, type WhyStep } from '../../components/why-panel.tsx';
import { formatYuan } from '../../lib/format.ts';
import { toneOf } from '../../lib/tones.ts';
import type { PatentDetail } from './patent-query.ts';
import './annuity-ledger.css';

type Year = PatentDetail['annuities'][number];

function useWhy(): (year: Year) => Why {
  const { t } = useTranslation(['patents', 'common']);
  return (year) => {
    const steps: WhyStep[] = [
      { kind: 'value', text: t('annuity.fee'), result: formatYuan(year.feeFen) },
      ...year.reasons.map((text): WhyStep => ({ kind: 'note', text })),
      { kind: 'value', text: t('annuity.payable'), result: formatYuan(year.payableFen) },
      { kind: 'note', text: t('annuity.due', { date: year.dueOn }), basis: year.dueOnBasis },
      ...year.tiers.map(
        (tier): WhyStep => ({
          kind: 'note',
          text: t('annuity.tier', { from: tier.from, to: tier.to, rate: tier.ratePercent }),
          result: formatYuan(tier.lateFeeFen),
        }),
      ),
      { kind: 'value', text: t('annuity.total'), result: formatYuan(year.totalFen) },
    ];
    return {
      title: t('annuity.why', { year: year.year }),
      answer: `${formatYuan(year.totalFen)} ${t('common:unit.yuan')}`,
      steps,
    };
  };
}

/** What was and is to be paid for each year, and why it is that much. */
export function AnnuityLedger({ patent }: { patent: PatentDetail }) {
  const { t } = useTranslation(['patents', 'labels', 'common']);
  const why = useWhy();
  const words = (state: string) => t(`labels:annuityState.${state}`, { defaultValue: state });
  return (
    <Section title={t('annuity.title')} note={patent.annuityNote} flush={patent.annuities.length > 0}>
      {patent.annuities.length === 0 ? (
        <p className="soft">{t('annuity.none')}</p>
      ) : (
        <div className="ledger">
          <table>
            <thead>
              <tr>
                <th>{t('annuity.year')}</th>
                <th>{t('annuity.dueOn')}</th>
                <th className="r">
                  {t('annuity.payable')} <small>{t('common:unit.yuan')}</small>
                </th>
                <th className="r">
                  {t('annuity.late')} <small>{t('common:unit.yuan')}</small>
                </th>
                <th className="r">
                  {t('annuity.total')} <small>{t('common:unit.yuan')}</small>
                </th>
                <th>{t('annuity.state')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {patent.annuities.map((year) => (
                <tr key={year.year}>
                  <td>{t('annuity.nth', { year: year.year })}</td>
                  <td className="mono">{year.dueOn}</td>
                  <td className="r">{formatYuan(year.payableFen)}</td>
                  <td className={year.lateFeeFen > 0 ? 'r late' : 'r muted'}>{formatYuan(year.lateFeeFen)}</td>
                  <td className="r">{formatYuan(year.totalFen)}</td>
                  <td className="nowrap">
                    <StatusTag tone={toneOf(year.state)}>{words(year.state)}</StatusTag>{' '}
                    {year.paidOn && <span className="muted mono">{year.paidOn}</span>}
                  </td>
                  <td className="r">
                    <WhyLink why={why(year)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
