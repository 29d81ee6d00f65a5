import { openWorld } from './app.ts';
import { loadConfig } from './platform/config/config.ts';
import { buildApp } from './platform/http/build-app.ts';
import { registerJobStream } from './platform/http/stream-jobs.ts';
import { onStop } from './platform/stop.ts';
import { warmUp } from './platform/warm-up.ts';

/** Entry point: serves the API and the built console. */
const world = await openWorld(loadConfig(), { prepare: process.env.JINCE_PREPARED !== 'true' });
const app = await buildApp(
  world.services,
  world.modules.flatMap((module) => module.routes),
  world.modules.find((module) => module.site !== undefined)?.site,
);
const endStreams = registerJobStream(app, world.services, world.databaseUrl, world.tasks);
await app.listen({ host: world.config.host, port: world.config.port });
process.send?.({ ready: true });
// The first reader should not wait for the registers to be read into memory.
warmUp(world.services, world.modules).catch((error: unknown) =>
  world.services.log.warn({ err: error }, 'indexes not warmed'),
);

onStop(async () => {
  await endStreams();
  await app.close();
  await world.close();
});
