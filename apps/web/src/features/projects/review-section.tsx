import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { WhyLink } from '../../components/why-panel.tsx';
import { api } from '../../lib/api.ts';
import { Candidates } from './candidates.tsx';
import { expertHref, type Project, projectKeys, type Review, reviewQuery } from './project-query.ts';
import { ScoreDialog } from './score-dialog.tsx';
import { ScoreDots } from './score-dots.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Score = Review['scores'][number];

function Points({ score, review }: { score: Score; review: Review }) {
  return (
    <dl className="review-points">
      {review.criteria.map((criterion) => (
        <div key={criterion.code} title={criterion.text}>
          <dt>
            {criterion.label} <small>{criterion.weight}%</small>
          </dt>
          <dd>
            {score.points?.[criterion.code] ?? '—'}
            <small> / {criterion.max}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Row({
  score,
  review,
  onScore,
  onWithdraw,
}: {
  score: Score;
  review: Review;
  onScore: () => void;
  onWithdraw: () => void;
}) {
  const { t } = useTranslation('projects');
  const gone = score.state === 'withdrawn';
  return (
    <li className={gone ? 'review-row gone' : 'review-row'}>
      <div>
        <Link className="cell-title" to={expertHref(score.expertId)}>
          {score.expert}
        </Link>
        <span className="cell-sub">{score.employer}</span>
      </div>
      <Points score={score} review={review} />
      <div className="review-total">
        <b>{score.total?.toFixed(2) ?? '—'}</b>
        {score.outlier && (
          <span className="cell-sub late">
            {t('review.outlier', { deviation: `${(score.deviation ?? 0) > 0 ? '+' : ''}${score.deviation}` })}
          </span>
        )}
        {gone && <StatusTag>{t('review.withdrawn')}</StatusTag>}
      </div>
      {(score.comment || score.withdrawnReason || (!gone && (review.mayScore || review.mayAssign))) && (
        <div className="review-foot">
          <span className="soft">{score.withdrawnReason ?? score.comment}</span>
          {!gone && (
            <span className="review-buttons">
              {review.mayScore && (
                <Button size="small" onClick={onScore}>
                  {score.state === 'scored' ? t('review.change') : t('review.score')}
                </Button>
              )}
              {review.mayAssign && (
                <Button size="small" type="text" onClick={onWithdraw}>
                  {t('review.withdraw')}
                </Button>
              )}
            </span>
          )}
        </div>
      )}
    </li>
  );
}

function Sheet({ review, project }: { review: Review; project: Project }) {
  const [scoring, setScoring] = useState<Score>();
  const [leaving, setLeaving] = useState<Score>();
  return (
    <>
      <ul className="review-rows">
        {review.scores.map((score) => (
          <Row
            key={score.expertId}
            score={score}
            review={review}
            onScore={() => setScoring(score)}
            onWithdraw={() => setLeaving(score)}
          />
        ))}
      </ul>
      {scoring && (
        <ScoreDialog project={project} review={review} score={scoring} onClose={() => setScoring(undefined)} />
      )}
      {leaving && <WithdrawDialog projectId={project.id} score={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}

/** Who reviews a project and what each gave, with outliers; who else could, and who may not and why. */
export function ReviewSection({ project }: { project: Project }) {
  const { t, i18n } = useTranslation('projects');
  const queries = useQueryClient();
  const query = useQuery(reviewQuery(project.id, i18n.language));
  const assign = useMutation({
    mutationFn: (expertIds: string[]) => api.assignExperts({ params: { id: project.id }, body: { expertIds } }),
    onSuccess: () => {
      for (const queryKey of projectKeys) void queries.invalidateQueries({ queryKey });
    },
  });
  const review = query.data;
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!review) return <SkeletonLines lines={4} />;
  const { parts } = review;
  if (review.scores.length === 0 && !review.mayAssign) return null;
  return (
    <Section
      title={t('review.title')}
      note={t('review.note', { least: review.leastExperts, points: review.outlierPoints })}
      flush
      extra={
        parts && (
          <span className="review-score">
            <ScoreDots scores={review.scores} passMark={0} />
            <b>{parts.score.toFixed(2)}</b>
            <small className="muted">{t('rank.spread', { spread: parts.spread.toFixed(2) })}</small>
            <WhyLink
              why={{
                title: t('rank.why', { title: project.title }),
                answer: parts.score.toFixed(2),
                steps: parts.steps.map((text) => ({ kind: 'value' as const, text })),
              }}
            />
          </span>
        )
      }
    >
      {review.scores.length > 0 && <Sheet review={review} project={project} />}
      {review.mayAssign && (
        <Candidates review={review} pending={assign.isPending} onAssign={(ids) => assign.mutate(ids)} />
      )}
      {assign.error && <ErrorBox error={assign.error} />}
    </Section>
  );
}
