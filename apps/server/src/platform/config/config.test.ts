import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jince-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const STRONG = 'k3Jd8-sYw1Qz7+pLm4Vt9xRb2Nc6Hf0aGe5';

describe('loadConfig', () => {
  it.each([
    ['none', undefined],
    ['a short one', 'abc'],
    ['the example of the documents', 'please-change-this-secret-please-change'],
    ['one letter over and over', 'a'.repeat(64)],
  ])('does not start in production with %s as secret, and says what to set', (_what, secret) => {
    const load = () => loadConfig({ JINCE_MODE: 'production', JINCE_DATA_DIR: folder, JINCE_SECRET: secret });
    expect(load).toThrowError(ConfigError);
    expect(load).toThrowError(/JINCE_SECRET/);
  });

  it('starts in production with a strong secret and listens to the network', () => {
    const config = loadConfig({ NODE_ENV: 'production', JINCE_DATA_DIR: folder, JINCE_SECRET: STRONG });
    expect(config).toMatchObject({ mode: 'production', secret: STRONG, host: '0.0.0.0', port: 8686 });
  });

  it('makes a secret for the demo once and keeps it readable by the owner only', () => {
    const first = loadConfig({ JINCE_DATA_DIR: folder });
    expect(first.secret.length).toBeGreaterThanOrEqual(32);
    expect(loadConfig({ JINCE_DATA_DIR: folder }).secret).toBe(first.secret);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(first.secret);
    expect(first).toMatchObject({ mode: 'demo', host: '127.0.0.1', databaseUrl: undefined });
  });

  it('lets a demo live ahead of its day, never an office', () => {
    expect(loadConfig({ JINCE_DATA_DIR: folder, JINCE_DEMO_DAYS_AHEAD: '9' }).daysAhead).toBe(9);
    const office = {
      JINCE_MODE: 'production',
      JINCE_DATA_DIR: folder,
      JINCE_SECRET: STRONG,
      JINCE_DEMO_DAYS_AHEAD: '9',
    };
    expect(() => loadConfig(office)).toThrowError(/JINCE_DEMO_DAYS_AHEAD/);
  });

  it('names every setting that is wrong and writes nothing', () => {
    const load = () => loadConfig({ JINCE_DATA_DIR: join(folder, 'new'), PORT: 'eight', JINCE_MODE: 'test' });
    expect(load).toThrowError(/PORT/);
    expect(load).toThrowError(/JINCE_MODE/);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });
});
