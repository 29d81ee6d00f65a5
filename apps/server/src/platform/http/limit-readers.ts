import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors/errors.ts';

const GROUPS = 8;
const SUBNET_GROUPS = 4;

/** Whom a limit is for: an IPv4 address, or the /64 an IPv6 one is of, since that is what one customer gets. */
export function readerOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : GROUPS - before.length - after.length;
  const groups = [...before, ...Array.from({ length: Math.max(zeros, 0) }, () => '0'), ...after];
  return groups
    .slice(0, SUBNET_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

export type ReaderLimit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * So many requests in a minute for each reader, counted together over all routes it is put before. Told by address alone: a
 * session that is made up must not open a new account.
 */
export function limitReaders(app: FastifyInstance, perMinute: number): ReaderLimit {
  const check = app.createRateLimit({
    max: perMinute,
    timeWindow: '1 minute',
    keyGenerator: (request: FastifyRequest) => readerOf(request.ip),
  });
  return async (request, reply) => {
    const result = await check(request);
    if (result.isAllowed || !result.isExceeded) return;
    reply.header('retry-after', result.ttlInSeconds);
    throw new AppError('platform.too-many-requests', { seconds: result.ttlInSeconds });
  };
}
