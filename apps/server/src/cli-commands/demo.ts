import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { World } from '../app.ts';
import { loadConfig } from '../platform/config/config.ts';
import { seedDemo } from '../seed-demo.ts';

/** Writes the demo district as files and, unless only files are wanted, imports them. */
export async function runDemoCommand(argv: string[], open: () => Promise<World>): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { scale: { type: 'string', default: '1' }, seed: { type: 'string' }, out: { type: 'string' } },
  });
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 400)) {
    process.stdout.write('--scale 应为 0 到 400 之间的数\n');
    return 2;
  }
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  if (values.out !== undefined) {
    const { writeDemoFiles } = await import('@jince/wujiang');
    const manifest = await writeDemoFiles(values.out, { scale, ...(seed === undefined ? {} : { seed }) });
    for (const file of manifest.files) say(`${file.file}  ${file.kind}  ${file.rows} 行`);
    return 0;
  }
  const world = await open();
  if (world.config.mode !== 'demo') {
    say('生产模式下不导入演示数据。');
    return 1;
  }
  await seedDemo(world, {
    folder: join(loadConfig().dataDir, 'demo'),
    scale,
    ...(seed === undefined ? {} : { seed }),
    say,
  });
  return 0;
}
