import { defineConfig } from '@playwright/test';
import { type Browser, findChromium } from '../scripts/browser/find-chromium.ts';

// Found once by the first process and told to the workers, which read this file again.
process.env.JINCE_BROWSER ??= JSON.stringify(await findChromium());
const browser = JSON.parse(process.env.JINCE_BROWSER) as Browser;

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../.data/test-results/e2e',
  globalSetup: './support/start-server.ts',
  // One database and one server for all: the journeys run one after the other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // The machines of continuous integration stall at times: walked once more, and named.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser.executablePath,
      args: [...browser.args],
      env: { ...(process.env as Record<string, string>), ...browser.env },
    },
  },
});
