import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { E2E_FOLDER, type RunningServer, startProduct } from './server-process.ts';

function given(name: 'JINCE_E2E_DATABASE' | 'JINCE_E2E_DATA'): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: with JINCE_E2E_URL, name the database and the data folder of that server too`);
  return value;
}

/**
 * The same office so many days later: a second server on the first one's database, with its files and its secret, whose
 * clock runs ahead. Without `jobs` it serves pages alone, and what the days between would bring about does not happen.
 * @throws {Error} where the first server's database or data folder is not known
 */
export function startLater(days: number, { jobs = true } = {}): Promise<RunningServer> {
  const [databaseUrl, dataDir] = [given('JINCE_E2E_DATABASE'), given('JINCE_E2E_DATA')];
  mkdirSync(E2E_FOLDER, { recursive: true });
  const env = {
    DATABASE_URL: databaseUrl,
    JINCE_DATA_DIR: join(E2E_FOLDER, 'later'),
    JINCE_FILES: process.env.JINCE_FILES ?? join(dataDir, 'files'),
    JINCE_SECRET: process.env.JINCE_SECRET ?? readFileSync(join(dataDir, 'secret'), 'utf8').trim(),
    JINCE_DEMO_DAYS_AHEAD: String(days),
  };
  return startProduct(join(E2E_FOLDER, 'later.log'), env, jobs ? undefined : 'e2e/support/serve-pages.ts');
}
