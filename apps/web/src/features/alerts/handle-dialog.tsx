import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';

export type HandleWay = 'done' | 'later' | 'undo';

const LATER_BY_DAYS = 14;

/** Asks why, and for putting off until when; then writes it for all of the chosen alerts at once. */
export function HandleDialog({
  keys,
  way,
  onClose,
  onDone,
}: {
  keys: readonly string[];
  way: HandleWay;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation(['alerts', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [until, setUntil] = useState(dayjs().add(LATER_BY_DAYS, 'day'));
  const total = formatExact(keys.length);
  const handle = useMutation({
    mutationFn: () =>
      api.handleAlert({
        body: {
          keys: [...keys],
          undo: way === 'undo',
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          ...(way === 'later' ? { until: until.format('YYYY-MM-DD') } : {}),
        },
      }),
    onSuccess: () => {
      message.success(t(`handle.${way}.success`, { total }));
      void queries.invalidateQueries({ queryKey: ['alerts'] });
      void queries.invalidateQueries({ queryKey: ['alert-digest'] });
      onDone();
    },
  });
  return (
    <Modal open onCancel={onClose} width={460} footer={null} title={t(`handle.${way}.title`, { total })}>
      <p className="soft">{t(`handle.${way}.text`)}</p>
      {way === 'later' && (
        <div className="alert-until">
          <span>{t('handle.until')}</span>
          <DatePicker
            value={until}
            onChange={(day) => day?.isValid() && setUntil(day)}
            minDate={dayjs()}
            allowClear={false}
            aria-label={t('handle.until')}
          />
        </div>
      )}
      {way !== 'undo' && (
        <Input.TextArea
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 5 }}
          placeholder={t('handle.note')}
          aria-label={t('handle.note')}
        />
      )}
      {handle.error && <ErrorBox error={handle.error} />}
      <div className="row alert-foot">
        <Button type="primary" loading={handle.isPending} onClick={() => handle.mutate()}>
          {t(`handle.${way}.ok`)}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
