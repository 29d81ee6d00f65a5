/** What the transport must know of the session, outside React: the CSRF token and whether it has run out. */

type Listener = () => void;

let csrfToken: string | undefined;
let signedIn = false;
let expired = false;
let waiting: { resolve: () => void; reject: (reason: Error) => void }[] = [];
const listeners = new Set<Listener>();

const notify = () => {
  for (const listener of listeners) listener();
};

export const sessionStore = {
  csrfToken: () => csrfToken,
  isExpired: () => expired,
  isSignedIn: () => signedIn,
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** A session was found or opened: requests that waited for it go on. */
  opened(token: string): void {
    csrfToken = token;
    signedIn = true;
    expired = false;
    const resumed = waiting;
    waiting = [];
    for (const one of resumed) one.resolve();
    notify();
  },
  /** Signed out on purpose: nothing waits any more. */
  closed(): void {
    csrfToken = undefined;
    signedIn = false;
    expired = false;
    const dropped = waiting;
    waiting = [];
    for (const one of dropped) one.reject(new Error('signed out'));
    notify();
  },
  /** Resolves once the person has signed in again in the dialog; rejects when he leaves instead. */
  untilReopened(): Promise<void> {
    expired = true;
    notify();
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  },
};
