// `npm run docs`: see scripts/docs/run.ts.
import { runScript } from './lib/prepare.mjs';

runScript('scripts/docs/run.ts');
