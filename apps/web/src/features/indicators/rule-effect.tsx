import type { IndicatorDetail, RouteOutput, routes } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { formatExact } from '../../lib/format.ts';
import { formatFigure, isShare } from '../../lib/plan.ts';

type Effect = RouteOutput<typeof routes.previewIndicatorRule>;
type Side = Effect['before'];

interface Props {
  readonly indicator: IndicatorDetail;
  readonly effect: Effect | undefined;
  readonly changed: boolean;
  readonly checking: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
}

function Figure({ indicator, side, title }: { indicator: IndicatorDetail; side: Side; title: string }) {
  const { t } = useTranslation('indicators');
  const { unit, decimals } = indicator;
  return (
    <div>
      <span>{title}</span>
      <b>
        {side.value === null ? '—' : formatFigure(side.value, decimals)}
        <small>{unit}</small>
      </b>
      {side.numerator !== null && side.denominator !== null && (
        <i>{t('ofWhole', { part: formatExact(side.numerator), whole: formatExact(side.denominator) })}</i>
      )}
    </div>
  );
}

/** Names shown of those added or dropped; the rest is counted. */
const namedMost = 10;

function Names({ sign, title, of }: { sign: '＋' | '−'; title: string; of: Effect['added'] }) {
  const { t } = useTranslation('indicators');
  const shown = of.sample.slice(0, namedMost);
  return (
    <div className={sign === '＋' ? 'effect-names added' : 'effect-names dropped'}>
      <h3>
        <span aria-hidden="true">{sign}</span> {title} <b>{formatExact(of.total)}</b>
      </h3>
      {shown.length > 0 && (
        <ul>
          {shown.map((row) => (
            <li key={row.id}>
              {row.href ? (
                <Link to={row.href} target="_blank">
                  {row.label}
                </Link>
              ) : (
                row.label
              )}
              <span>{row.town}</span>
            </li>
          ))}
          {of.total > shown.length && (
            <li className="muted">{t('andMore', { total: formatExact(of.total - shown.length) })}</li>
          )}
        </ul>
      )}
    </div>
  );
}

/** What changed rules would make of the figure, and whom they add and drop, before anything is saved. */
export function RuleEffect({ indicator, effect, changed, checking, error, onRetry }: Props) {
  const { t } = useTranslation('indicators');
  if (error) return <ErrorBox error={error} onRetry={onRetry} />;
  if (!effect)
    return (
      <Section title={t('effect')}>
        <SkeletonLines lines={6} />
      </Section>
    );
  if (effect.problems.length > 0)
    return (
      <Section title={t('effect')}>
        <p className="soft">{t('effectWrong')}</p>
      </Section>
    );
  const { before, after } = effect;
  const difference = before.value === null || after.value === null ? 0 : after.value - before.value;
  return (
    <Section title={t('effect')} note={t('effectNote')}>
      <div className={checking ? 'effect checking' : 'effect'} aria-live="polite">
        <div className="effect-figures">
          <Figure indicator={indicator} side={before} title={t('before')} />
          <span aria-hidden="true">→</span>
          <Figure indicator={indicator} side={after} title={t('after')} />
        </div>
        {!changed && <p className="muted">{t('ruleSame')}</p>}
        {changed && (
          <p className="soft">
            {difference === 0
              ? t('noDifference')
              : t('difference', {
                  change: `${difference > 0 ? '+' : '−'}${formatFigure(Math.abs(difference), indicator.decimals)}${isShare(indicator.unit) ? '' : ` ${indicator.unit}`}`,
                })}
            {difference !== 0 && isShare(indicator.unit) && ` ${t('pointsWord')}`}
          </p>
        )}
        <Names sign="＋" title={t('added')} of={effect.added} />
        <Names sign="−" title={t('dropped')} of={effect.dropped} />
      </div>
    </Section>
  );
}
