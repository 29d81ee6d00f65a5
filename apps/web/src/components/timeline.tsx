import type { ReactNode } from 'react';
import './timeline.css';

export interface TimelineEntry {
  readonly key: string;
  readonly on: string;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly tone?: 'good' | 'warn' | 'late' | 'plain';
}

/** What happened, newest first unless the caller orders it otherwise. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.key} className={entry.tone}>
          <time dateTime={entry.on}>{entry.on}</time>
          <div>
            <b>{entry.title}</b>
            {entry.text && <div>{entry.text}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
