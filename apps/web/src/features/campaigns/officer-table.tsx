import type { CampaignDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { NumberLink } from '../../components/number-link.tsx';
import { Section } from '../../components/section.tsx';
import { formatShare } from '../../lib/format.ts';
import { counting, worklistHref } from './campaign-row.tsx';

/** Who has how many targets, and how far they are. */
export function OfficerTable({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  if (campaign.byOfficer.length === 0) return null;
  return (
    <Section title={t('officer.title')} note={t('officer.note')} flush>
      <div className="plain-table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('officer.name')}</th>
              <th className="r">{t('figure.targets')}</th>
              <th className="r">{t('figure.contacted')}</th>
              <th className="r">{t('figure.succeeded')}</th>
              <th className="r">{t('cultivation:share')}</th>
              <th className="r">{t('cultivation:overdue')}</th>
            </tr>
          </thead>
          <tbody>
            {campaign.byOfficer.map((officer) => {
              const who = officer.accountId ?? 'none';
              const cell = (value: number, query: string, label: string, tone?: 'late') => (
                <td className="r">
                  <NumberLink
                    value={value}
                    href={value > 0 ? worklistHref(campaign.id, `assignee=${who}${query}`) : undefined}
                    label={`${officer.name} ${label}`}
                    exact
                    {...(tone && value > 0 ? { tone } : {})}
                  />
                </td>
              );
              return (
                <tr key={who}>
                  <td className={officer.accountId ? undefined : 'muted'}>
                    {officer.accountId ? officer.name : t('cultivation:unassigned')}
                  </td>
                  {cell(officer.targets, `&${counting}`, t('figure.targets'))}
                  {cell(officer.contacted, '&contacted=true', t('figure.contacted'))}
                  {cell(officer.succeeded, '&state=succeeded', t('figure.succeeded'))}
                  <td className="r">
                    {officer.targets === 0 ? '—' : formatShare(officer.succeeded / officer.targets)}
                  </td>
                  {cell(officer.overdue, '&overdue=true', t('cultivation:overdue'), 'late')}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
