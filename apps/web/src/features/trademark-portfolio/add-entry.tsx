import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { makeId } from '../../lib/make-id.ts';
import { useMoved } from './life-query.ts';

const FEN = 100;
const empty = { text: '', from: '', until: '', region: '', yuan: '' };

/** A statement under an item: what, when, where, how much. Its proofs follow. */
export function AddEntry({ fileId, item, onDone }: { fileId: string; item: string; onDone: () => void }) {
  const { t } = useTranslation(['trademark-portfolio', 'common']);
  const [id] = useState(makeId);
  const [draft, setDraft] = useState(empty);
  const moved = useMoved();
  const set = (part: Partial<typeof empty>) => setDraft((before) => ({ ...before, ...part }));
  const amount = draft.yuan.trim() === '' ? null : Math.round(Number(draft.yuan) * FEN);
  const save = useMutation({
    mutationFn: () =>
      api.addWellKnownEntry({
        params: { id: fileId },
        body: {
          id,
          item,
          text: draft.text.trim(),
          from: draft.from || null,
          until: draft.until || null,
          region: draft.region.trim() || null,
          amountFen: amount,
        },
      }),
    onSuccess: () => {
      moved();
      onDone();
    },
  });
  const field = (name: keyof typeof empty, more: { type?: string; inputMode?: 'decimal' } = {}) => (
    <Field label={t(`material.field.${name}`)}>
      {(ids) => (
        <Input
          {...ids}
          {...more}
          value={draft[name]}
          maxLength={1000}
          onChange={(e) => set({ [name]: e.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="add-use">
      {field('text')}
      <div className="add-use-grid">
        {field('from', { type: 'date' })}
        {field('until', { type: 'date' })}
        {field('region')}
        {field('yuan', { inputMode: 'decimal' })}
      </div>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row">
        <Button
          type="primary"
          disabled={draft.text.trim().length < 2 || (amount !== null && !Number.isFinite(amount))}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('material.save')}
        </Button>
        <Button onClick={onDone}>{t('common:cancel')}</Button>
      </div>
    </div>
  );
}
