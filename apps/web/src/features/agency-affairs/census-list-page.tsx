import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { censusesQuery } from './census-query.ts';
import './agency-affairs.css';
import './census.css';

const DAY = 'YYYY-MM-DD';

function NewCensus({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['agency-affairs', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { towns } = usePlaceOptions();
  const [title, setTitle] = useState('');
  const [span, setSpan] = useState<[Dayjs, Dayjs]>([dayjs(), dayjs().add(1, 'month')]);
  const [places, setPlaces] = useState<string[]>([]);
  const create = useMutation({
    mutationFn: () =>
      api.createCensus({
        body: { title, fromOn: span[0].format(DAY), toOn: span[1].format(DAY), towns: places },
      }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['census'] });
      void navigate(`/agencies/census/${id}`);
    },
  });
  return (
    <Modal open title={t('census.new')} onCancel={onClose} footer={null} width={560}>
      <form
        className="affair-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <Field label={t('census.title')}>
          {(names) => (
            <Input {...names} value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label={t('census.span')}>
          {(names) => (
            <DatePicker.RangePicker
              id={names.id}
              value={span}
              allowClear={false}
              onChange={(next) => next?.[0] && next[1] && setSpan([next[0], next[1]])}
            />
          )}
        </Field>
        <Field label={t('census.towns')} help={t('census.townsHelp')}>
          {(names) => (
            <Select {...names} mode="multiple" value={places} options={[...towns]} allowClear onChange={setPlaces} />
          )}
        </Field>
        {create.error && <ErrorBox error={create.error} />}
        <div className="row">
          <Button type="primary" htmlType="submit" disabled={title.trim().length < 4} loading={create.isPending}>
            {t('census.start')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}

/** Censuses of agencies, running ones first, with how far each has come. */
export function Page() {
  const { t, i18n } = useTranslation('agency-affairs');
  const [making, setMaking] = useState(false);
  const query = useQuery(censusesQuery(i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { items, mayEdit } = query.data;
  return (
    <div className="page">
      <PageHeader
        title={t('census.heading')}
        meta={<span>{t('census.meta')}</span>}
        actions={
          mayEdit && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t('census.new')}
            </Button>
          )
        }
      />
      {items.length === 0 && (
        <div className="panel">
          <EmptyState title={t('census.none')}>{t('census.noneText')}</EmptyState>
        </div>
      )}
      <ul className="census-cards">
        {items.map((one) => (
          <li key={one.id} className="panel">
            <Link to={`/agencies/census/${one.id}`}>
              <b>{one.title}</b>
              <StatusTag tone={one.state === 'running' ? 'info' : 'plain'}>{t(`census.${one.state}`)}</StatusTag>
              <span className="mono">
                {one.fromOn} – {one.toOn}
              </span>
              <span className="census-bar" aria-hidden="true">
                <i style={{ width: `${one.total === 0 ? 0 : (one.checked / one.total) * 100}%` }} />
              </span>
              <small>
                {t('census.progress', {
                  checked: formatExact(one.checked),
                  total: formatExact(one.total),
                  differing: formatExact(one.differing),
                  missing: formatExact(one.missing),
                })}
              </small>
            </Link>
          </li>
        ))}
      </ul>
      {making && <NewCensus onClose={() => setMaking(false)} />}
    </div>
  );
}
