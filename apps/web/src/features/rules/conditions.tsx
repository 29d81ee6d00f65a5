import type { RouteOutput, routes } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../../lib/format.ts';

type Answer = RouteOutput<typeof routes.queryRule>;

/** Each condition with how many satisfy it by itself: what a rule loses most on. */
export function Conditions({ answer, unit }: { answer: Answer; unit: string }) {
  const { t } = useTranslation('rules');
  const total = answer.outcomes.true + answer.outcomes.false + answer.outcomes.unknown;
  const share = (value: number) => (total === 0 ? 0 : (value / total) * 100);
  return (
    <ol className="rule-conditions">
      {answer.conditions.map(({ sentence, from, outcomes }) => (
        <li key={`${from}${sentence}`}>
          <span>{sentence}</span>
          <i aria-hidden="true">
            <b className="met" style={{ width: `${share(outcomes.true)}%` }} />
            <b className="open" style={{ width: `${share(outcomes.unknown)}%` }} />
          </i>
          <span className="rule-condition-count">
            <b>{formatExact(outcomes.true)}</b> {t('meet', { unit })}
            {outcomes.unknown > 0 && <small> · {t('unknownOf', { total: formatExact(outcomes.unknown), unit })}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
