import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { type Project, projectKeys, type Review } from './project-query.ts';

/** The signed score sheet of one expert, entered by who organises the review. */
export function ScoreDialog({
  project,
  review,
  score,
  onClose,
}: {
  project: Project;
  review: Review;
  score: Review['scores'][number];
  onClose: () => void;
}) {
  const { t } = useTranslation(['projects', 'common']);
  const queries = useQueryClient();
  const [points, setPoints] = useState<Record<string, number | null>>(
    Object.fromEntries(review.criteria.map(({ code }) => [code, score.points?.[code] ?? null])),
  );
  const [comment, setComment] = useState(score.comment ?? '');
  const total = review.criteria.reduce((sum, { code, max, weight }) => sum + ((points[code] ?? 0) / max) * weight, 0);
  const whole = review.criteria.every(({ code }) => points[code] !== null);
  const save = useMutation({
    mutationFn: () =>
      api.scoreProject({
        params: { id: project.id, expertId: score.expertId },
        body: {
          points: Object.fromEntries(
            Object.entries(points).flatMap(([code, value]) => (value === null ? [] : [[code, value]])),
          ),
          comment: comment.trim() || null,
        },
      }),
    onSuccess: () => {
      for (const queryKey of projectKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} title={t('review.sheet', { expert: score.expert })} footer={null} width={560}>
      <ul className="score-fields">
        {review.criteria.map((criterion) => (
          <li key={criterion.code}>
            <div>
              <b>{criterion.label}</b>
              <small className="muted">{criterion.text}</small>
            </div>
            <InputNumber
              min={0}
              max={criterion.max}
              value={points[criterion.code] ?? null}
              suffix={`/ ${criterion.max}`}
              aria-label={criterion.label}
              onChange={(value) => setPoints({ ...points, [criterion.code]: value === null ? null : Number(value) })}
            />
          </li>
        ))}
      </ul>
      <p className="score-total">
        {t('review.total')} <b>{total.toFixed(2)}</b>
      </p>
      <Field label={t('review.opinion')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={3}
            maxLength={2000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" disabled={!whole} loading={save.isPending} onClick={() => save.mutate()}>
          {t('common:save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
