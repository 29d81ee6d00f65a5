import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import type { SignalDetail, Verdict } from './signal-query.ts';

interface Said {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly filings?: readonly string[] | undefined;
}

/** Says and takes back judgements of a signal, and refreshes what shows them. */
export function useJudge(signal: SignalDetail) {
  const { t } = useTranslation(['filing-signals', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const refresh = () => {
    for (const key of ['signal', 'signals', 'signal-learning', 'patent', 'patents'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
  const onError = (error: unknown) => {
    const text = describeError(error, t);
    message.error(text.detail ?? text.title);
    refresh();
  };
  const judge = useMutation({
    mutationFn: ({ verdict, reason, filings }: Said) =>
      api.judgeSignal({
        params: { id: signal.id },
        body: {
          verdict,
          reason,
          seen: signal.evidenceHash,
          ...(filings === undefined ? {} : { filings: [...filings] }),
        },
      }),
    onSuccess: ({ held }, { verdict }) => {
      refresh();
      message.success(held > 0 ? t('said.held', { count: held }) : t(`said.${verdict}`));
    },
    onError,
  });
  const withdraw = useMutation({
    mutationFn: (reason: string) => api.withdrawSignalJudgement({ params: { id: signal.id }, body: { reason } }),
    onSuccess: () => {
      refresh();
      message.success(t('said.withdrawn'));
    },
    onError,
  });
  return { judge, withdraw };
}
