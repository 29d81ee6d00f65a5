import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadyPage } from './page-cache.ts';
import { SITE_ROOT } from './read-page.ts';
import { fileHeaders } from './register-routes.ts';

/** Nothing but this server's own style sheet and pictures; no script at all, whatever got into a text. */
const contentPolicy = (pictures: string) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    `img-src ${pictures}`,
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const CONTENT_POLICY = contentPolicy("'self'");
/** Data is no address: nothing can be asked for or told by it. */
const WITH_INLINE_PICTURES = contentPolicy("'self' data:");

const HEADERS = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  vary: 'Accept-Encoding, Cookie',
} as const;

/** Sends an answer; `kept`: browsers may keep it and ask whether it still holds. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, ready: ReadyPage, kept: boolean): FastifyReply {
  const { answer, body, packed, etag } = ready;
  const immutable = answer.kind === 'text' && answer.immutable === true;
  reply.headers(HEADERS);
  if (answer.kind === 'page' && answer.inlinePictures === true)
    reply.header('content-security-policy', WITH_INLINE_PICTURES);
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
