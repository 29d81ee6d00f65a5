import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { formatMoment } from '../../lib/format.ts';
import { PolicyStateTag } from './policy-marks.tsx';
import { changesHref, type PolicyDetail, policyHref } from './policy-query.ts';

/** Versions of the policy, the newest first, and what changed from each to the next. */
export function VersionsPanel({ policy }: { policy: PolicyDetail }) {
  const { t } = useTranslation('policies');
  const oldest = Math.min(...policy.versions.map((one) => one.version));
  return (
    <Section title={t('versions.title')}>
      <Timeline
        entries={policy.versions.map((one) => ({
          key: one.id,
          on: one.effectiveFrom,
          tone: one.inForce ? 'good' : one.state === 'draft' ? 'warn' : 'plain',
          title: (
            <>
              {one.id === policy.id ? (
                t('version', { n: one.version })
              ) : (
                <Link className="link" to={policyHref(one.id)}>
                  {t('version', { n: one.version })}
                </Link>
              )}{' '}
              <PolicyStateTag policy={one} />
            </>
          ),
          text: (
            <>
              {one.effectiveTo && <div>{t('versions.until', { day: one.effectiveTo })}</div>}
              <div>
                {one.publishedAt
                  ? t('versions.published', { by: one.publishedBy, at: formatMoment(one.publishedAt) })
                  : t('versions.edited', { by: one.editedBy, at: formatMoment(one.editedAt) })}
              </div>
              {one.retireReason && <div>{t('versions.retired', { by: one.retiredBy, reason: one.retireReason })}</div>}
              {one.version !== oldest && (
                <Link className="link" to={changesHref(one.id)}>
                  {t('versions.changes')}
                </Link>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}
