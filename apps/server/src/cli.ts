import type { World } from './app.ts';
import { ConfigError, loadConfig } from './platform/config/config.ts';

const USAGE = `用法 / usage: npx jince <命令>

  import <文件…> [--kind 类型] [--sender 来源] [--as-of 日期] [--dry-run]   导入文件并输出报告
  imports                          列出导入
  undo <导入编号>                  整体撤销一次导入
  match --register r.csv --mentions m.csv --out o.csv   名称匹配，不需要数据库
  clock --rule 规则 --from 日期 [--year 年度] [--events 事件.json]；clock --list   法定期限，不需要数据库
  filings near-duplicates --docs d.csv --out o.csv   近似申请比对，不需要数据库
  marks images --marks 文件夹 --queries 文件夹 -k 10 --out o.csv   图样近似检索，不需要数据库
  marks search --marks m.csv --queries q.csv [-k 10] --out o.csv   近似商标检索，不需要数据库
  demo [--scale 1] [--seed N] [--out 目录]              生成演示辖区（--out：只写文件不导入）
  audit verify|export|public-key|checkpoint             审计日志
  user create|reset-password|list                       账号
  db migrate|dump                                       数据库结构
  openapi [--out 文件]                                  接口描述
`;

type Command = (argv: string[], open: () => Promise<World>) => Promise<number>;

const services = (open: () => Promise<World>) => async () => (await open()).services;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./cli-commands/import.ts')).runImportCommand,
  imports: async () => (await import('./cli-commands/import.ts')).runImportsCommand,
  undo: async () => (await import('./cli-commands/import.ts')).runUndoCommand,
  demo: async () => (await import('./cli-commands/demo.ts')).runDemoCommand,
  db: async () => (await import('./cli-commands/db.ts')).runDbCommand,
  openapi: async () => (await import('./cli-commands/openapi.ts')).runOpenapiCommand,
  match: async () => {
    const { runMatchCommand } = await import('./cli-commands/match.ts');
    return (argv) => runMatchCommand(argv);
  },
  clock: async () => {
    const { runClockCommand } = await import('./cli-commands/clock.ts');
    return (argv) => runClockCommand(argv);
  },
  filings: async () => {
    const { runFilingsCommand } = await import('./cli-commands/filings.ts');
    return (argv) => runFilingsCommand(argv);
  },
  marks: async () => async (argv) => {
    if (argv[0] === 'images') return (await import('./cli-commands/mark-images.ts')).runMarkImages(argv);
    return (await import('./cli-commands/marks.ts')).runMarksCommand(argv);
  },
  audit: async () => {
    const { runAuditCommand } = await import('./cli-commands/audit.ts');
    return (argv, open) => runAuditCommand(argv, services(open));
  },
  user: async () => {
    const { runUserCommand } = await import('./cli-commands/user.ts');
    return (argv, open) => runUserCommand(argv, services(open));
  },
};

const [name, ...argv] = process.argv.slice(2);
const load = name === undefined ? undefined : COMMANDS[name];
let world: World | undefined;
let code = 2;
if (load === undefined) {
  process.stdout.write(USAGE);
  code = name === undefined || name === 'help' || name === '--help' ? 0 : 2;
} else {
  try {
    const command = await load();
    code = await command(argv, async () => {
      const { openWorld } = await import('./app.ts');
      world ??= await openWorld(loadConfig({ JINCE_LOG_LEVEL: 'warn', ...process.env }), { poolSize: 8 });
      return world;
    });
  } catch (error) {
    const known =
      error instanceof ConfigError || (error instanceof Error && error.name !== 'Error' && error.name !== 'TypeError');
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    code = 1;
  }
}
await world?.close();
process.exit(code);
