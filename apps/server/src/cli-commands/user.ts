import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { PlaceKind, RoleGrant } from '../platform/access/access.ts';
import { createAccount, listAccounts, normaliseUsername, resetPassword } from '../platform/auth/index.ts';
import type { Ctx, Services } from '../platform/context/context.ts';
import { AppError } from '../platform/errors/errors.ts';
import { cliContext } from './cli-context.ts';
import { openServices, type ServicesSource } from './open-services.ts';

const usage = `用法：npx jince user <命令>
  list                                       列出账号
  create 用户名 --name 姓名 [--organisation 机构代码] [--role 角色[@范围类型:代码]]…
  reset-password 用户名                      重置口令、解锁并停用动态码
角色例：ip-officer、liaison@town:320509105、system-admin；不写范围即全区。
首次口令只显示一次，首次登录须修改。退出码：0 完成，1 未完成，2 用法有误。`;

const PLACE_KINDS: readonly string[] = ['district', 'zone', 'town', 'organisation', 'party'] satisfies PlaceKind[];
const say = (line: string) => process.stdout.write(`${line}\n`);

/** `liaison@town:320509105` → grant; undefined when it cannot be read. */
export function parseGrant(text: string, district: string): RoleGrant | undefined {
  const [role = '', place] = text.split('@');
  if (place === undefined) return { role, placeKind: 'district', placeCode: district };
  const [kind = '', code] = place.split(':');
  if (!PLACE_KINDS.includes(kind) || !code) return undefined;
  return { role, placeKind: kind as PlaceKind, placeCode: code };
}

async function list(ctx: Ctx): Promise<number> {
  const { items, total } = await listAccounts(ctx, { params: {}, query: { page: 1, pageSize: 500 }, body: undefined });
  for (const account of items) {
    const roles = account.roles.map((role) => `${role.label}@${role.placeLabel}`).join('、') || '（无角色）';
    say([account.username, account.displayName, account.status, roles, account.lastSignInAt ?? '从未登录'].join('\t'));
  }
  say(`共 ${total} 个账号`);
  return 0;
}

interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly organisationId: string | null;
  readonly roles: RoleGrant[];
}

async function create(ctx: Ctx, body: NewAccount): Promise<number> {
  const { account, firstPassword } = await createAccount(ctx, { params: {}, query: {}, body });
  say(`已开设账号 ${account.username}（${account.displayName}）`);
  say(`首次口令：${firstPassword}`);
  return 0;
}

async function reset(ctx: Ctx, username: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`select id from platform.user_account
    where district = ${ctx.district} and username = ${normaliseUsername(username)}`.execute(ctx.db);
  if (rows[0] === undefined) {
    process.stderr.write(`没有用户名为“${username}”的账号。\n`);
    return 1;
  }
  const { firstPassword } = await resetPassword(ctx, { params: { id: rows[0].id }, query: {}, body: undefined });
  say(`首次口令：${firstPassword}`);
  return 0;
}

/** The command as a function of an open context; undefined when the arguments make no sense. */
function plan(argv: readonly string[]): ((services: Services) => Promise<number>) | undefined {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      organisation: { type: 'string' },
      role: { type: 'string', multiple: true },
    },
  });
  const [command, username, ...more] = positionals;
  if (more.length > 0) return undefined;
  if (command === 'list' && username === undefined) return (services) => list(cliContext(services));
  if (username === undefined) return undefined;
  if (command === 'reset-password') return (services) => reset(cliContext(services), username);
  const { name, organisation, role = [] } = values;
  if (command !== 'create' || name === undefined) return undefined;
  if (!/^[a-z][a-z0-9._-]{2,39}$/.test(normaliseUsername(username))) return undefined;
  if (role.some((text) => parseGrant(text, '') === undefined)) return undefined;
  return (services) =>
    create(cliContext(services), {
      username,
      displayName: name,
      organisationId: organisation ?? null,
      roles: role.map((text) => parseGrant(text, services.district.code) as RoleGrant),
    });
}

/** `jince user`: opens accounts, resets passwords and lists accounts at the server itself; every act is audited. */
export async function runUserCommand(argv: readonly string[], source: ServicesSource): Promise<number> {
  let run: ReturnType<typeof plan>;
  try {
    run = plan(argv);
  } catch {
    run = undefined;
  }
  if (run === undefined) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const services = await openServices(source);
  try {
    return await run(services);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${services.sentence(error, 'zh').text}\n`);
    return 1;
  }
}
