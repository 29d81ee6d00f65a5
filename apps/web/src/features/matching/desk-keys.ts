import { useEffect, useRef } from 'react';

export interface DeskKeys {
  readonly choose: (place: number) => void;
  readonly same: () => void;
  readonly notSame: () => void;
  readonly noneOfThem: () => void;
  readonly unsure: () => void;
  readonly move: (step: 1 | -1) => void;
  readonly undo: () => void;
  readonly find: () => void;
  readonly help: () => void;
}

function act(keys: DeskKeys, event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (/^[1-5]$/.test(key)) keys.choose(Number(key));
  else if (key === 's' || key === 'enter') keys.same();
  else if (key === 'n' && event.shiftKey) keys.noneOfThem();
  else if (key === 'n') keys.notSame();
  else if (key === 'u') keys.unsure();
  else if (key === 'j' || key === 'arrowdown') keys.move(1);
  else if (key === 'k' || key === 'arrowup') keys.move(-1);
  else if (key === 'z') keys.undo();
  else if (key === 'f') keys.find();
  else if (key === '?') keys.help();
  else return false;
  return true;
}

/** The desk by keys alone; silent while something is typed, a dialog is open or a link has the focus. */
export function useDeskKeys(keys: DeskKeys, enabled: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target as HTMLElement;
      if (target.closest('input:not([type=radio]), textarea, select, [contenteditable], [role=combobox], [role=tab]'))
        return;
      if (document.querySelector('dialog[open], .ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open'))
        return;
      if (event.key === 'Enter' && target.closest('a, button')) return;
      if (act(latest.current, event)) event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [enabled]);
}
