import type { ObjectionView } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorBox } from '../../../components/error-box.tsx';
import { SkeletonLines } from '../../../components/skeleton.tsx';
import { permissions } from '../../../config/permissions.ts';
import { api } from '../../../lib/api.ts';
import { can, useMe } from '../../../lib/meta.ts';
import { AnswerDialog } from '../objections/answer-dialog.tsx';
import { ObjectionList } from '../objections/objection-list.tsx';

const SHOWN = 200;

/** Objections of all lists, those to be answered first. */
export function ObjectionTab() {
  const { t, i18n } = useTranslation('publicity');
  const mayHandle = can(useMe(), permissions.handleObjections);
  const [answering, setAnswering] = useState<ObjectionView>();
  const query = useQuery({
    queryKey: ['objections', i18n.language],
    queryFn: ({ signal }) => api.listObjections({ query: { pageSize: SHOWN } }, signal),
  });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={5} />;
  return (
    <div className="panel panel-body">
      {query.data.items.length === 0 ? (
        <EmptyState title={t('noObjections')}>{t('noObjectionsText')}</EmptyState>
      ) : (
        <ObjectionList objections={query.data.items} onAnswer={mayHandle ? setAnswering : undefined} withClaim />
      )}
      {query.data.total > SHOWN && <p className="soft">{t('onlyFirst', { shown: SHOWN, total: query.data.total })}</p>}
      {answering && <AnswerDialog objection={answering} onClose={() => setAnswering(undefined)} />}
    </div>
  );
}
