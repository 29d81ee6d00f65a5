import type { ReactNode } from 'react';
import './figures.css';
import { NumberLink } from './number-link.tsx';

export interface FigureItem {
  readonly key: string;
  readonly label: string;
  /** How it is counted; shown on hover of the label. */
  readonly definition?: string;
  readonly value: number;
  readonly unit: string;
  readonly href?: string;
  readonly tone?: 'late' | 'warn' | 'good';
  readonly note?: ReactNode;
}

/** The strip of headline figures. */
export function Figures({ items }: { items: readonly FigureItem[] }) {
  return (
    <div className="figures panel">
      {items.map((item) => (
        <div key={item.key}>
          <div className="figure-label" title={item.definition}>
            {item.label}
          </div>
          <div className="figure-value">
            <NumberLink value={item.value} unit={item.unit} href={item.href} tone={item.tone} label={item.label} />
          </div>
          <div className="figure-note">{item.note}</div>
        </div>
      ))}
    </div>
  );
}
