import { test as base, expect, type Page } from '@playwright/test';

/** Printed by `npm start` and shown on the sign-in page of a demo. */
const PASSWORD = 'Demo-2026-jince';

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

/** A browser at the server's address that fails a journey whose pages complain in the console. */
export const test = base.extend<Noise>({
  baseURL: async ({ browserName: _browser }, use) => use(process.env.JINCE_E2E_URL),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        // Refusals are part of some journeys; the browser logs each as an error of its own.
        if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
          complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
