import { isFieldDevice } from './kept.ts';

const PATIENCE_MS = 60_000;

/** `kept`: opens without network; `open`: what is open stays usable, a reload needs the network; `off`: not wanted here. */
export type ShellState = 'preparing' | 'kept' | 'open' | 'off';

/**
 * Lets the console's own files (never an answer of the server) be opened without network, by a service worker. Browsers
 * allow it only over TLS or on this very machine.
 */
export async function keepShell(): Promise<ShellState> {
  if (!import.meta.env.PROD || !isFieldDevice()) return 'off';
  if (!('serviceWorker' in navigator) || !isSecureContext) return 'open';
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    const answer = await new Promise<boolean>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event: MessageEvent<boolean>) => resolve(event.data);
      active?.postMessage({ type: 'keep' }, [port2]);
      setTimeout(() => resolve(false), PATIENCE_MS);
    });
    return answer ? 'kept' : 'open';
  } catch {
    return 'open';
  }
}
