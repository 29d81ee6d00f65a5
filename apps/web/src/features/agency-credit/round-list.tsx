import type { CreditRound } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { creditKeys } from './credit-query.ts';
import { gradeClass } from './grade-mark.tsx';

export function GradeCounts({ grades }: { grades: CreditRound['grades'] }) {
  return (
    <span className="round-grades">
      {grades.map(({ grade, count }) =>
        count === 0 ? null : (
          <span key={grade}>
            <b className={`grade-mark ${gradeClass(grade)}`}>{grade}</b> {count}
          </span>
        ),
      )}
    </span>
  );
}

function OpenRound({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['agency-credit', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [asOf, setAsOf] = useState(today());
  const [people, setPeople] = useState(true);
  const open = useMutation({
    mutationFn: () => api.openCreditRound({ body: { title: title.trim(), asOf, people } }),
    onSuccess: ({ id }) => {
      for (const queryKey of creditKeys) void queries.invalidateQueries({ queryKey });
      navigate(`/agencies/credit/rounds/${id}`);
    },
  });
  return (
    <Modal open onCancel={onClose} title={t('round.open')} footer={null} width={520}>
      <p className="soft">{t('round.openText')}</p>
      <Field label={t('round.name')}>
        {(ids) => <Input {...ids} value={title} maxLength={120} onChange={(e) => setTitle(e.target.value)} />}
      </Field>
      <Field label={t('round.asOf')} help={t('round.asOfHelp')}>
        {({ id }) => (
          <DatePicker
            id={id}
            value={dayjs(asOf)}
            allowClear={false}
            onChange={(day) => setAsOf(day?.format('YYYY-MM-DD') ?? today())}
          />
        )}
      </Field>
      <p>
        <Checkbox checked={people} onChange={(e) => setPeople(e.target.checked)}>
          {t('round.people')}
        </Checkbox>
      </p>
      {open.error && <ErrorBox error={open.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={title.trim().length < 4}
          loading={open.isPending}
          onClick={() => open.mutate()}
        >
          {t('round.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}

/** Rounds, newest first. */
export function RoundList() {
  const { t, i18n } = useTranslation('agency-credit');
  const [opening, setOpening] = useState(false);
  const query = useQuery({
    queryKey: ['credit', 'rounds', i18n.language],
    queryFn: ({ signal }) => api.listCreditRounds({}, signal),
  });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={4} />;
  const { items, mayOpen } = query.data;
  const button = mayOpen && (
    <Button type="primary" onClick={() => setOpening(true)}>
      {t('round.open')}
    </Button>
  );
  return (
    <div className="stack">
      {items.length === 0 ? (
        <EmptyState title={t('empty.rounds')} action={button}>
          {t('emptyText.rounds')}
        </EmptyState>
      ) : (
        <>
          <div className="round-head">{button}</div>
          <ul className="round-list panel">
            {items.map((round) => (
              <li key={round.id}>
                <Link className="round-name" to={`/agencies/credit/rounds/${round.id}`}>
                  <b>{round.title}</b>
                  <small className="muted">
                    {t('round.line', { day: round.asOf, rules: round.ruleSetLabel, count: round.evaluations })}
                  </small>
                </Link>
                <GradeCounts grades={round.grades} />
                <span className="round-states">
                  {round.states.map((one) => (
                    <StatusTag
                      key={one.state}
                      tone={one.state === 'final' || one.state === 'repaired' ? 'good' : 'info'}
                    >
                      {one.label} {one.count}
                    </StatusTag>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {opening && <OpenRound onClose={() => setOpening(false)} />}
    </div>
  );
}
