import { useTranslation } from 'react-i18next';
import type { Reason } from './matching-query.ts';
import { waterfallOf } from './waterfall-steps.ts';

const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;

/** What speaks for and against, as bars that add up; every bar has its sentence and its weight in figures. */
export function ReasonWaterfall({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation('matching');
  const { steps, sum, zero, end } = waterfallOf(reasons);
  return (
    <table className="waterfall">
      <caption className="sr-only">{t('waterfall.label')}</caption>
      <tbody>
        {steps.map((step) => (
          <tr key={step.code + step.text} className={step.weight === undefined ? 'remark' : undefined}>
            <th scope="row">{step.text}</th>
            <td className="bars" aria-hidden="true">
              <u style={{ left: `${zero}%` }} />
              {step.weight !== undefined && (
                <i
                  className={step.weight > 0 ? 'for' : 'against'}
                  style={{ left: `${step.left}%`, width: `max(2px, ${step.width}%)` }}
                />
              )}
            </td>
            <td className="weight">{step.weight === undefined ? '' : signed(step.weight)}</td>
          </tr>
        ))}
        <tr className="sum">
          <th scope="row">{t('waterfall.sum')}</th>
          <td className="bars" aria-hidden="true">
            <u style={{ left: `${zero}%` }} />
            <i
              className={sum >= 0 ? 'for' : 'against'}
              style={{ left: `${Math.min(zero, end)}%`, width: `max(2px, ${Math.abs(end - zero)}%)` }}
            />
          </td>
          <td className="weight">{signed(sum)}</td>
        </tr>
      </tbody>
    </table>
  );
}
