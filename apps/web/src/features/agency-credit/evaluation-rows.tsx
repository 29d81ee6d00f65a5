import type { CreditEvaluation } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { evaluationPath, toneOfEvaluation, useCreditBase } from './credit-query.ts';
import { GradeMark } from './grade-mark.tsx';

function Dates({ one }: { one: CreditEvaluation }) {
  const { t } = useTranslation('agency-credit');
  if (one.finalOn !== null) return <span>{t('evaluation.finalOn', { day: one.finalOn })}</span>;
  if (one.state === 'noticed' && one.objectUntil !== null)
    return <span>{t('evaluation.until', { day: one.objectUntil })}</span>;
  return <span>{one.noticedOn === null ? '' : t('evaluation.noticedOn', { day: one.noticedOn })}</span>;
}

/** Evaluations as rows: preliminary → final, where they stand, what is next. */
export function EvaluationRows({ items, withRound }: { items: readonly CreditEvaluation[]; withRound?: boolean }) {
  const base = useCreditBase();
  return (
    <ul className="evaluation-rows">
      {items.map((one) => (
        <li key={one.id}>
          <Link to={evaluationPath(base, one)} className="evaluation-name">
            <b>{withRound ? one.roundTitle : one.name}</b>
            <small className="muted">
              {withRound && <span>{one.name} </span>}
              <span className="mono">{one.number}</span>
            </small>
          </Link>
          <span className="evaluation-result">
            <GradeMark grade={one.preliminaryGrade} />
            <span>{one.preliminaryScore ?? '—'}</span>
            {one.finalOn !== null && (
              <>
                <span aria-hidden="true">→</span>
                <GradeMark grade={one.finalGrade} />
                <b>{one.finalScore ?? '—'}</b>
              </>
            )}
          </span>
          <StatusTag tone={toneOfEvaluation(one)}>{one.stateLabel}</StatusTag>
          <small className="muted">
            <Dates one={one} />
          </small>
        </li>
      ))}
    </ul>
  );
}
