import { openWorld } from './app.ts';
import { loadConfig } from './platform/config/config.ts';
import { runWorker } from './platform/jobs/run-worker.ts';
import { startTimedJobs } from './platform/jobs/timed-jobs.ts';
import { onStop } from './platform/stop.ts';

/** Entry point: runs background jobs and the timed ones. */
const world = await openWorld(loadConfig(), { prepare: process.env.JINCE_PREPARED !== 'true' });
const runner = await runWorker(world.services, world.pool, [...world.tasks.values()]);
const stopTimer = startTimedJobs(world.services, world.tasks);
process.send?.({ ready: true });

onStop(async () => {
  stopTimer();
  await runner.stop();
  await world.close();
});
