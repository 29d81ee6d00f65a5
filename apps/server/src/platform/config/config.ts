import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Secrets that appear in documents or examples and must never guard a real office. */
const KNOWN_SECRETS = new Set(['changeme', 'secret', 'jince', 'password', 'please-change-this-secret-please-change']);

const environment = z.object({
  JINCE_MODE: z.enum(['demo', 'production']).optional(),
  NODE_ENV: z.string().optional(),
  JINCE_HOST: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(8686),
  JINCE_PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z.string().optional(),
  JINCE_DATA_DIR: z.string().default('.data'),
  JINCE_SECRET: z.string().optional(),
  JINCE_JURISDICTION: z.string().default('wujiang'),
  JINCE_FILES: z.string().optional(),
  JINCE_S3_ENDPOINT: z.string().optional(),
  JINCE_S3_REGION: z.string().default('us-east-1'),
  JINCE_MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(512 * 1024 * 1024),
  JINCE_MAX_DOCUMENT_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(100 * 1024 * 1024),
  JINCE_TSA_URL: z.url().optional(),
  JINCE_TSA_CA: z.string().optional(),
  JINCE_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  JINCE_TRUST_PROXY: z.enum(['true', 'false']).default('false'),
  JINCE_WATCH_FOLDER: z.enum(['true', 'false']).default('false'),
  JINCE_DEMO_DAYS_AHEAD: z.coerce.number().int().min(0).max(400).default(0),
});

export interface Config {
  readonly mode: 'demo' | 'production';
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  /** Undefined: the embedded PostgreSQL below `dataDir` is used. */
  readonly databaseUrl: string | undefined;
  /** Absolute folder for everything the program writes. */
  readonly dataDir: string;
  /** At least 32 characters; keys for one-time-code secrets and audit checkpoints are derived from it. */
  readonly secret: string;
  readonly jurisdiction: string;
  /** A folder, or `s3://bucket/prefix`. */
  readonly files: string;
  readonly s3: { readonly endpoint: string | undefined; readonly region: string };
  readonly maxUploadBytes: number;
  /** Limit of one paper of a file. */
  readonly maxDocumentBytes: number;
  /** Time-stamp authority (RFC 3161): its address, and a PEM file of the authorities its certificate must lead to. */
  readonly tsa: { readonly url: string | undefined; readonly caFile: string | undefined };
  readonly logLevel: string;
  readonly trustProxy: boolean;
  /** Days by which a demo's clock runs ahead, to show what falls due; 0 in production. */
  readonly daysAhead: number;
  /** Folder whose lists are taken in for the watch of marks by themselves; undefined: none. */
  readonly watchFolder?: string | undefined;
}

/** A setting that forbids starting. The message says what to set. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

function weak(secret: string): boolean {
  return secret.length < 32 || KNOWN_SECRETS.has(secret) || new Set(secret).size < 8;
}

/** In demo mode a random secret is made once and kept in the data folder; production must bring its own. */
function resolveSecret(mode: Config['mode'], given: string | undefined, dataDir: string): string {
  if (mode === 'production') {
    if (given === undefined || weak(given)) {
      throw new ConfigError(
        '生产模式需要强密钥：请设置 JINCE_SECRET（至少 32 个字符，勿用示例值），例如 openssl rand -base64 48 的输出。' +
          ' / Production needs JINCE_SECRET with at least 32 random characters.',
      );
    }
    return given;
  }
  if (given !== undefined) return given.padEnd(32, '.');
  const path = join(dataDir, 'secret');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const made = randomBytes(36).toString('base64url');
  writeFileSync(path, made, { mode: 0o600 });
  return made;
}

/**
 * Settings from the environment, parsed once at the edge.
 * @throws {ConfigError} with the sentence to act on.
 */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`设置有误 / invalid settings:\n  ${lines.join('\n  ')}`);
  }
  const e = parsed.data;
  const mode = e.JINCE_MODE ?? (e.NODE_ENV === 'production' ? 'production' : 'demo');
  if (mode === 'production' && e.JINCE_DEMO_DAYS_AHEAD > 0) {
    throw new ConfigError(
      'JINCE_DEMO_DAYS_AHEAD 只用于演示，生产模式请勿设置。 / JINCE_DEMO_DAYS_AHEAD is for demonstrations only.',
    );
  }
  const dataDir = resolve(e.JINCE_DATA_DIR);
  return {
    mode,
    host: e.JINCE_HOST ?? (mode === 'production' ? '0.0.0.0' : '127.0.0.1'),
    port: e.PORT,
    publicUrl: e.JINCE_PUBLIC_URL,
    databaseUrl: e.DATABASE_URL === '' ? undefined : e.DATABASE_URL,
    dataDir,
    secret: resolveSecret(mode, e.JINCE_SECRET, dataDir),
    jurisdiction: e.JINCE_JURISDICTION,
    files: e.JINCE_FILES ?? join(dataDir, 'files'),
    s3: { endpoint: e.JINCE_S3_ENDPOINT, region: e.JINCE_S3_REGION },
    maxUploadBytes: e.JINCE_MAX_UPLOAD_BYTES,
    maxDocumentBytes: e.JINCE_MAX_DOCUMENT_BYTES,
    tsa: { url: e.JINCE_TSA_URL, caFile: e.JINCE_TSA_CA },
    logLevel: e.JINCE_LOG_LEVEL,
    trustProxy: e.JINCE_TRUST_PROXY === 'true',
    daysAhead: e.JINCE_DEMO_DAYS_AHEAD,
    watchFolder: e.JINCE_WATCH_FOLDER === 'true' ? join(dataDir, 'inbox', 'watch') : undefined,
  };
}
