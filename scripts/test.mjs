// `npm test`: see scripts/test/run.ts.
import { runScript } from './lib/prepare.mjs';

runScript('scripts/test/run.ts');
