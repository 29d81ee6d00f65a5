import { test as base, expect, type Page, type Request } from '@playwright/test';

/** Printed by `npm start` and shown on the sign-in page of a demo. */
export const PASSWORD = 'Demo-2026-jince';

/** Signs in without the form; `page` then is that account's browser. */
export async function signIn(page: Page, username: string): Promise<void> {
  const answer = await page.request.post('/api/session', { data: { username, password: PASSWORD } });
  expect(answer.status(), await answer.text()).toBe(200);
}

export async function signInByForm(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('账号', { exact: true }).fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

interface Noise {
  /** Errors of scripts and of the console; a journey that makes any fails at its end. */
  readonly complaints: string[];
}

const SHOWN_CHARACTERS = 4000;

/** What of the network may explain a page that did not come: requests that broke or are still without an answer. */
function watchRequests(page: Page): () => Promise<string> {
  const open = new Map<Request, number>();
  const broken: string[] = [];
  page.on('request', (request) => open.set(request, Date.now()));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => {
    open.delete(request);
    const reason = request.failure()?.errorText ?? '';
    // A page that is left, or a question that was asked anew, ends its requests itself.
    if (reason !== 'net::ERR_ABORTED') broken.push(`${request.method()} ${request.url()} ${reason}`);
  });
  return async () => {
    const waiting = [...open].map(
      ([request, since]) =>
        `${request.method()} ${request.url()} waits since ${Math.round((Date.now() - since) / 1000)} s`,
    );
    const online = await page.evaluate(() => navigator.onLine).catch(() => 'unknown');
    const shown = await page
      .locator('[role=dialog], main')
      .last()
      .ariaSnapshot({ timeout: 5000 })
      .catch(() => '');
    return [`at ${page.url()}, online: ${online}`, ...broken, ...waiting, shown.slice(0, SHOWN_CHARACTERS)].join('\n');
  };
}

/** A browser at the server's address that fails a journey whose pages complain in the console. */
export const test = base.extend<Noise>({
  baseURL: async ({ browserName: _browser }, use) => use(process.env.JINCE_E2E_URL),
  complaints: [
    async ({ page }, use, info) => {
      const complaints: string[] = [];
      const tellRequests = watchRequests(page);
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        // Refusals are part of some journeys; the browser logs each as an error of its own.
        if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
          complaints.push(message.text());
      });
      await use(complaints);
      if (info.status !== info.expectedStatus) console.log(await tellRequests());
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
