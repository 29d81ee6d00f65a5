import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { formatExact } from '../../lib/format.ts';
import type { RuleChange } from './campaign-query.ts';

function Names({ of, total }: { of: RuleChange['added']['sample']; total: number }) {
  const { t } = useTranslation('campaigns');
  if (of.length === 0) return null;
  return (
    <ul className="rule-sample">
      {of.map((one) => (
        <li key={one.id}>
          {one.label}
          <span className="muted">{one.town}</span>
        </li>
      ))}
      {total > of.length && <li className="muted">{t('change.more', { total: formatExact(total - of.length) })}</li>}
    </ul>
  );
}

/** Whom a changed rule brings in and lets go, and what becomes of the visits of those who leave. */
export function RuleChangePanel({
  effect,
  checking,
  error,
}: {
  effect: RuleChange | undefined;
  checking: boolean;
  error: unknown;
}) {
  const { t } = useTranslation('campaigns');
  if (error) return <ErrorBox error={error} />;
  return (
    <Section title={t('change.effect')} note={t('change.effectNote')}>
      {!effect && <SkeletonLines lines={5} />}
      {effect && effect.problems.length > 0 && <p className="soft">{t('preview.wrong')}</p>}
      {effect && effect.problems.length === 0 && (
        <div className={checking ? 'rule-change checking' : 'rule-change'} aria-live="polite">
          <div className="added">
            <h3>
              <span aria-hidden="true">＋</span> {t('change.added')} <b>{formatExact(effect.added.total)}</b>
            </h3>
            <p className="muted">{t('change.addedText')}</p>
            <Names of={effect.added.sample} total={effect.added.total} />
          </div>
          <div className="dropped">
            <h3>
              <span aria-hidden="true">−</span> {t('change.dropped')} <b>{formatExact(effect.dropped.total)}</b>
            </h3>
            <p className="muted">
              {effect.dropped.withVisits > 0
                ? t('change.droppedVisits', { total: formatExact(effect.dropped.withVisits) })
                : t('change.droppedText')}
            </p>
            <Names of={effect.dropped.sample} total={effect.dropped.total} />
          </div>
          <p className="unchanged">{t('change.unchanged', { total: formatExact(effect.unchanged) })}</p>
        </div>
      )}
    </Section>
  );
}
