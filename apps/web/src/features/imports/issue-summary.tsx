import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { formatExact } from '../../lib/format.ts';
import type { ImportDetail } from './import-query.ts';

const tones: Record<string, Tone> = { warning: 'plain', doubtful: 'warn', refused: 'late' };
const order = ['refused', 'doubtful', 'warning'];

/** What was found in the rows, the heaviest first; each opens its rows. */
export function IssueSummary({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation('imports');
  const issues = [...detail.issueSummary].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count,
  );
  if (issues.length === 0) return null;
  return (
    <Section title={t('issues.title')} note={t('issues.note')}>
      <ul className="issue-list">
        {issues.map((issue) => (
          <li key={`${issue.severity}${issue.code}`}>
            <StatusTag tone={tones[issue.severity] ?? 'plain'}>{t(`severity.${issue.severity}`)}</StatusTag>
            {/* The sentence is of one row; who decided that one is no example for the others. */}
            <span>{issue.code === 'row.decided' ? t('issues.decided') : issue.text}</span>
            <Link
              className="number"
              to={`/imports/${detail.id}?tab=rows&issue=${encodeURIComponent(issue.code)}`}
              aria-label={t('issues.open', { count: issue.count })}
            >
              {formatExact(issue.count)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
