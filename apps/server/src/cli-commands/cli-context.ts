import { userInfo } from 'node:os';
import { v7 as uuidv7 } from 'uuid';
import { type Ctx, type Services, systemActor, systemContext } from '../platform/context/context.ts';

/** The system acting at the command line, with the name of the operating system's user in the audit log. */
export function cliContext(services: Services): Ctx {
  const actor = { ...systemActor, username: 'cli', displayName: `命令行（${userInfo().username}）` };
  return { ...systemContext(services, `cli-${uuidv7()}`, actor), source: 'cli' };
}
