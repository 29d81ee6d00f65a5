import { routes } from '@jince/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import pg from 'pg';
import { resolveSession, SESSION_COOKIE } from '../auth/index.ts';
import type { Services } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { findJobRun, type TaskCatalogue, toJobRun } from '../jobs/job-repository.ts';

const PERMISSION = 'platform.job.read';
const KEEP_ALIVE_MS = 20_000;

/**
 * Server-sent events of job runs. One database connection listens for the whole process and is opened again when lost.
 * Returns a function that ends all streams.
 */
export function registerJobStream(
  app: FastifyInstance,
  services: Services,
  databaseUrl: string,
  tasks: TaskCatalogue,
): () => Promise<void> {
  const listeners = new Map<FastifyReply, string>();
  let client: pg.Client | undefined;
  let closing = false;

  async function tell(payload: string): Promise<void> {
    const { district, id } = JSON.parse(payload) as { district: string; id: string };
    const targets = [...listeners].filter(([, of]) => of === district).map(([reply]) => reply);
    if (targets.length === 0) return;
    const row = await findJobRun(services.db, district, id);
    if (row === undefined) return;
    const event = `event: job\ndata: ${JSON.stringify(toJobRun(row, tasks))}\n\n`;
    for (const reply of targets) reply.raw.write(event);
  }

  async function listen(): Promise<void> {
    if (closing || client !== undefined) return;
    const next = new pg.Client({ connectionString: databaseUrl, application_name: 'jince-events' });
    client = next;
    next.on('error', () => {
      client = undefined;
      if (!closing) setTimeout(() => void listen().catch(() => undefined), 1000).unref();
    });
    next.on('notification', (message) => {
      if (message.payload)
        tell(message.payload).catch((error: unknown) => services.log.warn({ err: error }, 'job event lost'));
    });
    await next.connect();
    await next.query('listen jince_job');
  }

  const keepAlive = setInterval(() => {
    for (const reply of listeners.keys()) reply.raw.write(': keep-alive\n\n');
  }, KEEP_ALIVE_MS);
  keepAlive.unref();

  app.get(routes.streamJobs.path, { schema: { hide: true } }, async (request, reply) => {
    const token = request.cookies[SESSION_COOKIE];
    const session =
      token === undefined
        ? undefined
        : await resolveSession(services.db, services, {
            token,
            source: request.ip,
            userAgent: null,
            now: services.clock.now(),
          });
    if (session === undefined) throw new AppError('platform.not-signed-in');
    if (!session.actor.permissions.has(PERMISSION)) {
      throw new AppError('platform.not-permitted', { permission: services.permissionLabel(PERMISSION).zh });
    }
    await listen();
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 2000\n\n');
    listeners.set(reply, services.district.code);
    request.raw.on('close', () => listeners.delete(reply));
  });

  return async () => {
    closing = true;
    clearInterval(keepAlive);
    for (const reply of listeners.keys()) reply.raw.end();
    listeners.clear();
    await client?.end().catch(() => undefined);
  };
}
