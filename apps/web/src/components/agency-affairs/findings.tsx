import type { AffairFinding } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Section } from '../section.tsx';

/** What rules found: what hinders first, then what to look at, each with its article. */
export function Findings({ findings, note }: { findings: readonly AffairFinding[]; note?: string }) {
  const { t } = useTranslation('agency-affairs');
  const shown = findings.toSorted((a, b) => (a.level === 'block' ? 0 : 1) - (b.level === 'block' ? 0 : 1));
  return (
    <Section title={t('finding.title')} note={note}>
      {shown.length === 0 ? (
        <p className="affair-clear">{t('finding.none')}</p>
      ) : (
        <ul className="affair-findings">
          {shown.map((one) => (
            <li key={`${one.code}${one.field}${one.text}`} className={one.level}>
              <b>{t(`finding.${one.level}`)}</b>
              <span>
                {one.text}
                {one.article && <small>{one.article}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
