import type { CampaignDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { NumberLink } from '../../components/number-link.tsx';
import { Section } from '../../components/section.tsx';
import { formatShare } from '../../lib/format.ts';

/** From everyone on the list to those that are done; each step opens its rows. */
export function Funnel({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const first = campaign.funnel[0]?.count ?? 0;
  // More may have left than are on the list now; the bars then shrink to it.
  const end = Math.max(1, ...campaign.funnel.map((step) => step.count));
  if (campaign.funnel.length === 0) return null;
  return (
    <Section title={t('funnel.title')} note={t('funnel.note')}>
      <ol className="funnel">
        {campaign.funnel.map((step) => (
          <li key={step.code} className={step.code}>
            <span>{step.label}</span>
            <div className="funnel-track" aria-hidden="true">
              {step.count > 0 && <i style={{ width: `${(step.count / end) * 100}%` }} />}
            </div>
            <b>
              <NumberLink value={step.count} href={step.count > 0 ? step.href : undefined} label={step.label} exact />
            </b>
            <small>{first === 0 || step.code === 'left' ? '' : formatShare(step.count / first)}</small>
          </li>
        ))}
      </ol>
    </Section>
  );
}
