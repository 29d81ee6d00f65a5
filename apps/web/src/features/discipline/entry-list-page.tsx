import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { listsQuery } from './discipline-query.ts';
import { EffectMatrix } from './effect-matrix.tsx';
import { EntryTable } from './entry-table.tsx';
import { ProposeEntry } from './propose-entry.tsx';
import './discipline.css';

/** Who stands on which list until when, and what each list brings with it. */
export function Page() {
  const { t, i18n } = useTranslation('discipline');
  const me = useMe();
  const [proposing, setProposing] = useState(false);
  const lists = useQuery(listsQuery(i18n.language));
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={<span>{t('meta')}</span>}
        actions={
          can(me, permissions.proposeDiscipline) && (
            <Button type="primary" onClick={() => setProposing(true)}>
              {t('propose.open')}
            </Button>
          )
        }
      />
      <PageTabs
        label={t('title')}
        tabs={[
          { key: 'entries', label: t('tab.entries'), render: () => <EntryTable lists={lists.data} /> },
          { key: 'effects', label: t('tab.effects'), render: () => <EffectMatrix query={lists} /> },
        ]}
      />
      {proposing && <ProposeEntry lists={lists.data?.items ?? []} onClose={() => setProposing(false)} />}
    </div>
  );
}
