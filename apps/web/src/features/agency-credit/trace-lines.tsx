import type { CreditLine } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { routes, urlOf } from '../../lib/api.ts';
import { isCounting, pointsText, toneOfLine } from './credit-query.ts';

function Line({ line, chosen, onChoose }: { line: CreditLine; chosen: boolean; onChoose: (() => void) | undefined }) {
  const { t } = useTranslation('agency-credit');
  return (
    <li className={isCounting(line) ? 'trace-line' : 'trace-line idle'}>
      <span className={`trace-points ${line.counted < 0 ? 'points-minus' : line.counted > 0 ? 'points-plus' : ''}`}>
        {line.points === null ? t('filed') : pointsText(line.counted)}
      </span>
      <div className="trace-body">
        <div className="trace-head">
          {onChoose && <input type="checkbox" aria-label={line.sortLabel} checked={chosen} onChange={onChoose} />}
          <b>{line.itemLabel ?? line.sortLabel}</b>
          <StatusTag tone={toneOfLine(line)}>{line.standingLabel}</StatusTag>
          {line.groupLabel && <small className="muted">{line.groupLabel}</small>}
        </div>
        <p>
          {line.text}
          <span className="muted"> {[line.authority, line.documentNo].filter(Boolean).join(' · ')}</span>
        </p>
        <p className="trace-why">{line.why}</p>
        <p className="trace-foot">
          <span className="mono">{line.on}</span>
          <span aria-hidden="true">→</span>
          <span className="mono">{line.until ?? t('openEnd')}</span>
          {line.article && <span>{line.article}</span>}
          <span>{t(`origin.${line.origin}`)}</span>
          {line.hasProof && (
            <a className="link" href={urlOf(routes.getCreditProof, { params: { id: line.eventId } })} download>
              {t('event.proof')}
            </a>
          )}
        </p>
        {line.verify && <p className="trace-verify">{line.verify}</p>}
      </div>
    </li>
  );
}

interface TraceLinesProps {
  readonly lines: readonly CreditLine[];
  /** Lets lines be chosen: for objections and repairs. */
  readonly choice?: { readonly ids: readonly string[]; readonly toggle: (id: string) => void };
}

/** Event → item → points → end, one line each; what does not count is paler and says why. */
export function TraceLines({ lines, choice }: TraceLinesProps) {
  const { t } = useTranslation('agency-credit');
  if (lines.length === 0) return <EmptyState title={t('empty.lines')}>{t('emptyText.lines')}</EmptyState>;
  const ordered = [...lines.filter(isCounting), ...lines.filter((line) => !isCounting(line))];
  return (
    <ol className="trace-lines">
      {ordered.map((line) => (
        <Line
          key={line.eventId}
          line={line}
          chosen={choice?.ids.includes(line.eventId) ?? false}
          onChoose={choice && (() => choice.toggle(line.eventId))}
        />
      ))}
    </ol>
  );
}
