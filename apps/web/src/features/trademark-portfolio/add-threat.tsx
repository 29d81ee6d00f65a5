import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { useMoved } from './life-query.ts';

const SHOWN = 20;
const CLASSES = Array.from({ length: 45 }, (_, at) => at + 1);
const empty = { publishedNo: '', publishedName: '', applicant: '', publishedOn: '' };

interface OwnMarkProps {
  readonly ids: { readonly id: string; readonly 'aria-describedby': string | undefined };
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}

/** A registered mark of the district, found by its text, number or holder. */
function OwnMark({ ids, value, onChange }: OwnMarkProps) {
  const { t, i18n } = useTranslation(['trademark-portfolio', 'labels']);
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim());
  const marks = useQuery({
    queryKey: ['own-marks', 'find', q, i18n.language],
    queryFn: ({ signal }) => api.listTrademarks({ query: { q, status: 'registered,grace', pageSize: SHOWN } }, signal),
    enabled: q !== '',
  });
  return (
    <Select
      {...ids}
      style={{ width: '100%' }}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={marks.isFetching}
      notFoundContent={t(q === '' ? 'threat.typeMark' : 'threat.noMark')}
      options={(marks.data?.items ?? []).map((one) => ({
        value: one.id,
        label: [
          one.name || t('figurative'),
          t('labels:niceClass', { n: one.niceClass }),
          one.registrationNo,
          one.holders.map((holder) => holder.name).join('、'),
        ].join(' · '),
      }))}
    />
  );
}

/** Enters a published mark no list told of; it is compared with the own mark at once. */
export function AddThreat({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['trademark-portfolio', 'common', 'labels']);
  const { message } = App.useApp();
  const moved = useMoved();
  const [mark, setMark] = useState<string>();
  const [niceClass, setNiceClass] = useState<number>();
  const [draft, setDraft] = useState(empty);
  const save = useMutation({
    mutationFn: () =>
      api.addThreat({
        body: {
          trademarkId: mark ?? '',
          publishedNo: draft.publishedNo.trim(),
          publishedClass: niceClass ?? 0,
          publishedName: draft.publishedName.trim(),
          applicant: draft.applicant.trim() || null,
          publishedOn: draft.publishedOn,
        },
      }),
    onSuccess: () => {
      moved();
      message.success(t('threat.added'));
      onClose();
    },
  });
  const field = (name: keyof typeof empty, more: { type?: string; max?: string; maxLength?: number }) => (
    <Field label={t(`threat.field.${name}`)}>
      {(ids) => (
        <Input
          {...ids}
          {...more}
          value={draft[name]}
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const ready =
    mark !== undefined &&
    niceClass !== undefined &&
    [draft.publishedNo, draft.publishedName, draft.publishedOn].every((one) => one.trim() !== '');
  return (
    <Modal
      open
      title={t('threat.add')}
      okText={t('threat.addSave')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !ready, loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="add-use">
        <p className="soft">{t('threat.addNote')}</p>
        <Field label={t('threat.own')} help={t('threat.ownHelp')}>
          {(ids) => <OwnMark ids={ids} value={mark} onChange={setMark} />}
        </Field>
        <div className="add-use-grid">
          {field('publishedName', { maxLength: 200 })}
          {field('publishedNo', { maxLength: 20 })}
          <Field label={t('threat.field.publishedClass')}>
            {(ids) => (
              <Select
                {...ids}
                value={niceClass}
                onChange={setNiceClass}
                options={CLASSES.map((n) => ({ value: n, label: t('labels:niceClass', { n }) }))}
              />
            )}
          </Field>
          {field('publishedOn', { type: 'date', max: today() })}
        </div>
        {field('applicant', { maxLength: 200 })}
        {save.error && <ErrorBox error={save.error} />}
      </div>
    </Modal>
  );
}
