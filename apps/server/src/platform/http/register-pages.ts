import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Ctx, chinaDay, type Services } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import type { Language } from '../i18n/language.ts';
import { assertNotForged } from './cookies-and-csrf.ts';
import { limitReaders, type ReaderLimit } from './limit-readers.ts';
import { makeReady, PageCache } from './page-cache.ts';
import { toAppError } from './problem.ts';
import type { PublicPage, Site, Visit } from './public-page.ts';
import { acceptForms } from './read-form.ts';
import { inputOf, KnownAddresses, SITE_ROOT, wantsLarge } from './read-page.ts';
import { stranger } from './register-routes.ts';
import { sendPage } from './send-page.ts';

const READS_PER_MINUTE = 240;
const CACHE_BYTES = 64 * 1024 * 1024;
const A_YEAR_OF_TLS = 'max-age=31536000; includeSubDomains';

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

async function answer({ services, cache, known }: Serving, page: PublicPage, at: Visited): Promise<FastifyReply> {
  const { request, reply, language } = at;
  assertNotForged(request, undefined);
  const ctx = contextOf(services, request, language);
  if (page.version === undefined || page.method === 'POST') {
    const input = await inputOf(page, request, language);
    return sendPage(request, reply, await makeReady(await page.render(ctx, input)), false);
  }
  const { input, key } = await known.read(page, request, language);
  const version = await page.version(ctx);
  return sendPage(
    request,
    reply,
    await cache.read(`${key}|${ctx.today}|${version}`, () => page.render(ctx, input)),
    true,
  );
}

/** What all pages of one server share. */
interface Serving {
  readonly services: Services;
  readonly cache: PageCache;
  readonly known: KnownAddresses;
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
  const known = toAppError(error, {
    requestId: request.id,
    maxBytes: services.config.maxUploadBytes,
    language,
  });
  if (known.code === 'platform.internal') request.log.error({ err: error }, 'page failed');
  const { status, text } = services.sentence(known, language);
  const visit: Visit = {
    language,
    path: '',
    search: '',
    large: wantsLarge(request),
  };
  const problem = { status, code: known.code, text };
  const html = site.renderProblem(contextOf(services, request, language), visit, problem);
  return sendPage(request, reply, await makeReady({ kind: 'page', html, status }), false);
}

const languageOfAddress = (url: string): Language => (/^\/public\/en(?=[/?#]|$)/.test(url) ? 'en' : 'zh');

/** Serves the public site: each page in both languages, with its own limits, policy of content, cache and ways to fail. */
export async function registerPages(app: FastifyInstance, services: Services, site: Site): Promise<void> {
  const serving: Serving = { services, cache: new PageCache(CACHE_BYTES), known: new KnownAddresses() };
  const reading = limitReaders(app, READS_PER_MINUTE);
  const limitOf = (page: PublicPage) => (page.perMinute === undefined ? reading : limitReaders(app, page.perMinute));
  const fail = (request: FastifyRequest, reply: FastifyReply, error: unknown) =>
    sendProblemPage(services, site, { request, reply, language: languageOfAddress(request.url), error });
  const overTls = async (_request: FastifyRequest, reply: FastifyReply) => {
    if (services.config.mode === 'production') reply.header('strict-transport-security', A_YEAR_OF_TLS);
  };
  await app.register(async (scope) => {
    scope.addHook('onRequest', overTls);
    scope.setErrorHandler((error, request, reply) => fail(request, reply, error));
    for (const page of site.pages.filter(({ whole }) => whole === true))
      bindPage(scope, page, { serving, language: 'zh', limit: limitOf(page) });
  });
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', overTls);
      acceptForms(scope);
      scope.setErrorHandler((error, request, reply) => fail(request, reply, error));
      scope.setNotFoundHandler(async (request, reply) => {
        await reading(request, reply);
        return fail(request, reply, new AppError('platform.route-not-found'));
      });
      for (const page of site.pages.filter(({ whole }) => whole !== true)) {
        const limit = limitOf(page);
        for (const language of ['zh', 'en'] as const) bindPage(scope, page, { serving, language, limit });
      }
    },
    { prefix: SITE_ROOT },
  );
}

interface Binding {
  readonly serving: Serving;
  readonly language: Language;
  readonly limit: ReaderLimit;
}

function bindPage(scope: FastifyInstance, page: PublicPage, { serving, language, limit }: Binding): void {
  scope.route({
    method: page.method ?? 'GET',
    url: page.whole === true || language === 'zh' ? page.path : `/en${page.path}`,
    schema: { hide: true },
    compress: false,
    // Its own headers, made once: those of the console allow more.
    helmet: false,
    // Counted together below, not route by route.
    config: { rateLimit: false },
    onRequest: limit,
    handler: (request, reply) => answer(serving, page, { request, reply, language }),
  });
}
