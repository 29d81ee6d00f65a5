import type { Locator, Page } from '@playwright/test';
import { expect, signIn } from './test.ts';

const DRAWN_MS = 1000;
const LONGEST_LIST = 40;

/** Goes on as someone else in the same browser. */
export async function becomes(page: Page, username: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, username);
}

/** Scrolls an open list, which draws only what is in sight, until an option of it can be seen. */
async function scrollTo(options: Locator, wanted: Locator): Promise<void> {
  await wanted.waitFor({ timeout: DRAWN_MS }).catch(() => undefined);
  // A short list scrolls nothing; one that is shut meanwhile fails at once and is opened again.
  for (let turn = 0; turn < LONGEST_LIST && !(await wanted.isVisible()); turn++)
    await options.first().evaluate((option) => option.closest('[class*=virtual-list-holder]')?.scrollBy(0, 150), null, {
      timeout: DRAWN_MS,
    });
}

/** A list that stayed open, because the form was redrawn under the press, is shut by hand. */
async function shut(options: Locator, field: Locator): Promise<void> {
  const gone = () => expect(options).toHaveCount(0, { timeout: DRAWN_MS });
  await gone().catch(() => field.press('Escape'));
  await expect(options).toHaveCount(0);
}

/** Opens a select by its label and takes the option that shows the text; opens it again where a redrawn form shut it. */
export async function choose(scope: Page | Locator, label: string, option: string | RegExp): Promise<void> {
  const page = 'goto' in scope ? scope : scope.page();
  const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
  const wanted = options.filter({ hasText: option }).first();
  await expect(async () => {
    if (!(await options.first().isVisible()))
      await scope.getByLabel(label, { exact: true }).click({ timeout: DRAWN_MS });
    await options.first().waitFor({ timeout: DRAWN_MS });
    await scrollTo(options, wanted);
    await wanted.click({ timeout: DRAWN_MS });
  }).toPass({ timeout: 20_000 });
  await shut(options, scope.getByLabel(label, { exact: true }));
}

/** A day of the calendar in China, so many days from today: 2026-11-22. */
export function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
}

/** Presses an action of the file that is open, fills in what is asked, and waits until it is done. */
export async function act(page: Page, action: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.locator('.file-actions').getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
  const button = dialog.getByRole('button', { name: action, exact: true });
  // A press while the dialog still opens can be lost on a busy machine; a person presses again.
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: DRAWN_MS });
    await expect(page.getByText(`已办理“${action}”`)).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 20_000 });
  await expect(dialog).toBeHidden();
}
