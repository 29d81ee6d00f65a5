import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { routes, urlOf } from '../../lib/api.ts';
import { sendFile } from '../../lib/send-form.ts';

const SHORTEST = 4;

/** Says how an order was followed, with a PDF or photo as proof. */
export function AnswerOrder({ id }: { id: string }) {
  const { t } = useTranslation('inspections');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [proof, setProof] = useState<File>();
  const send = useMutation({
    mutationFn: () =>
      sendFile(urlOf(routes.answerCorrection, { params: { id } }), proof as File, { text: text.trim() }),
    onSuccess: () => {
      setText('');
      setProof(undefined);
      void queries.invalidateQueries({ queryKey: ['own-inspections'] });
      void message.success(t('own.sent'));
    },
  });
  return (
    <form
      className="insp-answer"
      onSubmit={(event) => {
        event.preventDefault();
        if (proof !== undefined && text.trim().length >= SHORTEST) send.mutate();
      }}
    >
      <Field label={t('own.how')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 3, maxRows: 8 }}
            value={text}
            maxLength={2000}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('own.proof')} help={t('own.proofHelp')}>
        {(ids) => (
          <>
            <Button onClick={() => document.getElementById(ids.id)?.click()}>{t('own.choose')}</Button>
            <input
              id={ids.id}
              type="file"
              tabIndex={-1}
              className="sr-only"
              accept="application/pdf,image/jpeg,image/png,image/webp"
              onChange={(event) => {
                setProof(event.target.files?.[0] ?? proof);
                event.target.value = '';
              }}
            />
          </>
        )}
      </Field>
      {proof && <p className="muted">{proof.name}</p>}
      {send.error && <ErrorBox error={send.error} />}
      <Button
        type="primary"
        htmlType="submit"
        disabled={proof === undefined || text.trim().length < SHORTEST}
        loading={send.isPending}
      >
        {t('own.send')}
      </Button>
    </form>
  );
}
