import { runCommand } from '../lib/run-command.ts';
import { findSizeProblems } from './file-sizes.ts';
import { findMessageProblems } from './message-keys.ts';
import type { Step } from './run-steps.ts';

const tool =
  (...command: string[]) =>
  async (): Promise<string[]> => {
    const { code, output } = await runCommand(command);
    return code === 0 ? [] : [output];
  };

const FOLDERS = ['apps', 'packages', 'law', 'jurisdictions', 'bench', 'e2e', 'scripts'];

/** Slowest first, so that the quick ones fill the gaps. */
export const steps: readonly Step[] = [
  { name: 'types', about: 'tsc over everything', run: tool('tsc', '-p', 'tsconfig.json') },
  {
    name: 'boundaries',
    about: 'modules, tiers, layers, cycles (.dependency-cruiser.cjs)',
    run: tool('depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...FOLDERS),
  },
  {
    name: 'format-lint',
    about: 'Biome',
    run: tool('biome', 'check', '--error-on-warnings', '--max-diagnostics=60', '.'),
  },
  {
    name: 'unused',
    about: 'files, exports and dependencies nobody uses (knip.json)',
    run: tool('knip', '--no-progress'),
  },
  { name: 'messages', about: 'every word in both languages', run: async () => findMessageProblems() },
  { name: 'sizes', about: 'house limits on file length', run: async () => findSizeProblems() },
];
