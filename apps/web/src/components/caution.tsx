import type { ReactNode } from 'react';
import './caution.css';

/** What one should know before doing something that cannot be undone. */
export function Caution({ children }: { children: ReactNode }) {
  return <p className="caution">{children}</p>;
}
