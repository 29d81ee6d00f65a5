import { Readable } from 'node:stream';
import { type RouteShape, routes } from '@jince/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowedBeforePasswordChange, recordRefusal, resolveSession, SESSION_COOKIE } from '../auth/index.ts';
import { type Actor, type Ctx, chinaDay, type Services } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { languageOf } from '../i18n/language.ts';
import type { FileAnswer, RouteBinding, UploadedFile } from '../module.ts';
import { assertNotForged } from './cookies-and-csrf.ts';

/**
 * From one address: a whole office begins at the same minute behind one. Guessing is stopped by the lock of a name; this only
 * bounds the work of hashing.
 */
const SIGN_INS_PER_MINUTE = 120;

/** Whoever did not sign in. */
export const stranger: Actor = {
  userId: 'anonymous',
  username: 'anonymous',
  displayName: '未登录',
  organisationId: null,
  grants: [],
  permissions: new Set(),
  sessionId: null,
};

async function contextOf(
  services: Services,
  binding: RouteBinding,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Ctx> {
  const now = services.clock.now();
  const language = languageOf(request.headers['accept-language']);
  const base = {
    district: services.district.code,
    now,
    today: chinaDay(now),
    requestId: request.id,
    source: request.ip,
    userAgent: request.headers['user-agent'] ?? null,
    language,
    db: services.db,
    services,
    reply: {
      setCookie: (name: string, value: string, options: object) => void reply.setCookie(name, value, options),
      clearCookie: (name: string) => void reply.clearCookie(name, { path: '/' }),
    },
  };
  const token = request.cookies[SESSION_COOKIE];
  const session =
    token === undefined
      ? undefined
      : await resolveSession(services.db, services, {
          token,
          source: request.ip,
          userAgent: request.headers['user-agent'] ?? null,
          now,
        });
  assertNotForged(request, session?.csrfToken);
  const open = typeof binding.gate === 'object' ? binding.gate.open : undefined;
  if (session === undefined) {
    if (open === 'anyone') return { ...base, actor: stranger };
    throw new AppError('platform.not-signed-in');
  }
  const ctx: Ctx = { ...base, actor: session.actor };
  if (open !== 'anyone' && session.mustChangePassword && !allowedBeforePasswordChange.has(binding.name)) {
    throw new AppError('identity.password.must-change');
  }
  if (typeof binding.gate === 'string' && !session.actor.permissions.has(binding.gate)) {
    await recordRefusal(ctx, binding.gate);
    throw new AppError('platform.not-permitted', { permission: services.permissionLabel(binding.gate)[language] });
  }
  return ctx;
}

async function uploadOf(request: FastifyRequest): Promise<UploadedFile> {
  const part = await request.file();
  if (part === undefined) throw new AppError('platform.invalid-input', {}, [{ path: 'file', message: '缺少文件' }]);
  const fields: Record<string, string> = {};
  for (const [name, field] of Object.entries(part.fields)) {
    const value = Array.isArray(field) ? field[0] : field;
    if (value !== undefined && value.type === 'field') fields[name] = String(value.value);
  }
  return { fileName: part.filename, mediaType: part.mimetype, content: part.file, fields };
}

/** The body as it arrives: it is read piece by piece, never as a whole. */
function bytesOf(request: FastifyRequest): Readable {
  if (request.body instanceof Readable) return request.body;
  throw new AppError('platform.invalid-input', {}, [{ path: 'body', message: 'application/octet-stream' }]);
}

/** Says what a download is called; its name may be Chinese. */
export function fileHeaders(answer: FileAnswer): Record<string, string> {
  const ascii = answer.fileName.replace(/[^\w.-]/g, '_');
  return {
    'content-type': answer.mediaType,
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`,
  };
}

function sendFile(reply: FastifyReply, answer: FileAnswer): FastifyReply {
  return reply.headers(fileHeaders(answer)).send(answer.content);
}

/** Binds every route of the modules: parse, gate, run, answer. A route does nothing else. */
export function registerRoutes(app: FastifyInstance, services: Services, bindings: readonly RouteBinding[]): void {
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  for (const binding of bindings) {
    const shape: RouteShape = routes[binding.name];
    app.route({
      method: shape.method,
      url: shape.path,
      schema: {
        operationId: binding.name,
        summary: shape.summary,
        tags: [shape.path.split('/')[2] ?? 'api'],
        ...(shape.params ? { params: shape.params } : {}),
        ...(shape.query ? { querystring: shape.query } : {}),
        ...(shape.body && shape.transport !== 'multipart' ? { body: shape.body } : {}),
        ...(shape.response ? { response: { 200: shape.response } } : {}),
      },
      config: binding.name === 'signIn' ? { rateLimit: { max: SIGN_INS_PER_MINUTE, timeWindow: '1 minute' } } : {},
      handler: async (request, reply) => {
        const ctx = await contextOf(services, binding, request, reply);
        const input = {
          params: request.params ?? {},
          query: request.query ?? {},
          body: request.body,
          ...(shape.transport === 'multipart' ? { file: await uploadOf(request) } : {}),
          ...(shape.transport === 'octets' ? { bytes: bytesOf(request) } : {}),
        };
        const answer = await binding.handle(ctx, input as never);
        if (shape.transport === 'file') return sendFile(reply, answer as FileAnswer);
        return reply.send(answer);
      },
    });
  }
}
