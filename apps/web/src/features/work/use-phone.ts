import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 720px)');
const subscribe = (listener: () => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** Whether the window is as narrow as a phone, where the form has a page of its own. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
