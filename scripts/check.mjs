// `npm run check`: see scripts/check/run.ts.
import { runScript } from './lib/prepare.mjs';

runScript('scripts/check/run.ts');
