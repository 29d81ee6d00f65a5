import type { ReactNode } from 'react';
import './status-tag.css';

export type Tone = 'good' | 'warn' | 'late' | 'info' | 'plain';

/** A word on a tinted ground. The word carries the meaning; the tone only helps the eye. */
export function StatusTag({ tone = 'plain', title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span className={`tag ${tone}`} title={title}>
      {children}
    </span>
  );
}
