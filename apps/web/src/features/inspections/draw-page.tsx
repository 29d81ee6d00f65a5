import type { DrawDetail } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Descriptions } from '../../components/descriptions.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { inspectionKeys } from './inspection-query.ts';
import './inspections.css';

function Run({ draw }: { draw: DrawDetail }) {
  const { t } = useTranslation(['inspections', 'common']);
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const [publicText, setPublicText] = useState('');
  const [publicSource, setPublicSource] = useState('');
  const [witness, setWitness] = useState('');
  const refresh = () => {
    for (const queryKey of inspectionKeys) void queries.invalidateQueries({ queryKey });
  };
  const run = useMutation({
    mutationFn: () =>
      api.performInspectionDraw({ params: { id: draw.id }, body: { publicText, publicSource, witness } }),
    onSuccess: refresh,
  });
  const cancel = useMutation({
    mutationFn: (reason: string) => api.voidInspectionDraw({ params: { id: draw.id }, body: { reason } }),
    onSuccess: refresh,
  });
  const ask = () => {
    let reason = '';
    modal.confirm({
      title: t('draw.voidTitle'),
      icon: null,
      content: (
        <Input.TextArea
          aria-label={t('draw.reason')}
          placeholder={t('draw.reason')}
          maxLength={300}
          onChange={(event) => {
            reason = event.target.value;
          }}
        />
      ),
      okText: t('draw.voidOk'),
      cancelText: t('common:cancel'),
      onOk: () => cancel.mutateAsync(reason),
    });
  };
  return (
    <Section title={t('draw.run')} note={t('draw.runNote')}>
      <div className="insp-dialog">
        <Field label={t('draw.publicText')} help={t('draw.publicTextHelp')}>
          {(ids) => (
            <Input
              {...ids}
              value={publicText}
              maxLength={200}
              onChange={(event) => setPublicText(event.target.value)}
            />
          )}
        </Field>
        <div className="insp-pair">
          <Field label={t('draw.publicSource')}>
            {(ids) => (
              <Input
                {...ids}
                value={publicSource}
                maxLength={200}
                onChange={(event) => setPublicSource(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('draw.witness')}>
            {(ids) => (
              <Input {...ids} value={witness} maxLength={60} onChange={(event) => setWitness(event.target.value)} />
            )}
          </Field>
        </div>
        {(run.error ?? cancel.error) && <ErrorBox error={run.error ?? cancel.error} />}
        <div className="row">
          <Button
            type="primary"
            loading={run.isPending}
            disabled={publicText.trim().length < 4 || publicSource.trim().length < 2 || witness.trim().length < 2}
            onClick={() => run.mutate()}
          >
            {t('draw.now')}
          </Button>
          <Button onClick={ask}>{t('draw.voidOk')}</Button>
        </div>
      </div>
    </Section>
  );
}

function Result({ draw }: { draw: DrawDetail }) {
  const { t } = useTranslation('inspections');
  return (
    <Section title={t('draw.result')} note={t('draw.resultNote')}>
      <div className="insp-scroll">
        <table className="insp-answers insp-grid">
          <thead>
            <tr>
              <th>{t('draw.no')}</th>
              <th>{t('col.object')}</th>
              <th>{t('col.officers')}</th>
              <th>{t('draw.ticket')}</th>
            </tr>
          </thead>
          <tbody>
            {draw.result.map((one) => (
              <tr key={one.no}>
                <td className="mono">{one.no}</td>
                <td>
                  {one.taskId ? (
                    <Link className="link" to={`/protection/inspections/tasks/${one.taskId}`}>
                      {one.object}
                    </Link>
                  ) : (
                    one.object
                  )}
                </td>
                <td>
                  {one.officers.length > 0 ? one.officers.join('、') : <span className="warn">{t('draw.byHand')}</span>}
                </td>
                <td className="insp-hash">{one.ticket.slice(0, 16)}…</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Lists({ draw }: { draw: DrawDetail }) {
  const { t } = useTranslation('inspections');
  return (
    <>
      <Section title={t('draw.pool', { n: draw.pool.length })}>
        <ul className="insp-plain">
          {draw.pool.map((one) => (
            <li key={one.key}>
              {one.drawn !== null && <StatusTag tone="good">{t('draw.drawnNo', { no: one.drawn })}</StatusTag>}{' '}
              {one.name}{' '}
              <span className="muted">
                {one.gradeLabel} · {t('draw.tickets', { n: one.tickets })}
              </span>
              {one.excluded && <span className="warn"> · {t('draw.excluded', { reason: one.excluded })}</span>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('draw.officers', { n: draw.officers.length })}>
        <ul className="insp-plain">
          {draw.officers.map((one) => (
            <li key={one.key}>
              {one.name} <span className="muted">{[one.unit, one.certificateNo].filter(Boolean).join(' · ')}</span>
              {one.excluded && <span className="warn"> · {t('draw.excluded', { reason: one.excluded })}</span>}
            </li>
          ))}
          {draw.conflicts.map((one) => (
            <li key={`${one.object}${one.officer}`}>
              <StatusTag tone="warn">{t('draw.conflict')}</StatusTag> {one.officer} × {one.object}{' '}
              <span className="muted">{one.reason}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** One draw: what it is bound to, its result, and everything somebody needs to repeat it. */
export function Page() {
  const { t, i18n } = useTranslation('inspections');
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['inspection-draws', id, i18n.language],
    queryFn: ({ signal }) => api.getInspectionDraw({ params: { id } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const draw = query.data;
  const hash = (value: string | null) => <span className="insp-hash">{value ?? t('draw.later')}</span>;
  return (
    <div className="page insp-page">
      <PageHeader
        title={draw.title}
        crumbs={[
          { label: t('title'), to: '/protection/inspections' },
          { label: t('tab.draws'), to: '/protection/inspections?tab=draws' },
        ]}
        tags={
          <StatusTag tone={draw.state === 'drawn' ? 'good' : draw.state === 'void' ? 'plain' : 'warn'}>
            {t(`draw.${draw.state}`)}
          </StatusTag>
        }
        meta={
          <>
            <span className="mono">{draw.number}</span>
            {draw.campaignId && (
              <Link className="link" to={`/protection/inspections/campaigns/${draw.campaignId}`}>
                {draw.campaign}
              </Link>
            )}
            <span>{draw.checklistLabel}</span>
            <MetaItem label={t('col.dueOn')}>{draw.dueOn}</MetaItem>
          </>
        }
        actions={
          <Button href={urlOf(routes.downloadInspectionDraw, { params: { id } })} download>
            {t('draw.download')}
          </Button>
        }
      />
      {draw.voidReason && <p className="warn">{t('draw.voidIs', { reason: draw.voidReason })}</p>}
      {draw.mayRun && <Run draw={draw} />}
      {draw.state === 'drawn' && <Result draw={draw} />}
      <Section title={t('draw.proof')} note={t('draw.proofNote')}>
        <Descriptions
          items={[
            {
              key: 'preparedAt',
              label: t('draw.preparedBy'),
              value: `${draw.preparedBy} ${formatMoment(draw.preparedAt)}`,
            },
            { key: 'listHash', label: t('draw.listHash'), value: hash(draw.listHash), wide: true },
            { key: 'commitment', label: t('draw.commitment'), value: hash(draw.commitment), wide: true },
            { key: 'publicText', label: t('draw.publicText'), value: draw.publicText ?? t('draw.later') },
            { key: 'publicSource', label: t('draw.publicSource'), value: draw.publicSource ?? '—' },
            { key: 'witness', label: t('draw.witness'), value: draw.witness ?? '—' },
            {
              key: 'drawnAt',
              label: t('draw.drawnAt'),
              value: draw.drawnAt === null ? '—' : `${draw.drawnBy ?? ''} ${formatMoment(draw.drawnAt)}`,
            },
            { key: 'secret', label: t('draw.secret'), value: hash(draw.secret), wide: true },
            { key: 'seed', label: t('draw.seed'), value: hash(draw.seed), wide: true },
          ]}
        />
      </Section>
      <Lists draw={draw} />
    </div>
  );
}
