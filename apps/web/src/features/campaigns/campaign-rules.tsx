import type { CampaignDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { WhyLink } from '../../components/why-panel.tsx';

type RuleView = CampaignDetail['targetRule'];

function Rule({ label, rule }: { label: string; rule: RuleView }) {
  const { t } = useTranslation('campaigns');
  return (
    <div className="rule-view">
      <dt>{label}</dt>
      <dd>
        {rule.sentence}{' '}
        <WhyLink
          why={{
            title: label,
            steps: [{ kind: 'note', text: rule.sentence }],
            version: t('rule.version', { version: rule.version }),
            foot: <pre className="rule-source">{rule.text}</pre>,
          }}
        >
          {t('rule.source', { version: rule.version })}
        </WhyLink>
      </dd>
    </div>
  );
}

/** The rules of a campaign as sentences; the text behind each is one press away. */
export function CampaignRules({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation('campaigns');
  return (
    <Section
      title={t('rule.title')}
      extra={
        campaign.mayEdit &&
        campaign.state !== 'closed' && (
          <Link className="link no-print" to={`/cultivation/campaigns/${campaign.id}/rule`}>
            {t('rule.change')}
          </Link>
        )
      }
    >
      <dl className="rule-views">
        <Rule label={t('rule.target')} rule={campaign.targetRule} />
        <Rule label={t('rule.success')} rule={campaign.successRule} />
        {campaign.revertRule && <Rule label={t('rule.revert')} rule={campaign.revertRule} />}
      </dl>
      {campaign.steps.length > 0 && (
        <>
          <h3 className="steps-title">{t('steps')}</h3>
          <ol className="campaign-steps">
            {campaign.steps.map((step) => (
              <li key={step.code}>
                <b>{step.label}</b>
                {step.text}
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}
