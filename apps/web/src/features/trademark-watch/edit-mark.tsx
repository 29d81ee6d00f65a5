import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { type Mark, markKeys } from './watch-query.ts';

const SENSITIVITIES = ['strict', 'usual', 'wide'] as const;
const CLASSES = Array.from({ length: 45 }, (_, at) => ({ value: at + 1, label: String(at + 1) }));
const TEXTS = ['goods', 'contactName', 'contactPhone', 'region'] as const;

/** What is said of a mark, and how closely the watch looks. */
export function EditMark({ mark, onClose }: { mark: Mark; onClose: () => void }) {
  const { t } = useTranslation(['trademark-watch', 'common']);
  const queries = useQueryClient();
  const [draft, setDraft] = useState({
    goods: mark.goods ?? '',
    contactName: mark.contactName ?? '',
    contactPhone: mark.contactPhone ?? '',
    region: mark.region ?? '',
    sensitivity: mark.sensitivity,
    watchClasses: mark.watchClasses,
    paused: mark.paused,
  });
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => api.saveProtectedMark({ params: { id: mark.id }, body: draft }),
    onSuccess: () => {
      for (const queryKey of markKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Drawer open onClose={onClose} title={t('mark.edit')} size="large">
      {TEXTS.map((name) => (
        <Field key={name} label={t(`nominate.${name}`)}>
          {(ids) => (
            <Input
              {...ids}
              value={draft[name]}
              maxLength={300}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label={t('rule.sensitivity')} help={t('rule.sensitivityHelp')}>
        {(ids) => (
          <Select
            {...ids}
            style={{ width: '100%' }}
            value={draft.sensitivity}
            onChange={(sensitivity) => set({ sensitivity })}
            options={SENSITIVITIES.map((value) => ({ value, label: t(`sensitivity.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('rule.classes')} help={t('rule.classesHelp')}>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            style={{ width: '100%' }}
            value={draft.watchClasses}
            onChange={(watchClasses) => set({ watchClasses })}
            options={CLASSES}
          />
        )}
      </Field>
      <Checkbox checked={draft.paused} onChange={(event) => set({ paused: event.target.checked })}>
        {t('rule.pause')}
      </Checkbox>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          {t('common:save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
