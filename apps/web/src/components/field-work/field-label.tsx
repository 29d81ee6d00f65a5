import { type ReactNode, useId } from 'react';
import './field-work.css';

/** A label, its input, and what is wrong with it. */
export function FieldLabel({
  label,
  problem,
  children,
}: {
  label: string;
  problem?: string | undefined;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="fieldwork-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {problem && <p className="late problem">{problem}</p>}
    </div>
  );
}
