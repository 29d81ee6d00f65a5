import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ctx } from '../../../platform/context/context.ts';
import { inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ModuleDefinition } from '../../../platform/module.ts';
import { openFile } from '../../../platform/procedures/index.ts';

const both = (zh: string, en: string) => ({ zh, en });
const BRANCH = 'WJ-MSB-B105';

/** A procedure as small as can be, for files evidence hangs on. */
export const matterModule: ModuleDefinition = {
  name: 'matter',
  routes: [],
  errors: {},
  actions: {},
  permissions: [
    {
      code: 'matter.file.read',
      label: both('看', 'Read'),
      roles: ['enforcement-officer', 'section-head', 'legal-reviewer', 'department', 'enterprise'],
    },
  ],
  procedures: [
    {
      procedure: 'matter.file',
      label: both('办件', 'Matter'),
      prefix: 'BJ',
      initial: 'open',
      states: { open: { label: both('办理中', 'Open'), standing: 'open' } },
      clocks: [],
      documents: [{ kind: 'paper', label: both('材料', 'Paper') }],
      readPermission: 'matter.file.read',
      href: (file) => `/matters/${file.id}`,
      actions: [],
    },
  ],
};

/** A file of a body; of the branch where none is named. */
export async function openMatter(ctx: Ctx, label: string, organisation = BRANCH): Promise<string> {
  const file = await inTransaction(ctx, (tx) =>
    openFile(tx, ctx, {
      procedure: 'matter.file',
      subject: { kind: 'matter', id: label, label },
      organisations: [organisation],
    }),
  );
  return file.id;
}

export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'not refused';
}

const VERIFIER = fileURLToPath(new URL('../../../../../../docs/verify-package.mjs', import.meta.url));

/** Runs the verifier outsiders get, in a process of its own. */
export function verifyPackage(path: string, ...options: string[]): { code: number | null; says: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [VERIFIER, path, ...options], { encoding: 'utf8' });
  return { code: status, says: `${stdout}${stderr}` };
}
