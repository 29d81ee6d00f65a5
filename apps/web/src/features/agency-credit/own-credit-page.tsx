import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { type Score, subjectPath } from './credit-query.ts';
import { EvaluationRows } from './evaluation-rows.tsx';
import { GradeMark } from './grade-mark.tsx';
import './agency-credit.css';

function Own({ score }: { score: Score }) {
  const { t } = useTranslation('agency-credit');
  return (
    <Link className="own-score panel" to={subjectPath('/credit', score)}>
      <GradeMark grade={score.grade} large />
      <span className="credit-number">{score.score ?? '—'}</span>
      <span>
        <b>{score.name}</b>
        <small>
          {score.score === null
            ? t('filedOnly')
            : t('own.sum', { deducted: score.deducted, added: score.added, counting: score.counting })}
        </small>
        {score.measure && <small>{score.measure}</small>}
      </span>
      <span className="link">{t('own.why')}</span>
    </Link>
  );
}

/** An agency's own credit: the score of today, what it rests on, and its evaluations with what can be done. */
export function Page() {
  const { t, i18n } = useTranslation('agency-credit');
  const scores = useQuery({
    queryKey: ['credit', 'own', i18n.language],
    queryFn: ({ signal }) => api.listCreditScores({ query: { pageSize: 20 } }, signal),
  });
  const evaluations = useQuery({
    queryKey: ['credit', 'own-evaluations', i18n.language],
    queryFn: ({ signal }) => api.listCreditEvaluations({ query: { pageSize: 20 } }, signal),
  });
  const error = scores.error ?? evaluations.error;
  if (error) return <FailedState error={error} onRetry={() => scores.refetch()} />;
  if (!scores.data || !evaluations.data) return <PageSkeleton />;
  return (
    <div className="page">
      <PageHeader title={t('own.title')} meta={<span>{t('own.meta')}</span>} />
      {scores.data.items.length === 0 ? (
        <EmptyState title={t('own.none')}>{t('own.noneText')}</EmptyState>
      ) : (
        scores.data.items.map((score) => <Own key={score.subjectId} score={score} />)
      )}
      <Section title={t('evaluations')} note={t('own.evaluationsNote')}>
        {evaluations.data.items.length === 0 ? (
          <p className="muted">{t('own.noEvaluation')}</p>
        ) : (
          <EvaluationRows items={evaluations.data.items} withRound />
        )}
      </Section>
    </div>
  );
}
