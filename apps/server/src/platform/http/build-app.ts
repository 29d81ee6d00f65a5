import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { SESSION_COOKIE } from '../auth/index.ts';
import type { Services } from '../context/context.ts';
import type { RouteBinding } from '../module.ts';
import { createMetrics } from './metrics.ts';
import { sendProblem } from './problem.ts';
import type { Site } from './public-page.ts';
import { registerPages } from './register-pages.ts';
import { registerRoutes } from './register-routes.ts';

export const WEB_DIST = fileURLToPath(new URL('../../../../web/dist', import.meta.url));
const REQUESTS_PER_MINUTE = 6000;

/** The entry an address belongs to: the portal or the console. */
const pageOf = (url: string): string => `${/^\/(portal)(?=[/?#]|$)/.exec(url)?.[1] ?? 'index'}.html`;

async function registerWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(WEB_DIST, 'index.html'))) return;
  await app.register(staticFiles, {
    root: WEB_DIST,
    preCompressed: true,
    wildcard: false,
    setHeaders: (reply, path) => {
      // Hashed names never change; the page itself is always asked for anew.
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** The HTTP application: security headers, limits, routes of all modules, public site, built console, health, metrics. */
export async function buildApp(
  services: Services,
  bindings: readonly RouteBinding[],
  site?: Site,
): Promise<FastifyInstance> {
  const { config } = services;
  const app = Fastify({
    logger: { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    disableRequestLogging: config.logLevel !== 'debug',
    trustProxy: config.trustProxy,
    genReqId: () => uuidv7(),
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => sendProblem(services, error, request, reply));

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its component styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: config.mode === 'production',
    crossOriginEmbedderPolicy: false,
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.cookies?.[SESSION_COOKIE] ?? request.ip,
  });
  await app.register(multipart, {
    limits: { files: 1, fileSize: config.maxUploadBytes, fields: 20, fieldSize: 10_000 },
  });
  // Level 2: lists are answered in a few milliseconds, packing them should not take longer.
  await app.register(compress, { threshold: 4096, encodings: ['gzip'], zlibOptions: { level: 2 } });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Jince 锦策 API', version: '0.1.0', description: '区域知识产权规划执行平台接口' },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } as never }),
  });
  const metrics = createMetrics(services);
  app.addHook('onResponse', async (request, reply) => metrics.observe(request, reply));

  app.get('/healthz', { schema: { hide: true } }, async () => ({ ok: true }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(services.db);
      return { ok: true };
    } catch {
      return reply.code(503).send({ ok: false });
    }
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    // Figures about load are for the machine's own collector, not for the network.
    if (!metrics.mayRead(request)) return reply.code(404).send();
    return reply.type(metrics.contentType).send(await metrics.read());
  });
  registerRoutes(app, services, bindings);
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  if (site !== undefined) await registerPages(app, services, site);
  await registerWeb(app);
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !request.url.startsWith('/api/') ? pageOf(request.url) : undefined;
    if (page !== undefined && existsSync(join(WEB_DIST, page)))
      return reply.header('cache-control', 'no-cache').sendFile(page);
    return sendProblem(services, Object.assign(new Error('not found'), { statusCode: 404 }), request, reply);
  });
  return app;
}
