import type { CaseEntry, CaseRecord } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatYuan } from '../../lib/format.ts';

const HIDDEN = new Set(['hits', 'paperId', 'readingSeq', 'reason']);

function useWords(): (entry: CaseEntry) => string {
  const { t, i18n } = useTranslation('cases');
  const valueText = (key: string, value: unknown): string | null => {
    if (value === null || value === '' || value === false || value === 0 || value === 'none') return null;
    if (value === true) return t(`entry.${key}`);
    if (key.endsWith('Fen') && typeof value === 'number')
      return `${t(`entry.${key}`)} ${formatYuan(value)}${t('unit.yuan')}`;
    if (Array.isArray(value)) return value.length === 0 ? null : `${t(`entry.${key}`)} ${value.join('、')}`;
    const coded = `code.${String(value)}`;
    const word = i18n.exists(`cases:${coded}`) ? t(coded) : String(value);
    return i18n.exists(`cases:entry.${key}`) ? `${t(`entry.${key}`)} ${word}` : word;
  };
  return (entry) =>
    [
      typeof entry.data.reason === 'string' ? entry.data.reason : null,
      ...Object.entries(entry.data)
        .filter(([key]) => !HIDDEN.has(key))
        .map(([key, value]) => valueText(key, value)),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** Everything that was recorded of the case, newest first; what was entered later than its day says so. */
export function CaseEntries({ record }: { record: CaseRecord }) {
  const { t } = useTranslation('cases');
  const words = useWords();
  if (record.entries.length === 0) return null;
  return (
    <Section title={t('entries.title')} note={t('entries.note', { n: record.entries.length })}>
      <ol className="entry-list">
        {[...record.entries].reverse().map((one) => (
          <li key={one.seq}>
            <span className="mono">{one.on}</span>
            <div>
              <b>{one.kindLabel}</b>{' '}
              {one.backDatedReason && (
                <StatusTag tone="warn" title={one.backDatedReason}>
                  {t('backDated')}
                </StatusTag>
              )}
              <span className="entry-text">{words(one)}</span>
              <small className="muted">
                {one.by}
                {one.backDatedReason && ` · ${one.backDatedReason}`}
              </small>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
