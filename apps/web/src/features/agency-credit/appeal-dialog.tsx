import type { CreditLine } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { creditKeys, type Evaluation } from './credit-query.ts';
import { TraceLines } from './trace-lines.tsx';

interface AppealDialogProps {
  readonly kind: 'object' | 'repair';
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}

/** Events one can object to, or ask to have repaired. */
function linesFor(kind: AppealDialogProps['kind'], evaluation: Evaluation): readonly CreditLine[] {
  if (kind === 'object')
    return evaluation.preliminaryLines.filter((line) => line.standing === 'counts' || line.standing === 'capped');
  return (evaluation.finalLines ?? []).filter((line) => line.repairable && line.counted < 0);
}

/** Objects to a result or asks for repair: which events, and why. */
export function AppealDialog({ kind, evaluation, onClose }: AppealDialogProps) {
  const { t } = useTranslation(['agency-credit', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const lines = linesFor(kind, evaluation);
  const send = useMutation({
    mutationFn: () => {
      const input = { params: { id: evaluation.id }, body: { text: text.trim(), eventIds: [...ids] } };
      return kind === 'object' ? api.objectToCredit(input) : api.requestCreditRepair(input);
    },
    onSuccess: () => {
      message.success(t(`appeal.${kind}.done`));
      for (const queryKey of [...creditKeys, ['procedures'], ['file']]) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const toggle = (id: string) => setIds((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id]));
  const ready = text.trim().length >= 10 && (kind === 'object' || ids.length > 0);
  return (
    <Modal
      open
      onCancel={onClose}
      title={t(`appeal.${kind}.title`)}
      footer={null}
      width={720}
      mask={{ closable: false }}
    >
      <p className="soft">{t(`appeal.${kind}.lead`, { until: evaluation.objectUntil ?? '—' })}</p>
      <div className="appeal-lines">
        <TraceLines lines={lines} choice={{ ids, toggle }} />
      </div>
      <Field label={t('appeal.text')} help={t('appeal.textHelp')}>
        {(field) => (
          <Input.TextArea {...field} rows={4} maxLength={4000} value={text} onChange={(e) => setText(e.target.value)} />
        )}
      </Field>
      {send.error && <ErrorBox error={send.error} />}
      <div className="row dialog-foot">
        <Button type="primary" disabled={!ready} loading={send.isPending} onClick={() => send.mutate()}>
          {t(`appeal.${kind}.ok`)}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
