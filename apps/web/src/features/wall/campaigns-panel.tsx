import type { CampaignSummary } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Gauge } from '../../components/gauge.tsx';
import { formatExact } from '../../lib/format.ts';

/** Running campaigns: how many subjects, how many were reached, what the registers show of it. */
export function CampaignsPanel({ campaigns }: { campaigns: readonly CampaignSummary[] }) {
  const { t } = useTranslation(['wall', 'plan']);
  return (
    <table className="wall-table campaigns">
      <thead>
        <tr>
          <th scope="col">{t('plan:clause')}</th>
          <th scope="col">{t('campaign')}</th>
          <th scope="col">
            <span className="sr-only">{t('plan:progress')}</span>
          </th>
          <th scope="col" className="right">
            {t('targets')}
          </th>
          <th scope="col" className="right">
            {t('contacted')}
          </th>
          <th scope="col" className="right">
            {t('succeeded')}
          </th>
          <th scope="col" className="right">
            {t('reverted')}
          </th>
        </tr>
      </thead>
      <tbody>
        {campaigns.map((campaign) => (
          <tr key={campaign.id}>
            <td className="wall-clause">{campaign.clause}</td>
            <th scope="row">
              <Link to={`/cultivation/campaigns/${campaign.id}`}>{campaign.title}</Link>
            </th>
            <td className="wall-gauge">
              <Gauge
                value={campaign.succeeded}
                target={campaign.goal ?? undefined}
                max={Math.max(1, campaign.targets, campaign.goal ?? 0)}
                tone="good"
              />
            </td>
            <td className="right">{formatExact(campaign.targets)}</td>
            <td className="right">{formatExact(campaign.contacted)}</td>
            <td className="right good">{formatExact(campaign.succeeded)}</td>
            <td className="right">{formatExact(campaign.reverted)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
