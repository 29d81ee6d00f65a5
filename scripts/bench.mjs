// `npm run bench`: see scripts/bench/run.ts.
import { runScript } from './lib/prepare.mjs';

runScript('scripts/bench/run.ts');
