import type { IndicatorDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { indicatorHref } from '../../lib/plan.ts';

/** How it is counted: each rule as a sentence, as text, and the facts it reaches. */
export function RulesSection({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  const me = useMe();
  if (indicator.rules.length === 0) return null;
  return (
    <Section
      title={t('rules')}
      note={t('versionNo', { version: indicator.version })}
      extra={
        indicator.mayEdit &&
        can(me, permissions.editRules) && (
          <Link className="link" to={`${indicatorHref(indicator.code)}/rule`}>
            {t('editRule')}
          </Link>
        )
      }
    >
      {indicator.rules.map((rule) => (
        <div key={rule.part} className="rule-words">
          <h3>{rule.label}</h3>
          <p>{rule.sentence}</p>
          <details>
            <summary>{t('ruleText')}</summary>
            <pre>
              <code>{rule.text}</code>
            </pre>
          </details>
          <p className="rule-facts">
            {rule.facts.map((fact) => (
              <Link key={fact.name} to={`/facts/${encodeURIComponent(fact.name)}`} title={fact.name}>
                {fact.label}
              </Link>
            ))}
          </p>
        </div>
      ))}
    </Section>
  );
}
