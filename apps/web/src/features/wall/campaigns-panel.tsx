import type { CampaignSummary } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { Gauge } from '../../components/gauge.tsx';
import { formatExact } from '../../lib/format.ts';

/** Running campaigns: how many subjects, how many were reached, what the registers show of it. */
export function CampaignsPanel({ campaigns }: { campaigns: readonly CampaignSummary[] }) {
  const { t } = useTranslation(['wall', 'plan']);
  return (
    <table className="wall-table campaigns">
      <ColumnHeads
        heads={[
          t('plan:clause'),
          t('campaign'),
          { heard: t('plan:progress') },
          { right: t('targets') },
          { right: t('contacted') },
          { right: t('succeeded') },
          { right: t('reverted') },
        ]}
      />
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
