import type { ReactNode } from 'react';
import './section.css';

interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
  /** Children draw their own ground edge to edge (tables). */
  readonly flush?: boolean;
}

/** One titled block of a page. */
export function Section({ title, note, extra, children, flush }: SectionProps) {
  return (
    <section className="section panel">
      <div className="section-head">
        <h2>
          {title}
          {note && <small>{note}</small>}
        </h2>
        {extra && <div className="section-extra">{extra}</div>}
      </div>
      <div className={flush ? 'section-flush' : 'section-body'}>{children}</div>
    </section>
  );
}
