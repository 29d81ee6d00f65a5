import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors/errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function equal(a: string, b: string): boolean {
  const x = Buffer.from(a);
  const y = Buffer.from(b);
  return x.length === y.length && timingSafeEqual(x, y);
}

/** A request that changes something must come from our own pages: same site by the browser's word, and the session's token. */
export function assertNotForged(request: FastifyRequest, csrfToken: string | undefined): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new AppError('platform.csrf');
  if (csrfToken === undefined) return;
  const given = request.headers['x-csrf-token'];
  if (typeof given !== 'string' || !equal(given, csrfToken)) throw new AppError('platform.csrf');
}
