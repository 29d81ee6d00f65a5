import type { CampaignSummary } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { NumberLink } from '../../components/number-link.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { daysBetween, formatExact, formatShare, today } from '../../lib/format.ts';
import { toneOf } from '../../lib/tones.ts';
import { ProgressBar } from './progress-bar.tsx';

/** Targets that count: all but those that have left. */
export const counting = 'state=open,contacted,in-progress,declined,succeeded,reverted';

export const worklistHref = (id: string, query = '') => `/cultivation/campaigns/${id}/worklist${query && `?${query}`}`;

function Period({ campaign }: { campaign: CampaignSummary }) {
  const { t } = useTranslation('campaigns');
  const now = today();
  const left = daysBetween(now, campaign.to);
  const words =
    campaign.state !== 'running'
      ? undefined
      : campaign.from > now
        ? t('period.notYet')
        : left < 0
          ? t('period.over', { days: -left })
          : t('period.left', { days: left });
  return (
    <span>
      <span className="mono">
        {campaign.from} – {campaign.to}
      </span>
      {words && <span className={left < 0 ? 'late' : 'muted'}> {words}</span>}
    </span>
  );
}

function Figure({ label, value, href, tone }: { label: string; value: number; href?: string; tone?: 'late' | 'good' }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <NumberLink
          value={value}
          href={value > 0 ? href : undefined}
          label={label}
          exact
          {...(value > 0 && tone ? { tone } : {})}
        />
      </dd>
    </div>
  );
}

/** One campaign in the list: what for, how far, until when. */
export function CampaignRow({ campaign }: { campaign: CampaignSummary }) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const navigate = useNavigate();
  const href = `/cultivation/campaigns/${campaign.id}`;
  const list = (query: string) => worklistHref(campaign.id, query);
  const started = campaign.state !== 'draft';
  return (
    // A click in the row is a short cut; the title holds the link for the keyboard.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside is the keyboard's way
    <li
      className="campaign-row"
      onClick={(event) => {
        if (!getSelection()?.toString() && !(event.target as HTMLElement).closest('a,button')) navigate(href);
      }}
    >
      <div className="campaign-name">
        <Link className="cell-title" to={href}>
          {campaign.title}
        </Link>
        {campaign.state !== 'running' && (
          <StatusTag tone={toneOf(campaign.state)}>{t(`cultivation:campaignState.${campaign.state}`)}</StatusTag>
        )}
        <small>
          {[t('cultivation:clause', { clause: campaign.clause }), campaign.responsible].filter(Boolean).join(' · ')}
        </small>
        <small>
          <Period campaign={campaign} />
        </small>
      </div>
      {started ? (
        <div className="campaign-progress">
          <ProgressBar of={campaign} />
          <small>
            {t('progress.share', {
              share: formatShare(campaign.targets === 0 ? 0 : campaign.succeeded / campaign.targets),
            })}
            {campaign.goal !== null && ` · ${t('progress.goal', { goal: formatExact(campaign.goal) })}`}
          </small>
        </div>
      ) : (
        <div className="campaign-progress">
          <small>{t('progress.notStarted')}</small>
        </div>
      )}
      {started && (
        <dl>
          <Figure label={t('figure.baseline')} value={campaign.baseline} href={list('late=false')} />
          <Figure label={t('figure.late')} value={campaign.late} href={list('late=true')} />
          <Figure label={t('figure.contacted')} value={campaign.contacted} href={list('contacted=true')} />
          <Figure label={t('figure.succeeded')} value={campaign.succeeded} href={list('state=succeeded')} tone="good" />
          <Figure label={t('figure.reverted')} value={campaign.reverted} href={list('state=reverted')} tone="late" />
        </dl>
      )}
    </li>
  );
}
