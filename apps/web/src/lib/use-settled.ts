import { useEffect, useState } from 'react';

/** A value once it has stopped changing for half a second; `waiting` while it has not. */
export function useSettled<V>(value: V, delayMs = 500): { value: V; waiting: boolean } {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === settled) return;
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, settled, delayMs]);
  return { value: settled, waiting: value !== settled };
}
