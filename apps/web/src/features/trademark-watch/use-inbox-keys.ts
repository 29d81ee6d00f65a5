import { useEffect, useRef } from 'react';
import { VERDICTS, type Verdict } from './watch-query.ts';

interface InboxKeys {
  readonly verdict: (verdict: Verdict) => void;
  readonly move: (step: 1 | -1) => void;
}

/** 1–5 choose a verdict, j and k move; silent while something is typed or a dialog is open. */
export function useInboxKeys(keys: InboxKeys, enabled: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target as HTMLElement;
      if (target.closest('input, textarea, select, [contenteditable], [role=combobox], [role=tab]')) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open')) return;
      const verdict = VERDICTS[Number(event.key) - 1];
      if (verdict !== undefined) latest.current.verdict(verdict);
      else if (event.key === 'j' || event.key === 'ArrowDown') latest.current.move(1);
      else if (event.key === 'k' || event.key === 'ArrowUp') latest.current.move(-1);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [enabled]);
}
