import type { CampaignDetail } from '@jince/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { formatDay } from '../../lib/format.ts';

const SHOWN = 8;

/** What was done with a campaign and what the registers brought, newest first. */
export function CampaignHistory({ history }: Pick<CampaignDetail, 'history'>) {
  const { t } = useTranslation('campaigns');
  const [all, setAll] = useState(false);
  return (
    <Section title={t('history.title')}>
      {history.length === 0 && <p className="soft">{t('history.none')}</p>}
      <Timeline
        entries={history.slice(0, all ? undefined : SHOWN).map((entry, index) => ({
          key: `${entry.at}${index}`,
          on: formatDay(entry.at),
          title: entry.text,
          text: entry.actor,
        }))}
      />
      {!all && history.length > SHOWN && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('history.all', { total: history.length })}
        </button>
      )}
    </Section>
  );
}
