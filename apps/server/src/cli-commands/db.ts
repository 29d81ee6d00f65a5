import { writeFile } from 'node:fs/promises';
import type { World } from '../app.ts';
import { dumpSchema, SCHEMA_FILE } from '../platform/database/dump-schema.ts';

/** `db migrate` brings the schema up to date (opening the world does it); `db dump` writes database/schema.sql. */
export async function runDbCommand(argv: string[], open: () => Promise<World>): Promise<number> {
  const [verb] = argv;
  if (verb !== 'migrate' && verb !== 'dump') {
    process.stdout.write('用法：npx jince db migrate|dump\n');
    return 2;
  }
  const world = await open();
  if (verb === 'dump') await writeFile(SCHEMA_FILE, await dumpSchema(world.pool));
  process.stdout.write(verb === 'dump' ? `已写入 ${SCHEMA_FILE}\n` : '数据库结构已是最新。\n');
  return 0;
}
