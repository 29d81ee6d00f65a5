import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { entryHref, entryKeys, type Lists } from './discipline-query.ts';

type Kind = 'party' | 'agency' | 'person';

interface SubjectPickerProps {
  readonly id?: string;
  readonly kind: Kind;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

function SubjectPicker({ id, kind, value, onChange }: SubjectPickerProps) {
  const { t } = useTranslation('discipline');
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim(), 300);
  const found = useQuery({
    queryKey: ['discipline-subjects', kind, q],
    queryFn: ({ signal }) => api.listDisciplineSubjects({ query: { kind, q } }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      value={value}
      loading={found.isFetching}
      placeholder={t('propose.find')}
      notFoundContent={t(q === '' ? 'propose.findHint' : 'propose.notFound')}
      options={(found.data?.items ?? []).map((one) => ({
        value: one.id,
        label: [one.name, one.code, kind === 'person' ? one.note : null].filter(Boolean).join(' · '),
      }))}
      onChange={(chosen: string | undefined) => onChange(chosen)}
    />
  );
}

/** Proposes to list somebody: on which list, whom, for what, on what paper. */
export function ProposeEntry({ lists, onClose }: { lists: Lists['items']; onClose: () => void }) {
  const { t } = useTranslation(['discipline', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [list, setList] = useState<string>();
  const [kind, setKind] = useState<Kind>();
  const [subject, setSubject] = useState<string>();
  const [reason, setReason] = useState('');
  const [authority, setAuthority] = useState('');
  const [basisNo, setBasisNo] = useState('');
  const [conductOn, setConductOn] = useState<string | null>(null);
  const chosen = lists.find((one) => one.list === list);
  const kinds = chosen?.subjects ?? [];
  const given = kind !== undefined && kinds.includes(kind) ? kind : kinds[0];
  const save = useMutation({
    mutationFn: () =>
      api.proposeEntry({
        body: {
          list: list ?? '',
          subject: { kind: given ?? 'party', id: subject ?? '' },
          reason: reason.trim(),
          authority: authority.trim(),
          basisNo: basisNo.trim() || null,
          conductOn,
        },
      }),
    onSuccess: ({ id }) => {
      for (const queryKey of entryKeys) void queries.invalidateQueries({ queryKey });
      navigate(entryHref(id));
    },
  });
  const ready = subject !== undefined && reason.trim().length >= 4 && authority.trim().length >= 2;
  return (
    <Drawer open onClose={onClose} title={t('propose.open')} size="large">
      <p className="soft">{t('propose.text')}</p>
      <Field label={t('list.list')} help={chosen?.article}>
        {(ids) => (
          <Select
            {...ids}
            style={{ width: '100%' }}
            value={list}
            options={lists.map((one) => ({ value: one.list, label: one.label }))}
            onChange={(value: string) => {
              setList(value);
              setSubject(undefined);
            }}
          />
        )}
      </Field>
      {given && (
        <>
          {kinds.length > 1 && (
            <Field label={t('list.kind')}>
              {(ids) => (
                <Select
                  {...ids}
                  style={{ width: '100%' }}
                  value={given}
                  options={kinds.map((value) => ({ value, label: t(`subject.${value}`) }))}
                  onChange={(value: Kind) => {
                    setKind(value);
                    setSubject(undefined);
                  }}
                />
              )}
            </Field>
          )}
          <Field label={t('list.subject')}>
            {(ids) => <SubjectPicker {...ids} kind={given} value={subject} onChange={setSubject} />}
          </Field>
        </>
      )}
      <Field label={t('entry.reason')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={3}
            value={reason}
            maxLength={2000}
            onChange={(e) => setReason(e.target.value)}
          />
        )}
      </Field>
      <Field label={t('entry.authority')}>
        {(ids) => <Input {...ids} value={authority} maxLength={120} onChange={(e) => setAuthority(e.target.value)} />}
      </Field>
      <Field label={t('entry.basisNo')}>
        {(ids) => <Input {...ids} value={basisNo} maxLength={80} onChange={(e) => setBasisNo(e.target.value)} />}
      </Field>
      <Field label={t('entry.conductOn')}>
        {(ids) => (
          <DatePicker {...ids} onChange={(day) => setConductOn(day === null ? null : day.format('YYYY-MM-DD'))} />
        )}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
          {t('propose.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
