import type { ObjectionView } from '@jince/contract';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../../components/error-box.tsx';
import { api } from '../../../lib/api.ts';
import { useObjectionChange } from './use-objection-change.ts';

const SHORTEST = 4;

/** Answers an objection: dismissed, publicity goes on; upheld, the claim goes back to decision. */
export function AnswerDialog({ objection, onClose }: { objection: ObjectionView; onClose: () => void }) {
  const { t } = useTranslation(['objections', 'common']);
  const { message } = App.useApp();
  const [upheld, setUpheld] = useState<boolean>();
  const [answer, setAnswer] = useState('');
  const changed = useObjectionChange();
  const send = useMutation({
    mutationFn: (verdict: boolean) =>
      api.answerObjection({ params: { id: objection.id }, body: { upheld: verdict, answer: answer.trim() } }),
    onSuccess: () => {
      message.success(t('answerDone'));
      changed();
      onClose();
    },
  });
  const ready = upheld !== undefined && answer.trim().length >= SHORTEST;
  return (
    <Modal open onCancel={onClose} footer={null} title={t('answerTitle')} mask={{ closable: false }}>
      <div className="stack-tight">
        <p className="soft">
          {objection.claimNumber} {objection.partyName}
        </p>
        <blockquote className="quoted">{objection.text}</blockquote>
        <Radio.Group
          className="verdicts"
          value={upheld}
          onChange={(event) => setUpheld(event.target.value as boolean)}
          aria-label={t('verdict')}
        >
          <Radio value={false}>
            {t('dismiss')}
            <small>{t('dismissText')}</small>
          </Radio>
          <Radio value={true}>
            {t('uphold')}
            <small>{t('upholdText')}</small>
          </Radio>
        </Radio.Group>
        <Input.TextArea
          value={answer}
          maxLength={4000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          placeholder={t('answerHint')}
          aria-label={t('answerHint')}
          onChange={(event) => setAnswer(event.target.value)}
        />
        {send.error && <ErrorBox error={send.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={!ready}
            loading={send.isPending}
            onClick={() => upheld !== undefined && send.mutate(upheld)}
          >
            {t('answerRun')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}
