import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input, Segmented, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { sendFile } from '../../lib/send-form.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { type CreditEvent, creditKeys, rulesQuery } from './credit-query.ts';

function AgencyPicker({ id, onChange }: { id: string; onChange: (id: string | undefined) => void }) {
  const { t } = useTranslation('agency-credit');
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim(), 300);
  const found = useQuery({
    queryKey: ['credit', 'pick', q],
    queryFn: ({ signal }) => api.listCreditScores({ query: { q, pageSize: 20, sort: 'name' } }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      loading={found.isFetching}
      placeholder={t('enter.find')}
      notFoundContent={t('enter.notFound')}
      options={(found.data?.items ?? []).map((one) => ({ value: one.subjectId, label: one.name }))}
      onChange={(chosen: string | undefined) => onChange(chosen)}
    />
  );
}

const MOST_PEOPLE = 200;

/** Those who practise or practised at an agency; two with one name are told apart by their numbers. */
function PersonPicker({
  id,
  agencyId,
  value,
  onChange,
}: {
  id: string;
  agencyId: string;
  value: string;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation('agency-credit');
  const people = useQuery({
    queryKey: ['credit', 'people-of', agencyId],
    queryFn: ({ signal }) => api.listPeople({ query: { agency: agencyId, pageSize: MOST_PEOPLE } }, signal),
    enabled: agencyId !== '',
  });
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      disabled={agencyId === ''}
      loading={people.isFetching}
      value={value || undefined}
      placeholder={t('enter.personFirst')}
      notFoundContent={t('enter.noPeople')}
      options={(people.data?.items ?? []).map((one) => ({
        value: one.id,
        label: [one.name, one.qualificationNo ?? one.practiceNo ?? t('enter.noNumber')].join(' · '),
      }))}
      onChange={(chosen: string) => onChange(chosen)}
    />
  );
}

type Draft = Readonly<
  Record<
    'subjectType' | 'agencyId' | 'subjectId' | 'sort' | 'on' | 'expiresOn' | 'documentNo' | 'authority' | 'text',
    string
  >
>;
const EMPTY: Draft = {
  subjectType: 'agency',
  agencyId: '',
  subjectId: '',
  sort: '',
  on: '',
  expiresOn: '',
  documentNo: '',
  authority: '',
  text: '',
};

function EventFields({ draft, set }: { draft: Draft; set: (patch: Partial<Draft>) => void }) {
  const { t, i18n } = useTranslation('agency-credit');
  const rules = useQuery(rulesQuery(undefined, i18n.language));
  return (
    <>
      <Field label={t('event.subject')}>
        {({ id }) => (
          <>
            <Segmented
              value={draft.subjectType}
              options={(['agency', 'person'] as const).map((value) => ({ value, label: t(`subject.${value}`) }))}
              onChange={(subjectType) =>
                set({ subjectType, subjectId: subjectType === 'agency' ? draft.agencyId : '' })
              }
            />
            <AgencyPicker
              id={id}
              onChange={(agencyId = '') => set({ agencyId, subjectId: draft.subjectType === 'agency' ? agencyId : '' })}
            />
          </>
        )}
      </Field>
      {draft.subjectType === 'person' && (
        <Field label={t('subject.person')} help={t('enter.personHelp')}>
          {({ id }) => (
            <PersonPicker
              id={id}
              agencyId={draft.agencyId}
              value={draft.subjectId}
              onChange={(subjectId) => set({ subjectId })}
            />
          )}
        </Field>
      )}
      <Field label={t('event.what')}>
        {({ id }) => (
          <Select
            id={id}
            style={{ width: '100%' }}
            value={draft.sort || undefined}
            showSearch={{ optionFilterProp: 'label' }}
            options={(rules.data?.sorts ?? []).map(({ sort, label }) => ({ value: sort, label }))}
            onChange={(sort: string) => set({ sort })}
          />
        )}
      </Field>
      <div className="credit-days">
        <Field label={t('event.on')}>
          {({ id }) => <DatePicker id={id} onChange={(day) => set({ on: day?.format('YYYY-MM-DD') ?? '' })} />}
        </Field>
        <Field label={t('enter.expires')} help={t('enter.expiresHelp')}>
          {({ id }) => <DatePicker id={id} onChange={(day) => set({ expiresOn: day?.format('YYYY-MM-DD') ?? '' })} />}
        </Field>
      </div>
      <Field label={t('enter.authority')}>
        {(ids) => (
          <Input
            {...ids}
            value={draft.authority}
            maxLength={120}
            onChange={(e) => set({ authority: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('enter.documentNo')} help={t('enter.documentNoHelp')}>
        {(ids) => (
          <Input
            {...ids}
            value={draft.documentNo}
            maxLength={120}
            onChange={(e) => set({ documentNo: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('enter.text')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={3}
            value={draft.text}
            maxLength={2000}
            onChange={(e) => set({ text: e.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** Enters an event with the paper that proves it; without one it cannot be sent. */
export function EnterEvent({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['agency-credit', 'common']);
  const queries = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const [proof, setProof] = useState<File>();
  const save = useMutation({
    mutationFn: (file: File) => sendFile<CreditEvent>(urlOf(routes.enterCreditEvent, {}), file, { ...draft }),
    onSuccess: () => {
      for (const queryKey of creditKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const ready =
    proof !== undefined &&
    [draft.subjectId, draft.sort, draft.on].every((one) => one !== '') &&
    [draft.authority, draft.text].every((one) => one.trim().length >= 2);
  return (
    <Drawer open onClose={onClose} title={t('enter.open')} size="large">
      <p className="soft">{t('enter.lead')}</p>
      <EventFields draft={draft} set={(patch) => setDraft((before) => ({ ...before, ...patch }))} />
      <Upload.Dragger
        height={120}
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          setProof(file);
          return false;
        }}
      >
        <b>{proof?.name ?? t('enter.proof')}</b>
        <p className="muted">{t('enter.proofText')}</p>
      </Upload.Dragger>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={!ready}
          loading={save.isPending}
          onClick={() => proof !== undefined && save.mutate(proof)}
        >
          {t('enter.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
