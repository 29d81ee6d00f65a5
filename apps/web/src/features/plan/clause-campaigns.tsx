import type { RouteOutput, routes } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Gauge } from '../../components/gauge.tsx';
import { Section } from '../../components/section.tsx';
import { formatExact } from '../../lib/format.ts';

export type ClauseDetail = RouteOutput<typeof routes.getClause>;

/** The campaigns that serve a clause, each with what the registers show of it. */
export function ClauseCampaigns({ campaigns }: { campaigns: ClauseDetail['campaigns'] }) {
  const { t } = useTranslation('plan');
  return (
    <aside>
      <Section
        title={t('campaigns')}
        note={t('campaignsNote', { count: campaigns.length })}
        extra={
          <Link className="link" to="/cultivation/campaigns">
            {t('campaignOpen')}
          </Link>
        }
      >
        <ul className="clause-campaigns">
          {campaigns.map((campaign) => (
            <li key={campaign.id}>
              <Link to={campaign.href}>
                <b>{campaign.title}</b>
                <Gauge value={campaign.succeeded} max={Math.max(1, campaign.targets)} />
                <small>
                  {t('campaignProgress', {
                    succeeded: formatExact(campaign.succeeded),
                    targets: formatExact(campaign.targets),
                  })}
                </small>
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </aside>
  );
}
