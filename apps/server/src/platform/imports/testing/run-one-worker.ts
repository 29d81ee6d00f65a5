import { openWorld } from '../../../app.ts';
import { loadConfig } from '../../config/config.ts';
import { drainJobs } from '../../jobs/drain-jobs.ts';

/** A worker process of its own, to be killed in the middle of its work. Settings come by environment. */
const world = await openWorld(loadConfig(), { prepare: false, poolSize: 5 });
await drainJobs(world.services, world.tasks);
await world.close();
