import type { CampaignDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Figures } from '../../components/figures.tsx';
import { formatExact, formatShare } from '../../lib/format.ts';
import { counting, worklistHref } from './campaign-row.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { useUnit } from './use-unit.ts';

/** The headline of a campaign. Done and reverted are said to come from imports, where they are shown. */
export function CampaignFigures({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const unit = useUnit(campaign.subject);
  const list = (query: string) => worklistHref(campaign.id, query);
  const share = (part: number) => formatShare(campaign.targets === 0 ? 0 : part / campaign.targets);
  return (
    <>
      <Figures
        items={[
          {
            key: 'targets',
            label: t('figure.targets'),
            definition: t('figure.targetsHelp'),
            value: campaign.targets,
            unit,
            href: list(counting),
            note: t('figure.targetsNote', {
              baseline: formatExact(campaign.baseline),
              late: formatExact(campaign.late),
              left: formatExact(campaign.left),
            }),
          },
          {
            key: 'contacted',
            label: t('figure.contacted'),
            value: campaign.contacted,
            unit,
            href: list('contacted=true'),
            note: share(campaign.contacted),
          },
          {
            key: 'succeeded',
            label: t('figure.succeeded'),
            definition: t('cultivation:byImport'),
            value: campaign.succeeded,
            unit,
            href: list('state=succeeded'),
            tone: 'good',
            note:
              campaign.goal === null
                ? share(campaign.succeeded)
                : t('figure.ofGoal', { share: share(campaign.succeeded), goal: formatExact(campaign.goal) }),
          },
          {
            key: 'reverted',
            label: t('figure.reverted'),
            definition: t('cultivation:targetStateHelp.reverted'),
            value: campaign.reverted,
            unit,
            href: list('state=reverted'),
            ...(campaign.reverted > 0 ? { tone: 'late' as const } : {}),
            note: t('figure.revertedNote'),
          },
        ]}
      />
      <div className="campaign-bar">
        <ProgressBar of={campaign} big />
        <p className="by-import">{t('cultivation:byImport')}</p>
      </div>
    </>
  );
}
