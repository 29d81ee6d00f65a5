import { useState } from 'react';
import './field-work.css';

export interface FieldPosition {
  readonly latitude: number;
  readonly longitude: number;
  /** Metres. */
  readonly accuracyM: number;
}
interface Words {
  readonly locate: string;
  readonly failed: string;
  readonly help?: string;
  readonly without: string;
  readonly here: (latitude: string, longitude: string) => string;
}

/** Where something was recorded, if the person wants it said. */
export function TakePosition({
  position,
  words,
  onChange,
}: {
  position: Omit<FieldPosition, 'accuracyM'> | null | undefined;
  words: Words;
  onChange: (position: FieldPosition | null) => void;
}) {
  const [problem, setProblem] = useState(false);
  const locate = () =>
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        setProblem(false);
        const { latitude, longitude, accuracy } = coords;
        onChange({ latitude, longitude, accuracyM: accuracy });
      },
      () => setProblem(true),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  return (
    <div className="fieldwork-take">
      {position ? (
        <p className="mono">
          {words.here(position.latitude.toFixed(5), position.longitude.toFixed(5))}{' '}
          <button type="button" className="link" onClick={() => onChange(null)}>
            {words.without}
          </button>
        </p>
      ) : (
        <button type="button" className="fieldwork-button" onClick={locate}>
          {words.locate}
        </button>
      )}
      {problem && <p className="late">{words.failed}</p>}
      {!problem && words.help && <p className="muted">{words.help}</p>}
    </div>
  );
}
