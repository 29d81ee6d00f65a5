import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { matterBase } from './coordination-query.ts';

/** Begins the chain of a matter. */
export function NewMatter({ caseId, onClose }: { caseId: string | null; onClose: () => void }) {
  const { t } = useTranslation(['coordination', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [holderName, setHolder] = useState('');
  const [rightNumber, setRight] = useState('');
  const [note, setNote] = useState('');
  const save = useMutation({
    mutationFn: () =>
      api.createMatter({
        body: {
          title: title.trim(),
          holderName: holderName.trim(),
          partyId: null,
          rightKind: null,
          rightNumber: rightNumber.trim() || null,
          note: note.trim() || null,
          caseId,
        },
      }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['matter'] });
      navigate(`${matterBase}/${id}`);
    },
  });
  const text = (label: string, value: string, onChange: (next: string) => void, max: number) => (
    <Field label={label}>
      {(ids) => <Input {...ids} value={value} maxLength={max} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
  return (
    <Drawer open onClose={onClose} title={t('matter.new')} size="large">
      <p className="soft">{t(caseId === null ? 'matter.newText' : 'matter.fromCase')}</p>
      {text(t('matter.title'), title, setTitle, 200)}
      {text(t('matter.holder'), holderName, setHolder, 200)}
      {text(t('matter.right'), rightNumber, setRight, 60)}
      <Field label={t('matter.note')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={note}
            maxLength={2000}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={title.trim().length < 4 || holderName.trim() === ''}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('matter.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
