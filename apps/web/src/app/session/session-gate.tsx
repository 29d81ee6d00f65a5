import { lazy, Suspense, useSyncExternalStore } from 'react';
import { sessionStore } from '../../lib/session-store.ts';

const SignInAgain = lazy(() => import('./sign-in-again.tsx'));

/** Asks to sign in again over the page when the session ran out; the page and what was typed stay as they are. */
export function SessionGate() {
  const expired = useSyncExternalStore(sessionStore.subscribe, sessionStore.isExpired);
  return expired ? (
    <Suspense fallback={null}>
      <SignInAgain />
    </Suspense>
  ) : null;
}
