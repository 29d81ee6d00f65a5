import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { forgetKept, isFieldDevice } from '../../lib/kept.ts';
import { sessionStore } from '../../lib/session-store.ts';

/** Ends the session here and on the server, and forgets everything that was fetched with it. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await api.signOut();
    } catch {
      // The session may already be gone; leaving must work all the same.
    }
    if (isFieldDevice()) {
      await import('../../features/work/drafts.ts').then((module) => module.forgetSentDrafts()).catch(() => undefined);
      await forgetKept();
    }
    sessionStore.closed();
    // Only once the page is left: what is still drawn would ask again without a session.
    await navigate('/sign-in', { replace: true });
    queries.clear();
  };
}
