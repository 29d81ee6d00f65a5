import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input, Modal, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Caution } from '../../components/caution.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { type CreditEvent, creditKeys } from './credit-query.ts';

/** An event ends early: a court set it aside, or it was entered by mistake. */
export function EndEvent({ event, onClose }: { event: CreditEvent; onClose: () => void }) {
  const { t } = useTranslation(['agency-credit', 'common']);
  const queries = useQueryClient();
  const own = event.origin === 'officer';
  const [how, setHow] = useState<'revoke' | 'withdraw'>('revoke');
  const [on, setOn] = useState(today());
  const [text, setText] = useState('');
  const save = useMutation({
    mutationFn: () =>
      how === 'revoke'
        ? api.revokeCreditEvent({ params: { id: event.id }, body: { on, basis: text.trim() } })
        : api.withdrawCreditEvent({ params: { id: event.id }, body: { reason: text.trim() } }),
    onSuccess: () => {
      for (const queryKey of creditKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} title={t('end.title')} footer={null} width={520}>
      <p className="soft">
        {event.name} · {event.sortLabel} · {event.on}
      </p>
      <Radio.Group value={how} onChange={(e) => setHow(e.target.value as 'revoke' | 'withdraw')}>
        <Radio value="revoke">{t('end.revoke')}</Radio>
        <Radio value="withdraw" disabled={!own}>
          {t('end.withdraw')}
        </Radio>
      </Radio.Group>
      <Caution>{t(`end.${how}Text`)}</Caution>
      {how === 'revoke' && (
        <Field label={t('end.on')}>
          {(ids) => (
            <DatePicker
              {...ids}
              value={dayjs(on)}
              allowClear={false}
              onChange={(day) => setOn(day?.format('YYYY-MM-DD') ?? today())}
            />
          )}
        </Field>
      )}
      <Field label={t(how === 'revoke' ? 'end.basis' : 'end.reason')}>
        {(ids) => (
          <Input.TextArea {...ids} rows={3} maxLength={300} value={text} onChange={(e) => setText(e.target.value)} />
        )}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" disabled={text.trim().length < 2} loading={save.isPending} onClick={() => save.mutate()}>
          {t('end.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
