import type { WhatIfResult } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import '../../components/figures.css';
import { NumberLink } from '../../components/number-link.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { formatExact, formatShare } from '../../lib/format.ts';
import { wan } from './money-text.ts';
import type { ListFilter } from './use-what-if.ts';

interface HeadlineProps {
  readonly result: WhatIfResult;
  readonly onOpen: (filter: ListFilter) => void;
}

function AgainstBudget({ result, onOpen }: HeadlineProps) {
  const { t } = useTranslation('what-if');
  const whole = result.budgets.find((use) => use.item === null);
  if (whole === undefined)
    return (
      <div>
        <div className="figure-label">{t('budget')}</div>
        <div className="figure-value muted">—</div>
        <div className="figure-note">{t(result.whole ? 'noBudget' : 'budgetWhole')}</div>
      </div>
    );
  const share = whole.budgetFen === 0 ? 1 : (whole.usedBeforeFen + whole.neededFen) / whole.budgetFen;
  const over = whole.usedBeforeFen + whole.neededFen - whole.budgetFen;
  return (
    <div>
      <div className="figure-label">{t('budgetUse')}</div>
      <div className="figure-value">
        <span className={share > 1 ? 'late' : undefined}>{formatShare(share)}</span>
      </div>
      <div className="figure-note">
        {over > 0 ? (
          <button type="button" className="link late" onClick={() => onOpen({ list: 'lowered' })}>
            {t('overBudget', { fen: wan(over), lowered: formatExact(whole.lowered) })}
          </button>
        ) : (
          t('withinBudget', { left: wan(-over) })
        )}
      </div>
    </div>
  );
}

function AgainstCurrent({ result }: { result: WhatIfResult }) {
  const { t } = useTranslation('what-if');
  const { comparison } = result;
  if (comparison === null)
    return (
      <div>
        <div className="figure-label">{t('againstCurrent')}</div>
        <div className="figure-value muted">—</div>
        <div className="figure-note">{t('noCurrent')}</div>
      </div>
    );
  const more = result.fen - comparison.fen;
  return (
    <div>
      <div className="figure-label">{t('againstCurrent')}</div>
      <div className="figure-value">
        <span className="number">
          {more === 0 ? t('same') : `${more > 0 ? '＋' : '－'}${wan(Math.abs(more))}`}
          {more !== 0 && <small>{t('wanYuan')}</small>}
        </span>
      </div>
      <div className="figure-note">
        {t('currentIs', { fen: wan(comparison.fen), parties: formatExact(comparison.recipients) })}
      </div>
    </div>
  );
}

/** The figures one looks at first. */
export function Headline({ result, onOpen }: HeadlineProps) {
  const { t } = useTranslation('what-if');
  return (
    <div className="figures panel">
      <div>
        <div className="figure-label">
          {t('sum')} {result.policy.example && <ExampleMark />}
        </div>
        <div className="figure-value">
          <NumberLink
            value={result.fen / 1_000_000}
            unit={t('wanYuan')}
            label={t('sum')}
            onOpen={() => onOpen({ list: 'lines' })}
          />
        </div>
        <div className="figure-note">
          {result.neededFen > result.fen
            ? t('needed', { fen: wan(result.neededFen) })
            : t('lines', { count: result.lines })}
        </div>
      </div>
      <div>
        <div className="figure-label">{t('recipients')}</div>
        <div className="figure-value">
          <NumberLink
            value={result.recipients}
            unit={t('parties')}
            label={t('recipients')}
            onOpen={() => onOpen({ list: 'lines' })}
          />
        </div>
        <div className="figure-note">{t('ofConsidered', { count: result.considered })}</div>
      </div>
      <AgainstBudget result={result} onOpen={onOpen} />
      <AgainstCurrent result={result} />
      <div>
        <div className="figure-label">{t('unknown')}</div>
        <div className="figure-value">
          <NumberLink
            value={result.unknown}
            unit={t('parties')}
            label={t('unknown')}
            {...(result.unknown > 0 ? { onOpen: () => onOpen({ list: 'unknown' }), tone: 'warn' as const } : {})}
          />
        </div>
        <div className="figure-note">{t('unknownNote')}</div>
      </div>
    </div>
  );
}
