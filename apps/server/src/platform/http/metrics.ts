import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Services } from '../context/context.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Prometheus figures of this process: runtime, requests by route, jobs by state. */
export function createMetrics(services: Services) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'jince_http_request_seconds',
    help: 'Seconds to answer, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'jince_jobs',
    help: 'Job runs not finished, by state',
    labelNames: ['state'] as const,
    registers: [registry],
    async collect() {
      const { rows } = await sql<{ state: string; n: number }>`
        select state, count(*) as n from platform.job_run where state in ('queued', 'running') group by state`.execute(
        services.db,
      );
      this.reset();
      for (const row of rows) this.set({ state: row.state }, row.n);
    },
  });
  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    mayRead: (request: FastifyRequest) => LOOPBACK.has(request.socket.remoteAddress ?? ''),
    observe(request: FastifyRequest, reply: FastifyReply) {
      const route = request.routeOptions.url ?? 'none';
      requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    },
  };
}
