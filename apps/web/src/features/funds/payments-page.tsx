import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { AccountDrawer } from './account-drawer.tsx';
import { BatchDrawer } from './batch-drawer.tsx';
import { BatchTab } from './batch-tab.tsx';
import { payablesQuery } from './fund-query.ts';
import { LegacyTab } from './legacy-tab.tsx';
import { ReceivableDrawer } from './receivable-drawer.tsx';
import { ReceivableTab } from './receivable-tab.tsx';
import { ResultTab } from './result-tab.tsx';
import { useAddress } from './use-address.ts';
import { WaitingTab } from './waiting-tab.tsx';
import './funds.css';

/** From what is released to what came back: waiting, batches, results, debts, and what was paid before this system. */
export function Page() {
  const { t, i18n } = useTranslation(['funds', 'shell']);
  const me = useMe();
  const address = useAddress();
  const standing = useQuery(payablesQuery({ pageSize: 1 }, i18n.language)).data?.standing;
  const count = (state: string) => standing?.find((one) => one.state === state)?.count;
  const [waiting, failed] = [count('waiting'), count('failed') ?? 0];
  const [account, batch, debt] = [address.get('account'), address.get('batch'), address.get('debt')];
  const tabs = [
    {
      key: 'waiting',
      label: t('tab.waiting'),
      ...(waiting === undefined ? {} : { count: waiting }),
      render: () => <WaitingTab />,
    },
    { key: 'batches', label: t('tab.batches'), render: () => <BatchTab /> },
    {
      key: 'results',
      label: failed === 0 ? t('tab.results') : t('tab.resultsFailed', { n: failed }),
      render: () => <ResultTab />,
    },
    ...(can(me, permissions.readReceivables)
      ? [{ key: 'debts', label: t('tab.debts'), render: () => <ReceivableTab /> }]
      : []),
    { key: 'legacy', label: t('tab.legacy'), render: () => <LegacyTab /> },
  ];
  return (
    <div className="page">
      <PageHeader
        title={t('paymentsTitle')}
        crumbs={[{ label: t('shell:chapter.incentives') }]}
        meta={t('paymentsMeta')}
      />
      <PageTabs tabs={tabs} label={t('paymentsTitle')} />
      {account && <AccountDrawer partyId={account} onClose={() => address.set({ account: undefined })} />}
      {batch && <BatchDrawer id={batch} onClose={() => address.set({ batch: undefined })} />}
      {debt && <ReceivableDrawer id={debt} onClose={() => address.set({ debt: undefined })} />}
    </div>
  );
}
