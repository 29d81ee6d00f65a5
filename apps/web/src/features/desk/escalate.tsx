import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';

/** Tells heads now, instead of with the daily job. */
export function Escalate() {
  const { t } = useTranslation(['desk', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const tell = useMutation({
    mutationFn: () => api.escalateClocks({}),
    onSuccess: ({ told }) => {
      message.success(told === 0 ? t('escalate.nothing') : t('escalate.done', { n: told }));
      void queries.invalidateQueries({ queryKey: ['desk'] });
    },
    onError: (error) => message.error(describeError(error, t).title),
  });
  return (
    <Button onClick={() => tell.mutate()} loading={tell.isPending}>
      {t('escalate.button')}
    </Button>
  );
}
