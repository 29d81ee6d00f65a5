import type { PledgeDetail } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { pledgeKeys } from './inspection-query.ts';

function NewReview({ pledge, onClose }: { pledge: PledgeDetail; onClose: () => void }) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [year, setYear] = useState<number | null>(Number(today().slice(0, 4)));
  const [result, setResult] = useState<'kept' | 'correct' | 'failed'>('kept');
  const [note, setNote] = useState('');
  const save = useMutation({
    mutationFn: () => api.reviewPledge({ params: { id: pledge.id }, body: { year: year ?? 0, result, note } }),
    onSuccess: () => {
      for (const queryKey of pledgeKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal open title={t('review.new')} onCancel={onClose} footer={null}>
      <div className="insp-dialog">
        <div className="insp-pair">
          <Field label={t('review.year')}>
            {(ids) => <InputNumber {...ids} value={year} min={2000} max={2100} onChange={(value) => setYear(value)} />}
          </Field>
          <Field label={t('review.result')}>
            {(ids) => (
              <Select
                {...ids}
                style={{ width: '100%' }}
                value={result}
                options={(['kept', 'correct', 'failed'] as const).map((value) => ({
                  value,
                  label: t(`review.${value}`),
                }))}
                onChange={(value: 'kept' | 'correct' | 'failed') => setResult(value)}
              />
            )}
          </Field>
        </div>
        <Field label={t('review.note')}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              rows={3}
              value={note}
              maxLength={1000}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {save.error && <ErrorBox error={save.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={!year || note.trim().length < 2}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('common:save')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Annual reviews of a pledge. */
export function PledgeReviews({ pledge }: { pledge: PledgeDetail }) {
  const { t } = useTranslation('inspections');
  const [making, setMaking] = useState(false);
  if (pledge.fromOn === null) return null;
  return (
    <Section
      title={t('review.title')}
      {...(pledge.reviewDue ? { note: t('pledge.reviewDue') } : {})}
      extra={pledge.mayReview && <Button onClick={() => setMaking(true)}>{t('review.new')}</Button>}
    >
      {pledge.reviews.length === 0 && <p className="soft">{t('review.none')}</p>}
      <ul className="insp-plain">
        {pledge.reviews.map((one) => (
          <li key={one.year}>
            <b className="mono">{one.year}</b>{' '}
            <StatusTag tone={one.result === 'kept' ? 'good' : 'late'}>{t(`review.${one.result}`)}</StatusTag> {one.note}{' '}
            <span className="muted">
              {one.on} · {one.by}
            </span>
          </li>
        ))}
      </ul>
      {making && <NewReview pledge={pledge} onClose={() => setMaking(false)} />}
    </Section>
  );
}
