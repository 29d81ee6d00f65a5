import { useEffect, useRef } from 'react';
import type { Verdict } from './signal-query.ts';

export interface JudgeKeys {
  readonly choose: (verdict: Verdict) => void;
  readonly next: () => void;
  readonly back: () => void;
}

const VERDICTS: Readonly<Record<string, Verdict>> = { c: 'confirmed', e: 'explained', u: 'unsure' };

/** The signal by keys: C, E and U choose, N goes on, B goes back to the list; silent while something is typed or open. */
export function useJudgeKeys(keys: JudgeKeys, mayJudge: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target as HTMLElement;
      if (target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=combobox]')) return;
      if (document.querySelector('dialog[open], .ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open'))
        return;
      const key = event.key.toLowerCase();
      const verdict = mayJudge ? VERDICTS[key] : undefined;
      if (verdict !== undefined) latest.current.choose(verdict);
      else if (key === 'n') latest.current.next();
      else if (key === 'b') latest.current.back();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [mayJudge]);
}
