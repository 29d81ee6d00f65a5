import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AsOfPicker, useAsOf } from '../../components/as-of.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { EnterEvent } from './enter-event.tsx';
import { EventTable } from './event-table.tsx';
import { RoundList } from './round-list.tsx';
import { RuleTables } from './rule-tables.tsx';
import { ScoreTable } from './score-table.tsx';
import './agency-credit.css';

/** Scores of all agencies and their people on any day, what they rest on, the rounds and the rules. */
export function Page() {
  const { t } = useTranslation('agency-credit');
  const me = useMe();
  const { asOf, setAsOf } = useAsOf();
  const [entering, setEntering] = useState(false);
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={<span>{t('meta')}</span>}
        actions={
          <>
            <AsOfPicker asOf={asOf} onChange={setAsOf} label={t('asOf')} />
            {can(me, permissions.enterCreditEvents) && (
              <Button type="primary" onClick={() => setEntering(true)}>
                {t('enter.open')}
              </Button>
            )}
          </>
        }
      />
      <PageTabs
        label={t('title')}
        tabs={[
          { key: 'agencies', label: t('tab.agencies'), render: () => <ScoreTable type="agency" /> },
          { key: 'people', label: t('tab.people'), render: () => <ScoreTable type="person" /> },
          { key: 'events', label: t('tab.events'), render: () => <EventTable /> },
          { key: 'rounds', label: t('tab.rounds'), render: () => <RoundList /> },
          { key: 'rules', label: t('tab.rules'), render: () => <RuleTables /> },
        ]}
      />
      {entering && <EnterEvent onClose={() => setEntering(false)} />}
    </div>
  );
}
