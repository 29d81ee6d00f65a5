import { openWorld } from '../../apps/server/src/app.ts';
import { loadConfig } from '../../apps/server/src/platform/config/config.ts';
import { seedDemoAccounts } from '../../apps/server/src/seed-demo.ts';

/** Serves pages without a worker; as with `npm start`, passwords of the demo accounts are of today. */
const world = await openWorld(loadConfig());
await seedDemoAccounts(world);
await world.close();
await import('../../apps/server/src/http.ts');
