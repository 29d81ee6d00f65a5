import { existsSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../browser/find-chromium.ts';
import { runSteps } from '../check/run-steps.ts';
import { steps } from '../check/steps.ts';
import { runCommand } from '../lib/run-command.ts';
import { readPlaywrightReport, readVitestReport } from './read-reports.ts';

export interface PartResult {
  readonly passed: number;
  readonly failed: number;
  /** Titles; a skipped test is never silent. */
  readonly skipped: readonly string[];
  /** Titles of what passed at the second try only. */
  readonly repeated: readonly string[];
  readonly failures: readonly string[];
}

type Part = (folder: string) => Promise<PartResult>;

const broken = (failure: string): PartResult => ({
  passed: 0,
  failed: 1,
  skipped: [],
  repeated: [],
  failures: [failure],
});

const check: Part = async () => {
  const results = await runSteps(steps, Math.min(3, availableParallelism()));
  const failed = results.filter((result) => !result.ok);
  return {
    passed: results.length - failed.length,
    failed: failed.length,
    skipped: [],
    repeated: [],
    failures: failed.map((step) => `check › ${step.name}`),
  };
};

function vitest(project: string): Part {
  return async (folder) => {
    const report = join(folder, `${project}.json`);
    rmSync(report, { force: true });
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await runCommand(['vitest', 'run', '--project', project, ...reporters], { live: true });
    if (!existsSync(report)) return broken(`${project}: vitest ended with code ${code} and wrote no report`);
    const result = readVitestReport(report);
    return code !== 0 && result.failed === 0
      ? { ...result, ...broken(`${project}: vitest ended with ${code}`), passed: result.passed }
      : result;
  };
}

const e2e: Part = async (folder) => {
  const report = join(folder, 'e2e.json');
  rmSync(report, { force: true });
  let browser: Awaited<ReturnType<typeof findChromium>>;
  try {
    browser = await findChromium();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    process.stdout.write(`${text}\n`);
    return broken(`e2e: ${text.split('\n')[0]}`);
  }
  process.stdout.write(`Chromium: ${browser.from} ${browser.executablePath}\n`);
  const { code } = await runCommand(['playwright', 'test', '--config', 'e2e/playwright.config.ts'], {
    live: true,
    env: { JINCE_BROWSER: JSON.stringify(browser), PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  if (!existsSync(report)) return broken(`e2e: playwright ended with code ${code} and wrote no report`);
  const result = readPlaywrightReport(report);
  return code !== 0 && result.failed === 0
    ? { ...result, ...broken(`e2e: playwright ended with ${code}`), passed: result.passed }
    : result;
};

/** In the order they run: the quickest answer first. */
export const parts: Readonly<Record<string, Part>> = { check, unit: vitest('unit'), db: vitest('db'), e2e };
