import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { CallTerms } from './call-terms.tsx';
import { base, type CallBody, type CallDetail, callHref, callQuery, kindsQuery, projectKeys } from './project-query.ts';
import './projects.css';
import './call-page.css';

const FEN_PER_WAN = 1_000_000;

function draftOf(call: CallDetail | undefined, kind: string): CallBody {
  if (call === undefined)
    return {
      kind,
      title: '',
      number: '',
      guideline: '',
      opensOn: today(),
      closesOn: today(),
      quota: 1,
      fund: '',
      fundYear: Number(today().slice(0, 4)),
      fundItem: null,
      budgetFen: 0,
    };
  const { title, number, guideline, opensOn, closesOn, quota, fund, fundYear, fundItem, budgetFen } = call;
  return { kind: call.kind, title, number, guideline, opensOn, closesOn, quota, fund, fundYear, fundItem, budgetFen };
}

function Fields({ draft, set }: { draft: CallBody; set: (patch: Partial<CallBody>) => void }) {
  const { t } = useTranslation('projects');
  const text = (key: 'title' | 'number' | 'fund') => (
    <Field label={t(`call.form.${key}`)}>
      {(ids) => (
        <Input {...ids} value={draft[key]} maxLength={120} onChange={(event) => set({ [key]: event.target.value })} />
      )}
    </Field>
  );
  const day = (key: 'opensOn' | 'closesOn') => (
    <Field label={t(`call.form.${key}`)}>
      {(ids) => (
        <DatePicker
          {...ids}
          allowClear={false}
          value={dayjs(draft[key])}
          onChange={(value) => set({ [key]: value?.format('YYYY-MM-DD') ?? draft[key] })}
        />
      )}
    </Field>
  );
  return (
    <Section title={t('call.form.section')}>
      <div className="form-grid">
        {text('title')}
        {text('number')}
        {day('opensOn')}
        {day('closesOn')}
        {text('fund')}
        <Field label={t('call.form.fundYear')}>
          {(ids) => (
            <InputNumber {...ids} value={draft.fundYear} onChange={(value) => set({ fundYear: Number(value ?? 0) })} />
          )}
        </Field>
        <Field label={t('call.form.budget')}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={0}
              value={draft.budgetFen / FEN_PER_WAN}
              suffix={t('unit.wan')}
              onChange={(value) => set({ budgetFen: Math.round(Number(value ?? 0) * FEN_PER_WAN) })}
            />
          )}
        </Field>
        <Field label={t('call.form.quota')}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={1}
              value={draft.quota}
              onChange={(value) => set({ quota: Number(value ?? 1) })}
            />
          )}
        </Field>
      </div>
      <Field label={t('call.form.guideline')} help={t('call.form.guidelineHelp')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={16}
            maxLength={20_000}
            value={draft.guideline}
            onChange={(event) => set({ guideline: event.target.value })}
          />
        )}
      </Field>
    </Section>
  );
}

function Form({ call }: { call: CallDetail | undefined }) {
  const { t, i18n } = useTranslation(['projects', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const kinds = useQuery(kindsQuery(i18n.language));
  const [draft, setDraft] = useState<CallBody>(() => draftOf(call, 'cultivation-centre'));
  const set = (patch: Partial<CallBody>) => setDraft((before) => ({ ...before, ...patch }));
  const save = useMutation({
    mutationFn: async () => {
      if (call === undefined) return (await api.createProgramCall({ body: draft })).id;
      await api.updateProgramCall({ params: { id: call.id }, body: { ...draft, version: call.version } });
      return call.id;
    },
    onSuccess: (id) => {
      for (const queryKey of projectKeys) void queries.invalidateQueries({ queryKey });
      navigate(callHref(id));
    },
  });
  const terms = kinds.data?.items.find((kind) => kind.code === draft.kind);
  return (
    <div className="page">
      <PageHeader
        title={t(call === undefined ? 'call.new' : 'call.edit')}
        crumbs={[{ label: t('title'), to: base }]}
        actions={
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            {t('common:save')}
          </Button>
        }
      />
      {save.error && <ErrorBox error={save.error} />}
      <div className="call-columns">
        <div className="call-main">
          <Section title={t('call.form.kind')} note={t('call.form.kindNote')}>
            <Select
              className="kind-select"
              value={draft.kind}
              aria-label={t('call.form.kind')}
              options={(kinds.data?.items ?? []).map((kind) => ({ value: kind.code, label: kind.name }))}
              onChange={(kind: string) => set({ kind })}
            />
            {terms && <p className="soft">{terms.purpose}</p>}
          </Section>
          <Fields draft={draft} set={set} />
        </div>
        <div className="call-side">{terms && <CallTerms terms={terms} />}</div>
      </div>
    </div>
  );
}

/** Drafts a call, or changes one that is not published yet. */
export function Page() {
  const { i18n } = useTranslation();
  const { id } = useParams();
  const query = useQuery({ ...callQuery(id ?? '', i18n.language), enabled: id !== undefined });
  if (id === undefined) return <Form call={undefined} />;
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  return <Form key={id} call={query.data} />;
}
