import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createModules } from '../modules.ts';
import { loadConfig } from '../platform/config/config.ts';
import type { Services } from '../platform/context/context.ts';
import { buildApp } from '../platform/http/build-app.ts';

/** Prints the OpenAPI 3.1 description of all routes; needs no database. */
export async function runOpenapiCommand(argv: string[]): Promise<number> {
  const { values } = parseArgs({ args: argv, options: { out: { type: 'string' } } });
  const config = loadConfig({ ...process.env, JINCE_LOG_LEVEL: 'silent' });
  const app = await buildApp(
    { config } as Services,
    createModules().modules.flatMap((module) => module.routes),
  );
  await app.ready();
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  if (values.out === undefined) process.stdout.write(text);
  else await writeFile(values.out, text);
  return 0;
}
