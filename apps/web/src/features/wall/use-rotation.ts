import { useCallback, useEffect, useState } from 'react';

export interface Rotation {
  readonly at: number;
  readonly paused: boolean;
  readonly go: (step: number) => void;
  readonly show: (index: number) => void;
  readonly toggle: () => void;
}

/** Goes from panel to panel, each shown for `seconds`; whatever is chosen by hand is shown for a whole turn. */
export function useRotation(count: number, seconds: number): Rotation {
  const [at, setAt] = useState(0);
  const [paused, setPaused] = useState(false);
  const go = useCallback((step: number) => setAt((before) => (before + step + count) % Math.max(1, count)), [count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each panel, however it was reached, begins a new turn
  useEffect(() => {
    if (paused || count < 2) return;
    const timer = setTimeout(() => go(1), seconds * 1000);
    return () => clearTimeout(timer);
  }, [at, paused, count, seconds, go]);
  return {
    at: Math.min(at, Math.max(0, count - 1)),
    paused,
    go,
    show: setAt,
    toggle: useCallback(() => setPaused((before) => !before), []),
  };
}
