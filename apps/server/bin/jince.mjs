#!/usr/bin/env node
// Re-executes the command line under the Node version the project ships with, whatever runs this file.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const bundled = join(here, '..', '..', '..', 'node_modules', '.bin', 'node');
const node = existsSync(bundled) ? bundled : process.execPath;
const { status, signal } = spawnSync(
  node,
  ['--disable-warning=ExperimentalWarning', join(here, '..', 'src', 'cli.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(signal ? 1 : (status ?? 1));
