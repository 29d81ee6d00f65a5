import type { PolicyFinding } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';

interface FindingsPanelProps {
  readonly findings: readonly PolicyFinding[];
  readonly checking?: boolean;
  /** Goes where the finding is; absent: the page shows it where it stands. */
  readonly onOpen?: (path: string) => void;
}

/** What analysis found: first what forbids publishing, each with its place and what to do. */
export function FindingsPanel({ findings, checking, onOpen }: FindingsPanelProps) {
  const { t } = useTranslation('policies');
  const sorted = findings.toSorted((a, b) => Number(a.severity === 'warn') - Number(b.severity === 'warn'));
  const blocks = findings.filter((one) => one.severity === 'block').length;
  return (
    <Section
      title={t('findings.title')}
      note={findings.length === 0 ? undefined : t('findings.note', { blocks, warnings: findings.length - blocks })}
    >
      <div className={checking ? 'findings checking' : 'findings'} aria-live="polite">
        {findings.length === 0 ? (
          <p className="good">✓ {t('findings.sound')}</p>
        ) : (
          <ul>
            {sorted.map((finding) => (
              <li key={`${finding.code}${finding.path}${finding.text}`} className={finding.severity}>
                <b>
                  {t(`severity.${finding.severity}`)} ·{' '}
                  {onOpen === undefined ? (
                    finding.place
                  ) : (
                    <button type="button" className="link" onClick={() => onOpen(finding.path)}>
                      {finding.place}
                    </button>
                  )}
                </b>
                <span>{finding.text}</span>
                <small>{finding.advice}</small>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
