import { useId } from 'react';
import './field-work.css';

interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly tone?: 'late' | 'good';
}

/** Choices for a thumb: large, one of them on. */
export function FieldChoices<V extends string>({
  label,
  value,
  options,
  onChange,
  problem,
}: {
  label: string;
  value: V | '';
  options: readonly Choice<V>[];
  onChange: (value: V) => void;
  problem?: string | undefined;
}) {
  const name = useId();
  return (
    <fieldset className="fieldwork-choices">
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value} className={option.value === value ? `on ${option.tone ?? ''}`.trim() : undefined}>
            <input
              type="radio"
              className="sr-only"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {problem && <p className="late problem">{problem}</p>}
    </fieldset>
  );
}
