import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { paperHref, useMoved } from './papers-query.ts';

/** Begins a paper and goes to it; a refusal is told where the person stands. */
export function useBegin(caseId: string) {
  const { t } = useTranslation(['case-papers', 'common']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const moved = useMoved();
  return useMutation({
    mutationFn: (order: { form: string; corrects?: string | null }) =>
      api.beginCasePaper({ params: { id: caseId }, body: order }),
    onSuccess: ({ id }) => {
      moved();
      navigate(paperHref(caseId, id));
    },
    onError: (error) => {
      const text = describeError(error, t);
      message.error(text.detail ?? text.title);
    },
  });
}
