import { isFieldDevice } from '../../lib/kept.ts';

/** `kept`: opens without network; `open`: what is open stays usable, a reload needs the network; `off`: not wanted here. */
export type ShellState = 'preparing' | 'kept' | 'open' | 'off';

function loaded(): string[] {
  const entries = performance.getEntriesByType('resource').map((entry) => entry.name);
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map((link) => link.href);
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map((script) => script.src);
  const own = [...entries, ...links, ...scripts].map((href) => new URL(href, location.href));
  return [
    ...new Set(
      own
        .filter((url) => url.origin === location.origin && /^\/(assets\/|weave\.svg)/.test(url.pathname))
        .map((url) => url.pathname),
    ),
  ];
}

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
    // The pages of a visit may not have been opened yet.
    await Promise.all([import('./target-page.tsx'), import('./visit-page.tsx')]);
    const answer = await new Promise<boolean>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event: MessageEvent<boolean>) => resolve(event.data);
      active?.postMessage({ type: 'keep', paths: loaded() }, [port2]);
      setTimeout(() => resolve(false), 20_000);
    });
    return answer ? 'kept' : 'open';
  } catch {
    return 'open';
  }
}
