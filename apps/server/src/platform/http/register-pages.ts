import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Ctx, chinaDay, type Services } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import type { Language } from '../i18n/language.ts';
import { assertNotForged } from './cookies-and-csrf.ts';
import { limitReaders, type ReaderLimit } from './limit-readers.ts';
import { makeReady, PageCache, type ReadyPage } from './page-cache.ts';
import { toAppError } from './problem.ts';
import type { PageInput, PublicPage, Site, Visit } from './public-page.ts';
import { acceptForms, fieldsOf, readForm } from './read-form.ts';
import { fileHeaders, stranger } from './register-routes.ts';

export const SITE_ROOT = '/public';
/** Kept by the browser of a reader who wants large type. */
export const TYPE_COOKIE = 'jince-type';
const READS_PER_MINUTE = 240;
const CACHE_BYTES = 64 * 1024 * 1024;

/** Nothing but this server's own style sheet and pictures; no script at all, whatever got into a text. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const rootOf = (language: Language) => (language === 'en' ? `${SITE_ROOT}/en` : SITE_ROOT);

function contextOf(services: Services, request: FastifyRequest, language: Language): Ctx {
  const now = services.clock.now();
  return {
    actor: stranger,
    district: services.district.code,
    now,
    today: chinaDay(now),
    requestId: request.id,
    source: request.ip,
    userAgent: request.headers['user-agent'] ?? null,
    language,
    db: services.db,
    services,
  };
}

function pathOf(request: FastifyRequest, language: Language): string {
  const path = request.url.split('?')[0] as string;
  return path.startsWith(rootOf(language)) ? path.slice(rootOf(language).length).replace(/\/$/, '') : path;
}

function searchOf(query: unknown): string {
  const pairs = Object.entries((query ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== null && one !== '')
      .map((one) => [name, String(one)]),
  );
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? '' : `?${text}`;
}

async function inputOf(page: PublicPage, request: FastifyRequest, language: Language): Promise<PageInput> {
  const params = page.params?.safeParse(request.params);
  if (params?.success === false) throw new AppError('platform.route-not-found');
  const given = fieldsOf(new URLSearchParams(request.url.split('?')[1] ?? ''));
  const query = page.query?.safeParse(given);
  if (query?.success === false) throw new AppError('platform.invalid-input');
  const { form: posted, files } = await readForm(request, page);
  const form = page.form?.safeParse(posted);
  if (form?.success === false) throw new AppError('platform.invalid-input');
  return {
    visit: {
      language,
      path: pathOf(request, language),
      search: searchOf(query?.data),
      large: request.cookies[TYPE_COOKIE] === 'large',
    },
    params: params?.data,
    query: query?.data,
    form: form?.data,
    files,
  };
}

function send(request: FastifyRequest, reply: FastifyReply, ready: ReadyPage, kept: boolean): FastifyReply {
  const { answer, body, packed, etag } = ready;
  const immutable = answer.kind === 'text' && answer.immutable === true;
  reply.header('content-security-policy', CONTENT_POLICY).header('vary', 'Accept-Encoding, Cookie');
  reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : kept ? 'no-cache' : 'no-store');
  if (answer.kind === 'redirect') {
    if (answer.cookie !== undefined) {
      const { name, value, maxAgeSeconds } = answer.cookie;
      reply.setCookie(name, value, { path: SITE_ROOT, httpOnly: true, sameSite: 'lax', maxAge: maxAgeSeconds });
    }
    return reply.redirect(answer.to, 303);
  }
  if (answer.kind === 'file') {
    reply.headers(fileHeaders(answer.file));
    return reply.send(answer.file.content);
  }
  reply.code(answer.kind === 'page' ? (answer.status ?? 200) : 200);
  reply.type(answer.kind === 'page' ? 'text/html; charset=utf-8' : answer.mediaType);
  if (etag !== undefined && kept) {
    reply.header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  }
  if (packed === undefined || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(body);
  return reply.header('content-encoding', 'gzip').send(packed);
}

async function answer(services: Services, cache: PageCache, page: PublicPage, at: Visited): Promise<FastifyReply> {
  const { request, reply, language } = at;
  assertNotForged(request, undefined);
  const ctx = contextOf(services, request, language);
  const input = await inputOf(page, request, language);
  if (page.version === undefined || page.method === 'POST')
    return send(request, reply, await makeReady(await page.render(ctx, input)), false);
  const { visit, params } = input;
  const key = [page.name, language, visit.large, JSON.stringify(params ?? null), visit.search, ctx.today].join('|');
  const version = await page.version(ctx);
  return send(request, reply, await cache.read(`${key}|${version}`, () => page.render(ctx, input)), true);
}

interface Visited {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly language: Language;
}

async function sendProblemPage(
  services: Services,
  site: Site,
  at: Visited & { error: unknown },
): Promise<FastifyReply> {
  const { request, reply, language, error } = at;
  const known = toAppError(error, request.id, services.config.maxUploadBytes);
  if (known.code === 'platform.internal') request.log.error({ err: error }, 'page failed');
  const { status, text } = services.sentence(known, language);
  const visit: Visit = {
    language,
    path: '',
    search: '',
    large: request.cookies?.[TYPE_COOKIE] === 'large',
  };
  const problem = { status, code: known.code, text };
  const html = site.renderProblem(contextOf(services, request, language), visit, problem);
  return send(request, reply, await makeReady({ kind: 'page', html, status }), false);
}

const languageOfAddress = (url: string): Language => (/^\/public\/en(?=[/?#]|$)/.test(url) ? 'en' : 'zh');

/** Serves the public site: each page in both languages, with its own limits, policy of content, cache and ways to fail. */
export async function registerPages(app: FastifyInstance, services: Services, site: Site): Promise<void> {
  const cache = new PageCache(CACHE_BYTES);
  const reading = limitReaders(app, READS_PER_MINUTE);
  const limitOf = (page: PublicPage) => (page.perMinute === undefined ? reading : limitReaders(app, page.perMinute));
  const fail = (request: FastifyRequest, reply: FastifyReply, error: unknown) =>
    sendProblemPage(services, site, { request, reply, language: languageOfAddress(request.url), error });
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => fail(request, reply, error));
    for (const page of site.pages.filter(({ whole }) => whole === true))
      bindPage(scope, page, { services, cache, language: 'zh', limit: limitOf(page) });
  });
  await app.register(
    async (scope) => {
      acceptForms(scope);
      scope.setErrorHandler((error, request, reply) => fail(request, reply, error));
      scope.setNotFoundHandler(async (request, reply) => {
        await reading(request, reply);
        return fail(request, reply, new AppError('platform.route-not-found'));
      });
      for (const page of site.pages.filter(({ whole }) => whole !== true)) {
        const limit = limitOf(page);
        for (const language of ['zh', 'en'] as const) bindPage(scope, page, { services, cache, language, limit });
      }
    },
    { prefix: SITE_ROOT },
  );
}

interface Binding {
  readonly services: Services;
  readonly cache: PageCache;
  readonly language: Language;
  readonly limit: ReaderLimit;
}

function bindPage(scope: FastifyInstance, page: PublicPage, { services, cache, language, limit }: Binding): void {
  scope.route({
    method: page.method ?? 'GET',
    url: page.whole === true || language === 'zh' ? page.path : `/en${page.path}`,
    schema: { hide: true },
    compress: false,
    // Counted together below, not route by route.
    config: { rateLimit: false },
    onRequest: limit,
    handler: (request, reply) => answer(services, cache, page, { request, reply, language }),
  });
}
