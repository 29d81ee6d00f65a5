import type { PaymentResultView } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Money } from '../../components/money.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { sendFile } from '../../lib/send-form.ts';

/** What an answer would do, or why it cannot. */
function Preview({ result, onDone }: { result: PaymentResultView; onDone: () => void }) {
  const { t } = useTranslation(['funds', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const apply = useMutation({
    mutationFn: () => api.applyResult({ params: { id: result.id } }),
    onSuccess: () => {
      message.success(t('result.done'));
      onDone();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['funds'] }),
  });
  if (!result.applicable)
    return (
      <div className="stack" role="alert">
        <b>{t('result.refused', { file: result.fileName, count: result.problems.length })}</b>
        <ul className="fund-problems">
          {result.problems.map((problem) => (
            <li key={`${problem.code}-${problem.line}-${problem.text}`}>{problem.text}</li>
          ))}
        </ul>
        <p className="soft">{t('result.refusedText')}</p>
      </div>
    );
  return (
    <div className="stack">
      <div className="fund-fits">
        <b>{result.fileName}</b>
        <div className="fund-sum">
          {t('result.willPay', { count: result.paidCount })} <Money fen={result.paidFen} unit />
        </div>
        {result.failedCount > 0 && (
          <div className="fund-sum">
            {t('result.willFail', { count: result.failedCount })} <Money fen={result.failedFen} unit />
          </div>
        )}
        <div>{result.openCount === 0 ? t('result.allAnswered') : t('result.open', { count: result.openCount })}</div>
      </div>
      {apply.error && <ErrorBox error={apply.error} />}
      <div className="row">
        <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate()}>
          {t('result.apply')}
        </Button>
        <Button onClick={onDone}>{t('common:cancel')}</Button>
      </div>
    </div>
  );
}

/** Hands an answer of the treasury in, shows what it would do, and books it. */
export function ResultUpload({ batchId }: { batchId: string }) {
  const { t } = useTranslation('funds');
  const [result, setResult] = useState<PaymentResultView>();
  const upload = useMutation({
    mutationFn: (file: File) =>
      sendFile<PaymentResultView>(urlOf(routes.uploadResult, { params: { id: batchId } }), file, {}),
    onMutate: () => setResult(undefined),
    onSuccess: setResult,
  });
  return (
    <div className="stack">
      <Upload.Dragger
        accept=".csv,.xlsx,.xls,.txt"
        maxCount={1}
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={(file) => {
          upload.mutate(file);
          return false;
        }}
      >
        <b>{t(upload.isPending ? 'result.reading' : 'result.upload')}</b>
        <p className="muted">{t('result.uploadText')}</p>
      </Upload.Dragger>
      {upload.error && <ErrorBox error={upload.error} />}
      {result && <Preview key={result.id} result={result} onDone={() => setResult(undefined)} />}
    </div>
  );
}
