import type { FilePanel } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format.ts';
import { Section } from '../section.tsx';

const SHOWN = 8;

function Entries({ entries }: { entries: FilePanel['timeline'] }) {
  return (
    <ol className="file-timeline">
      {entries.map((entry) => (
        <li key={entry.seq}>
          <p>
            <b>{entry.label}</b>
            <span className="soft">→ {entry.stateLabel}</span>
          </p>
          <p className="muted">
            {entry.actor} · <time dateTime={entry.at}>{formatMoment(entry.at)}</time>
          </p>
          {entry.note && <blockquote>{entry.note}</blockquote>}
        </li>
      ))}
    </ol>
  );
}

/** Who did what and when, newest first, with what was noted. */
export function FileTimeline({ timeline }: { timeline: FilePanel['timeline'] }) {
  const { t } = useTranslation('procedures');
  const rest = timeline.slice(SHOWN);
  return (
    <Section title={t('timeline.title')}>
      <Entries entries={timeline.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="file-fold">
          <summary>{t('timeline.more', { total: rest.length })}</summary>
          <Entries entries={rest} />
        </details>
      )}
    </Section>
  );
}
