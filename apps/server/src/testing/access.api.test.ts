import type { Problem, RouteName, RouteShape } from '@jince/contract';
import { routes } from '@jince/contract';
import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModules } from '../modules.ts';
import { roles } from '../platform/access/access.ts';
import { issueSession, SESSION_COOKIE } from '../platform/auth/index.ts';
import { type Ctx, inTransaction } from '../platform/context/context.ts';
import { buildApp } from '../platform/http/build-app.ts';
import { openTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts';
import { sampleRequest } from './sample-input.ts';

const { modules } = createModules();
const bindings = modules.flatMap((module) => module.routes);
const guarded = bindings.filter((binding) => typeof binding.gate === 'string');
const changing = bindings.filter((binding) => routes[binding.name].method !== 'GET');
const own = bindings.filter((binding) => typeof binding.gate === 'object' && binding.gate.open === 'signed-in');

interface Session {
  readonly cookie: string;
  readonly csrf: string;
}

let db: TestDatabase;
let app: FastifyInstance;
const sessions = new Map<string, Session>();

async function openSession(ctx: Ctx): Promise<Session> {
  const session = await inTransaction(ctx, (tx) => issueSession(tx, ctx, ctx.actor.userId as string, 60));
  return { cookie: `${SESSION_COOKIE}=${session.token}`, csrf: session.csrfToken };
}

const of = (role: string) => sessions.get(role) as Session;

beforeAll(async () => {
  db = await openTestDatabase(modules);
  app = await buildApp(db.services, bindings);
  await app.ready();
  const places = {
    district: undefined,
    zone: 'development-zone',
    town: '320509105',
    organisation: 'WJ-P-MIIT',
    party: uuidv7(),
  };
  for (const { role, placeKinds } of roles) {
    const kind = placeKinds[0] as keyof typeof places;
    sessions.set(role, await openSession(await db.as(role, kind, places[kind])));
  }
});
afterAll(async () => {
  await app.close();
  await db.close();
});

function call(name: RouteName, session?: Session, headers: Record<string, string> = {}) {
  const request = sampleRequest(name);
  return app.inject({
    ...request,
    headers: {
      ...request.headers,
      ...(session === undefined ? {} : { cookie: session.cookie, 'x-csrf-token': session.csrf }),
      ...headers,
    },
  });
}

const codeOf = (response: { json(): unknown }) => (response.json() as Problem).code;

describe('without a session', () => {
  it.each([...guarded, ...own].map((binding) => binding.name))('%s answers 401', async (name) => {
    const response = await call(name);
    expect([name, response.statusCode, codeOf(response)]).toEqual([name, 401, 'platform.not-signed-in']);
  });

  it('an invented session is none', async () => {
    const response = await call('getMe', { cookie: `${SESSION_COOKIE}=invented`, csrf: 'invented' });
    expect(response.statusCode).toBe(401);
  });
});

describe.each(roles.map((role) => role.role))('as %s', (role) => {
  it('every route without permission answers 403 and names the permission', async () => {
    const held = new Set(db.services.permissionsOfRole(role));
    const wrong: string[] = [];
    for (const binding of guarded.filter(({ gate }) => !held.has(gate as string))) {
      const response = await call(binding.name, of(role));
      const problem = response.json() as Problem;
      const label = db.services.permissionLabel(binding.gate as string).zh;
      if (response.statusCode !== 403 || problem.code !== 'platform.not-permitted' || !problem.title.includes(label))
        wrong.push(`${binding.name}: ${response.statusCode} ${problem.code}`);
    }
    expect(wrong).toEqual([]);
  });

  it('every route with permission is let in, and none fails inside', async () => {
    const held = new Set(db.services.permissionsOfRole(role));
    const wrong: string[] = [];
    for (const binding of guarded.filter(({ gate }) => held.has(gate as string))) {
      const response = await call(binding.name, of(role));
      if ([401, 403].includes(response.statusCode) || response.statusCode >= 500)
        wrong.push(`${binding.name}: ${response.statusCode} ${response.body.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('what is not there answers 404', async () => {
    const held = new Set(db.services.permissionsOfRole(role));
    const wrong: string[] = [];
    for (const binding of guarded.filter(({ gate }) => held.has(gate as string))) {
      const shape: RouteShape = routes[binding.name];
      if (!shape.path.includes(':id')) continue;
      const response = await call(binding.name, of(role));
      if (response.statusCode !== 404)
        wrong.push(`${binding.name}: ${response.statusCode} ${response.body.slice(0, 160)}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a request from somewhere else', () => {
  it.each(changing.map((binding) => binding.name))('%s without the token of the session answers 403', async (name) => {
    const without = await call(name, { ...of('ip-officer'), csrf: '' });
    const foreign = await call(name, of('ip-officer'), { 'sec-fetch-site': 'cross-site' });
    expect([name, codeOf(without), codeOf(foreign)]).toEqual([name, 'platform.csrf', 'platform.csrf']);
    expect([without.statusCode, foreign.statusCode]).toEqual([403, 403]);
  });
});

describe('answers', () => {
  it('refusals are problem documents in the language of the reader', async () => {
    const zh = await call('listParties', undefined, { 'accept-language': 'zh-CN' });
    const en = await call('listParties', undefined, { 'accept-language': 'en' });
    expect(zh.headers['content-type']).toContain('application/problem+json');
    expect(zh.json()).toMatchObject({ status: 401, code: 'platform.not-signed-in', title: '请先登录。' });
    expect(en.json()).toMatchObject({ status: 401, code: 'platform.not-signed-in', title: 'Please sign in.' });
  });

  it('bad input answers 400 and says where', async () => {
    const response = await app.inject({
      method: 'POST',
      url: routes.createAccount.path,
      payload: { username: 'Not A Name', displayName: '', roles: [] },
      headers: { cookie: of('system-admin').cookie, 'x-csrf-token': of('system-admin').csrf },
    });
    const problem = response.json() as Problem;
    expect([response.statusCode, problem.code]).toEqual([400, 'platform.invalid-input']);
    expect(problem.errors?.map((error) => error.path).toSorted()).toEqual(['displayName', 'username']);
  });

  it('an address nobody serves answers 404', async () => {
    const response = await app.inject({ method: 'GET', url: '/api/no-such-thing' });
    expect([response.statusCode, codeOf(response)]).toEqual([404, 'platform.route-not-found']);
  });

  it.each(['/healthz', '/api/meta', '/api/session'])('%s carries the security headers', async (url) => {
    const { headers } = await app.inject({ method: 'GET', url });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBeDefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('figures about load are not for the network', async () => {
    const response = await app.inject({ method: 'GET', url: '/metrics', remoteAddress: '203.0.113.9' });
    expect(response.statusCode).toBe(404);
  });

  it('the description of the interface lists every route', async () => {
    const document = (await app.inject({ method: 'GET', url: '/api/openapi.json' })).json() as {
      openapi: string;
      paths: Record<string, Record<string, { operationId?: string }>>;
    };
    const described = Object.values(document.paths).flatMap((path) => Object.values(path).map((o) => o.operationId));
    expect(document.openapi).toMatch(/^3\.1/);
    expect(bindings.map((binding) => binding.name).filter((name) => !described.includes(name))).toEqual([]);
  });
});
