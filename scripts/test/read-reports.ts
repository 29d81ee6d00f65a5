import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from '../lib/run-command.ts';
import type { PartResult } from './parts.ts';

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Counts of a vitest JSON report. A file that broke before its first test counts as one failure. */
export function readVitestReport(path: string): PartResult {
  const report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  const tests = report.testResults.flatMap((file) => {
    const name = relative(ROOT, file.name);
    const own = file.assertionResults.map((test) => ({ title: `${name} › ${test.fullName}`, status: test.status }));
    const broke = file.status === 'failed' && !own.some((test) => test.status === 'failed');
    return broke ? [...own, { title: `${name} (the file itself)`, status: 'failed' }] : own;
  });
  const titles = (wanted: (status: string) => boolean) => tests.filter((t) => wanted(t.status)).map((t) => t.title);
  const failures = titles((status) => status === 'failed');
  return {
    passed: titles((status) => status === 'passed').length,
    failed: failures.length,
    failures,
    repeated: [],
    skipped: titles((status) => status !== 'passed' && status !== 'failed'),
  };
}

interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[];
}

function* specsOf(suite: Suite, path: string): Generator<{ title: string; status: string }> {
  const here = path === '' ? suite.title : `${path} › ${suite.title}`;
  for (const spec of suite.specs ?? [])
    for (const test of spec.tests) yield { title: `${here} › ${spec.title}`, status: test.status };
  for (const child of suite.suites ?? []) yield* specsOf(child, here);
}

/** Counts of a Playwright JSON report. A journey that passed only when walked again is passed, and named. */
export function readPlaywrightReport(path: string): PartResult {
  const report = JSON.parse(readFileSync(path, 'utf8')) as {
    suites: readonly Suite[];
    errors?: readonly { message?: string }[];
  };
  const tests = report.suites.flatMap((suite) => [...specsOf(suite, '')]);
  const titles = (status: string) => tests.filter((test) => test.status === status).map((test) => test.title);
  const repeated = titles('flaky');
  const failures = [
    ...titles('unexpected'),
    ...(report.errors ?? []).map((error) => `e2e: ${(error.message ?? '').split('\n')[0]}`),
  ];
  return {
    passed: titles('expected').length + repeated.length,
    failed: failures.length,
    failures,
    repeated,
    skipped: titles('skipped'),
  };
}
