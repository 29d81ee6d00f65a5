import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type PlaceKind, type RoleGrant, roles } from '../access/access.ts';
import { loadConfig } from '../config/config.ts';
import { type Actor, type Ctx, type Services, systemContext } from '../context/context.ts';
import { createServices } from '../create-services.ts';
import { createDatabase, createPool } from '../database/database.ts';
import { syncFactTables } from '../facts/index.ts';
import { folderStore } from '../files/folder-store.ts';
import { loadJurisdiction } from '../jurisdiction/jurisdiction.ts';
import type { ModuleDefinition } from '../module.ts';
import { cloneDatabase } from './cluster.ts';

export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly services: Services;
  /** Moves the clock; contexts made afterwards see it. */
  setNow(iso: string): void;
  /** The system's own context: reaches everything. */
  system(): Ctx;
  /** A context of an account with this role at this place (stored, so that it can be audited). */
  as(role: string, placeKind?: PlaceKind, placeCode?: string): Promise<Ctx>;
  close(): Promise<void>;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function storeAccount(services: Services, role: string, grant: RoleGrant): Promise<Actor> {
  const userId = uuidv7();
  const username = `${role}-${userId.slice(-6)}`;
  const { district } = services;
  await sql`insert into platform.user_account (district, id, username, display_name, password_hash)
    values (${district.code}, ${userId}, ${username}, ${`测试${role}`}, 'x')`.execute(services.db);
  await sql`insert into platform.user_role (district, user_id, role, place_kind, place_code)
    values (${district.code}, ${userId}, ${role}, ${grant.placeKind}, ${grant.placeCode})`.execute(services.db);
  return {
    userId,
    username,
    displayName: `测试${role}`,
    organisationId: null,
    grants: [grant],
    permissions: new Set(services.permissionsOfRole(role)),
    sessionId: null,
  };
}

/** A database of its own for one test file, with services made of the given modules, a folder store and a fixed clock. */
export async function openTestDatabase(modules: readonly ModuleDefinition[]): Promise<TestDatabase> {
  const { JINCE_TEST_ADMIN_URL: adminUrl, JINCE_TEST_TEMPLATE: template } = process.env;
  if (adminUrl === undefined || template === undefined)
    throw new Error('run database tests with: vitest run --project db');
  const clone = await cloneDatabase(adminUrl, template);
  const folder = mkdtempSync(join(tmpdir(), 'jince-test-'));
  let now = new Date('2026-11-22T02:00:00Z');
  const config = loadConfig({
    JINCE_DATA_DIR: folder,
    JINCE_SECRET: 'a secret for tests only, 0123456789 abcdef',
    JINCE_LOG_LEVEL: 'silent',
    DATABASE_URL: clone.url,
  });
  const jurisdiction = await loadJurisdiction(config.jurisdiction);
  const pool = createPool(clone.url, jurisdiction.district.code, 10);
  const db = createDatabase(pool);
  const services = createServices(
    {
      config,
      db,
      pool,
      files: folderStore(join(folder, 'files')),
      log: silent,
      clock: { now: () => now },
      jurisdiction,
      demo: true,
    },
    modules,
  );
  await sql`insert into platform.district (code, name, demo) values (${services.district.code}, ${services.district.name}, true)`.execute(
    db,
  );
  if (services.facts.subjects.size > 0) await syncFactTables(systemContext(services, 'test'));
  return {
    url: clone.url,
    pool,
    services,
    setNow(iso) {
      now = new Date(iso);
    },
    system: () => systemContext(services, 'test'),
    async as(role, placeKind, placeCode) {
      const kind = placeKind ?? roles.find((r) => r.role === role)?.placeKinds[0] ?? 'district';
      const actor = await storeAccount(services, role, {
        role,
        placeKind: kind,
        placeCode: placeCode ?? services.district.code,
      });
      return { ...systemContext(services, 'test', actor), source: '127.0.0.1' };
    },
    async close() {
      await db.destroy();
      await clone.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
