import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Pagination, Rate } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { KEY, type Matter } from './association-query.ts';
import './association.css';

const PAGE = 20;

interface FormProps {
  readonly matter: Matter;
  readonly aspects: readonly { readonly code: string; readonly label: string }[];
  readonly onClose: () => void;
}

function RatingForm({ matter, aspects, onClose }: FormProps) {
  const { t } = useTranslation(['association', 'common']);
  const queries = useQueryClient();
  const [scores, setScores] = useState<Readonly<Record<string, number>>>({});
  const [comment, setComment] = useState('');
  const send = useMutation({
    mutationFn: () => api.rateMatter({ body: { patentId: matter.patentId, scores, comment: comment.trim() || null } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [KEY] });
      onClose();
    },
  });
  return (
    <div className="rating-form">
      {aspects.map(({ code, label }) => (
        <div key={code} className="rating-aspect">
          <span id={`aspect-${code}`}>{label}</span>
          <Rate
            aria-labelledby={`aspect-${code}`}
            value={scores[code] ?? 0}
            onChange={(value) => setScores((before) => ({ ...before, [code]: value }))}
          />
        </div>
      ))}
      <Input.TextArea
        rows={3}
        maxLength={500}
        value={comment}
        aria-label={t('own.comment')}
        placeholder={t('own.comment')}
        onChange={(event) => setComment(event.target.value)}
      />
      <p className="muted">{t('own.once')}</p>
      {send.error && <ErrorBox error={send.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={aspects.some(({ code }) => !scores[code])}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {t('own.send')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </div>
  );
}

/** An enterprise rates who handled its finished matters, once each. */
export function Page() {
  const { t, i18n } = useTranslation('association');
  const [open, setOpen] = useState<string>();
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: [KEY, 'own-matters', i18n.language],
    queryFn: ({ signal }) => api.listRatableMatters({}, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { items, aspects, method } = query.data;
  const shown = items.slice((page - 1) * PAGE, page * PAGE);
  return (
    <div className="page">
      <PageHeader title={t('own.title')} meta={<span>{t('own.meta')}</span>} />
      <Section title={t('own.matters')} note={t('own.count', { count: items.length })}>
        {items.length === 0 && <EmptyState title={t('own.none')}>{t('own.noneText')}</EmptyState>}
        <ul className="own-matters">
          {shown.map((matter) => (
            <li key={matter.patentId}>
              <div className="own-matter">
                <div>
                  <b>{matter.title}</b>
                  <span className="cell-sub">
                    <span className="mono">{matter.matterNo}</span> · {matter.agencyName} ·{' '}
                    {t('own.granted', { day: matter.finishedOn })}
                  </span>
                </div>
                {matter.ratedOn ? (
                  <span className="soft">
                    {t('own.rated', { day: matter.ratedOn, score: matter.score?.toFixed(1) })}
                  </span>
                ) : (
                  open !== matter.patentId && <Button onClick={() => setOpen(matter.patentId)}>{t('own.rate')}</Button>
                )}
              </div>
              {open === matter.patentId && (
                <RatingForm matter={matter} aspects={aspects} onClose={() => setOpen(undefined)} />
              )}
            </li>
          ))}
        </ul>
        {items.length > PAGE && (
          <Pagination current={page} pageSize={PAGE} total={items.length} showSizeChanger={false} onChange={setPage} />
        )}
      </Section>
      <p className="soft own-method">{method}</p>
    </div>
  );
}
