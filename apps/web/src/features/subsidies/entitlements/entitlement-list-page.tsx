import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MetaItem, PageHeader } from '../../../components/page-header.tsx';
import { PageTabs } from '../../../components/page-tabs.tsx';
import { permissions } from '../../../config/permissions.ts';
import { api } from '../../../lib/api.ts';
import { describeError } from '../../../lib/describe-error.ts';
import { formatMoment } from '../../../lib/format.ts';
import { useListState } from '../../../lib/list-state.ts';
import { can, useMe } from '../../../lib/meta.ts';
import { EntitlementList } from './entitlement-list.tsx';
import { useEntitlements } from './entitlement-query.ts';
import { NearSteps } from './near-steps.tsx';
import '../subsidies.css';

const filters = ['q', 'policy', 'item', 'town', 'state', 'party'];

/** Looks over the district anew; done once the list says it was looked over at another moment. */
function useLookAgain(refreshedAt: string | null | undefined) {
  const { t } = useTranslation(['entitlements', 'common']);
  const { message } = App.useApp();
  const [before, setBefore] = useState<string | null>();
  const waiting = before !== undefined;
  const refresh = useMutation({
    mutationFn: () => api.refreshEntitlements({ body: {} }),
    onSuccess: () => {
      setBefore(refreshedAt ?? null);
      message.info(t('refresh.started'));
    },
    onError: (error) => message.error(describeError(error, t).title),
  });
  useEffect(() => {
    if (before === undefined || refreshedAt === undefined || refreshedAt === before) return;
    setBefore(undefined);
    message.success(t('refresh.done'));
  }, [before, refreshedAt, message, t]);
  return { waiting: waiting || refresh.isPending, start: () => refresh.mutate() };
}

/** What the system found enterprises to be entitled to, with sums; and what one of them lacks for more. */
export function Page() {
  const { t } = useTranslation(['entitlements', 'shell']);
  const me = useMe();
  const state = useListState({ filters, sort: '-amountFen' });
  const [asking, setAsking] = useState(false);
  const query = useEntitlements(state, asking);
  const { refreshedAt, factsAsOf } = query.data ?? {};
  const look = useLookAgain(refreshedAt);
  useEffect(() => setAsking(look.waiting), [look.waiting]);
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={
          <>
            <span>{t('intro')}</span>
            {factsAsOf && <MetaItem label={t('factsAsOf')}>{factsAsOf}</MetaItem>}
            {refreshedAt && <MetaItem label={t('refreshedAt')}>{formatMoment(refreshedAt)}</MetaItem>}
          </>
        }
        actions={
          can(me, permissions.refreshEntitlements) && (
            <Button loading={look.waiting} onClick={look.start}>
              {t('refresh.open')}
            </Button>
          )
        }
      />
      <PageTabs
        label={t('title')}
        tabs={[
          { key: 'list', label: t('tab.list'), render: () => <EntitlementList state={state} query={query} /> },
          { key: 'near', label: t('tab.near'), render: () => <NearSteps state={state} /> },
        ]}
      />
    </div>
  );
}
