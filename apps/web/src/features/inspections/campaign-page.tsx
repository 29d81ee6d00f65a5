import type { RouteOutput, routes } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Input, InputNumber, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { type FigureItem, Figures } from '../../components/figures.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { NewDraw } from './new-draw.tsx';
import { TasksTab } from './tasks-tab.tsx';
import './inspections.css';

type Campaign = RouteOutput<typeof routes.getInspectionCampaign>;

function EnterFigure({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [code, setCode] = useState(campaign.figures[0]?.code);
  const [on, setOn] = useState<Dayjs>(dayjs());
  const [value, setValue] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const enter = useMutation({
    mutationFn: () =>
      api.enterCampaignFigure({
        params: { id: campaign.id },
        body: { code: code ?? '', on: on.format('YYYY-MM-DD'), value: value ?? 0, note: note || null },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['inspection-campaigns'] });
      onClose();
    },
  });
  return (
    <Modal open title={t('figure.enter')} onCancel={onClose} footer={null}>
      <div className="insp-dialog">
        <Field label={t('figure.what')}>
          {(ids) => (
            <Select
              {...ids}
              style={{ width: '100%' }}
              value={code}
              options={campaign.figures.map((one) => ({ value: one.code, label: `${one.label}（${one.unit}）` }))}
              onChange={(next: string) => setCode(next)}
            />
          )}
        </Field>
        <div className="insp-pair">
          <Field label={t('figure.value')} help={t('figure.valueHelp')}>
            {(ids) => <InputNumber {...ids} value={value} onChange={(next) => setValue(next)} />}
          </Field>
          <Field label={t('figure.on')}>
            {(ids) => (
              <DatePicker
                id={ids.id}
                value={on}
                allowClear={false}
                maxDate={dayjs()}
                onChange={(next) => next && setOn(next)}
              />
            )}
          </Field>
        </div>
        <Field label={t('figure.note')}>
          {(ids) => <Input {...ids} value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        {enter.error && <ErrorBox error={enter.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={!code || value === null}
            loading={enter.isPending}
            onClick={() => enter.mutate()}
          >
            {t('common:save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}

function Results({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('inspections');
  const [entering, setEntering] = useState(false);
  return (
    <Section
      title={t('figure.title')}
      note={t('figure.note2')}
      extra={campaign.mayEdit && <Button onClick={() => setEntering(true)}>{t('figure.enter')}</Button>}
    >
      <ul className="insp-chain">
        {campaign.figures.map((one) => (
          <li key={one.code}>
            <b>{one.label}</b>
            <span className="mono">{one.value}</span> {one.unit}
          </li>
        ))}
      </ul>
      <ul className="insp-plain">
        {campaign.entries.map((one) => (
          <li key={one.id}>
            <span className="mono">{one.on}</span> {one.label} <b className="mono">{one.value}</b> {one.unit}
            {one.note && <span className="soft"> · {one.note}</span>} <span className="muted">· {one.by}</span>
          </li>
        ))}
      </ul>
      {entering && <EnterFigure campaign={campaign} onClose={() => setEntering(false)} />}
    </Section>
  );
}

function Close({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation(['inspections', 'common']);
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const close = useMutation({
    mutationFn: (results: string) => api.closeInspectionCampaign({ params: { id: campaign.id }, body: { results } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inspection-campaigns'] }),
  });
  const ask = () => {
    let results = '';
    modal.confirm({
      title: t('campaign.close'),
      icon: null,
      content: (
        <Input.TextArea
          rows={4}
          aria-label={t('campaign.results')}
          placeholder={t('campaign.results')}
          maxLength={4000}
          onChange={(event) => {
            results = event.target.value;
          }}
        />
      ),
      okText: t('campaign.close'),
      cancelText: t('common:cancel'),
      onOk: () => close.mutateAsync(results),
    });
  };
  return (
    <>
      <Button onClick={ask}>{t('campaign.close')}</Button>
      {close.error && <ErrorBox error={close.error} />}
    </>
  );
}

/** One special action: how far it has come, its figures, draws and checks. */
export function Page() {
  const { t, i18n } = useTranslation('inspections');
  const { id = '' } = useParams();
  const [drawing, setDrawing] = useState(false);
  const query = useQuery({
    queryKey: ['inspection-campaigns', id, i18n.language],
    queryFn: ({ signal }) => api.getInspectionCampaign({ params: { id } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const campaign = query.data;
  const here = `/protection/inspections/campaigns/${id}`;
  const figures: FigureItem[] = [
    { key: 'tasks', label: t('campaign.tasks'), value: campaign.tasks, unit: t('unit.checks'), href: here },
    { key: 'checked', label: t('campaign.checked'), value: campaign.checked, unit: t('unit.checks'), tone: 'good' },
    {
      key: 'failed',
      label: t('campaign.failed'),
      value: campaign.failed,
      unit: t('unit.checks'),
      href: `${here}?t.outcome=correct,case,hand-over`,
    },
    {
      key: 'correcting',
      label: t('state.correcting'),
      value: campaign.correcting,
      unit: t('unit.checks'),
      tone: 'warn',
      href: `${here}?t.state=correcting`,
    },
    {
      key: 'cases',
      label: t('campaign.cases'),
      value: campaign.cases,
      unit: t('unit.cases'),
      href: `${here}?t.state=cased`,
    },
  ];
  return (
    <div className="page insp-page">
      <PageHeader
        title={campaign.title}
        crumbs={[
          { label: t('title'), to: '/protection/inspections' },
          { label: t('tab.campaigns'), to: '/protection/inspections?tab=campaigns' },
        ]}
        tags={
          <StatusTag tone={campaign.state === 'running' ? 'info' : 'plain'}>
            {t(`campaign.${campaign.state}`)}
          </StatusTag>
        }
        meta={
          <>
            <span>{campaign.kindLabel}</span>
            <span className="mono">
              {campaign.fromOn} – {campaign.toOn}
            </span>
            {campaign.documentNo && <span className="mono">{campaign.documentNo}</span>}
            {campaign.targetCount !== null && <MetaItem label={t('campaign.target')}>{campaign.targetCount}</MetaItem>}
          </>
        }
        actions={
          <>
            {campaign.mayDraw && <Button onClick={() => setDrawing(true)}>{t('draw.prepare')}</Button>}
            {campaign.mayEdit && <Close campaign={campaign} />}
          </>
        }
      />
      <Figures items={figures} />
      {campaign.aim && <p className="soft">{campaign.aim}</p>}
      {campaign.results && (
        <Section title={t('campaign.results')}>
          <p>{campaign.results}</p>
        </Section>
      )}
      <Results campaign={campaign} />
      {campaign.draws.length > 0 && (
        <Section title={t('tab.draws')}>
          <ul className="insp-plain">
            {campaign.draws.map((one) => (
              <li key={one.id}>
                <Link className="link" to={`/protection/inspections/draws/${one.id}`}>
                  {one.number} {one.title}
                </Link>{' '}
                <StatusTag tone={one.state === 'drawn' ? 'good' : 'plain'}>{t(`draw.${one.state}`)}</StatusTag>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <TasksTab campaign={id} />
      {drawing && (
        <NewDraw
          campaign={{ id, title: campaign.title, objectKind: campaign.objectKind, checklist: campaign.checklist }}
          onClose={() => setDrawing(false)}
        />
      )}
    </div>
  );
}
