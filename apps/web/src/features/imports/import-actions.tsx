import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { permissions } from '../../config/permissions.ts';
import { api, routes, urlOf } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatExact } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import type { ImportDetail } from './import-query.ts';

type Verb = 'commit' | 'undo' | 'cancel' | 'retry';
const calls = {
  commit: api.commitImport,
  undo: api.undoImport,
  cancel: api.cancelImport,
  retry: api.retryImport,
} as const;
const needs: Record<Verb, string> = {
  commit: permissions.commitImports,
  undo: permissions.undoImports,
  cancel: permissions.createImports,
  retry: permissions.createImports,
};

/** The effect in one list, so that nobody confirms what he has not read. */
function CommitEffect({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation('imports');
  const { counts } = detail;
  const lines: ReactNode[] = [
    t('confirm.commit.new', { total: formatExact(counts.new) }),
    t('confirm.commit.changed', { total: formatExact(counts.changed) }),
  ];
  if (counts.unchanged + counts.duplicate > 0)
    lines.push(t('confirm.commit.same', { total: formatExact(counts.unchanged + counts.duplicate) }));
  if (counts.doubtful > 0) lines.push(t('confirm.commit.doubtful', { total: formatExact(counts.doubtful) }));
  if (counts.refused + counts.discarded > 0)
    lines.push(t('confirm.commit.refused', { total: formatExact(counts.refused + counts.discarded) }));
  if (counts.toReview > 0) lines.push(t('confirm.commit.review', { total: formatExact(counts.toReview) }));
  return (
    <>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={String(line)}>{line}</li>
        ))}
      </ul>
      <p className="soft">{t('confirm.commit.undoable')}</p>
    </>
  );
}

/** Buttons for what can be done with the import now; the server says what that is. */
export function ImportActions({ detail }: { detail: ImportDetail }) {
  const { t, i18n } = useTranslation(['imports', 'common']);
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const me = useMe();
  const run = useMutation({
    mutationFn: (verb: Verb) => calls[verb]({ params: { id: detail.id } }),
    onSuccess: (summary) => {
      queries.setQueryData(['import', detail.id, i18n.language], (before: ImportDetail | undefined) =>
        before ? { ...before, ...summary } : before,
      );
      void queries.invalidateQueries({ queryKey: ['import', detail.id] });
      void queries.invalidateQueries({ queryKey: ['imports'] });
    },
    onError: (error) => {
      message.error(describeError(error, t).detail ?? describeError(error, t).title);
      void queries.invalidateQueries({ queryKey: ['import', detail.id] });
    },
  });
  const has = (verb: Verb) => detail.availableActions.includes(verb) && can(me, needs[verb]);
  const confirm = (verb: Verb, content: ReactNode, danger = false) =>
    modal.confirm({
      title: t(`confirm.${verb}.title`),
      content,
      width: 480,
      icon: null,
      okText: t(`confirm.${verb}.ok`),
      cancelText: t('common:cancel'),
      okButtonProps: { danger },
      onOk: () => run.mutateAsync(verb).catch(() => undefined),
    });
  const { counts } = detail;
  return (
    <>
      {detail.availableActions.includes('download-refused') && (
        <Button href={urlOf(routes.downloadRefused, { params: { id: detail.id } })} download>
          {t('action.refused', { total: formatExact(counts.refused + counts.doubtful) })}
        </Button>
      )}
      {has('cancel') && (
        <Button onClick={() => confirm('cancel', <p>{t('confirm.cancel.text')}</p>, true)}>{t('action.cancel')}</Button>
      )}
      {has('retry') && (
        <Button type="primary" loading={run.isPending} onClick={() => run.mutate('retry')}>
          {t('action.retry')}
        </Button>
      )}
      {has('undo') && (
        <Button
          onClick={() =>
            confirm(
              'undo',
              <>
                <p>
                  {t('confirm.undo.effect', { added: formatExact(counts.new), changed: formatExact(counts.changed) })}
                </p>
                <p className="soft">{t('confirm.undo.later')}</p>
              </>,
              true,
            )
          }
        >
          {t('action.undo')}
        </Button>
      )}
      {has('commit') && (
        <Button
          type="primary"
          disabled={counts.accepted === 0}
          onClick={() => confirm('commit', <CommitEffect detail={detail} />)}
        >
          {counts.new + counts.changed > 0
            ? t('action.commit', { total: formatExact(counts.new + counts.changed) })
            : t('action.commitNothing')}
        </Button>
      )}
    </>
  );
}
