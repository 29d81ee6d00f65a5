import { createPublicKey, type KeyObject } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  AuditExportError,
  type ChainVerification,
  checkpointKey,
  exportChain,
  exportPublicKey,
  readExportedCheckpoints,
  verifyChain,
  verifyExport,
  writeAudit,
  writeCheckpoint,
} from '../platform/audit/index.ts';
import { inTransaction } from '../platform/context/context.ts';
import { cliContext } from './cli-context.ts';
import { openServices, type ServicesSource } from './open-services.ts';

const usage = `用法：npx jince audit <命令>
  verify                           校验本区审计链（链、链头、签名检查点）
  verify --against 旧导出文件      另与以前导出的检查点核对，可发现连同检查点一起被删的记录
  verify --file 导出文件 [--public-key 公钥.pem]   不用数据库，校验一份导出文件
  export --out 文件                导出全部记录与检查点（先签一个新检查点）
  public-key [--out 公钥.pem]      输出校验签名用的公钥
  checkpoint                       立即签署检查点
退出码：0 通过，1 发现问题，2 用法有误。`;

interface Options {
  readonly file?: string;
  readonly against?: string;
  readonly out?: string;
  readonly publicKey?: string;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

function readArguments(argv: readonly string[]): { command: string; options: Options } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        file: { type: 'string' },
        against: { type: 'string' },
        out: { type: 'string' },
        'public-key': { type: 'string' },
      },
    });
    const [command, ...more] = positionals;
    if (command === undefined || more.length > 0) return undefined;
    const { 'public-key': publicKey, ...rest } = values;
    return { command, options: { ...rest, publicKey } };
  } catch {
    return undefined;
  }
}

function report(found: ChainVerification): number {
  say(`记录 ${found.entries} 条，检查点 ${found.checkpoints} 个，每秒 ${found.entriesPerSecond} 条`);
  say(`链头 第 ${found.head.seq} 条 ${found.head.hash}`);
  for (const { seq, kind, text } of found.problems) say(`问题 ${kind} ${seq ?? '-'}：${text.zh} / ${text.en}`);
  say(
    found.ok
      ? '校验通过：没有发现改动、删除、换位或截尾。'
      : `校验未通过：${found.problems.length} 处问题。请保全现场。`,
  );
  return found.ok ? 0 : 1;
}

async function trustedKeys(source: ServicesSource, path: string | undefined): Promise<KeyObject[]> {
  if (path !== undefined) return [createPublicKey(await readFile(path, 'utf8'))];
  return [checkpointKey((await openServices(source)).config.secret).publicKey];
}

async function verify(source: ServicesSource, options: Options): Promise<number> {
  const trusted = await trustedKeys(source, options.publicKey);
  if (options.file !== undefined) {
    const found = await verifyExport(createReadStream(options.file, { highWaterMark: 1 << 20 }), trusted);
    say(`文件 ${options.file}，辖区 ${found.district}`);
    return report(found);
  }
  const services = await openServices(source);
  const kept = options.against === undefined ? [] : await readExportedCheckpoints(createReadStream(options.against));
  return report(await verifyChain(services.pool, services.district.code, { trusted, kept }));
}

async function exportTo(source: ServicesSource, out: string): Promise<number> {
  const services = await openServices(source);
  const ctx = cliContext(services);
  await inTransaction(ctx, (tx) => writeAudit(tx, ctx, { action: 'platform.audit.export' }));
  await writeCheckpoint(ctx);
  const head = await exportChain(services.pool, services.district.code, createWriteStream(out, { mode: 0o600 }));
  say(`已导出 ${head.seq} 条到 ${out}。请连同公钥（jince audit public-key）存到本机以外。`);
  return 0;
}

async function publicKey(source: ServicesSource, out: string | undefined): Promise<number> {
  const pem = exportPublicKey((await openServices(source)).config.secret);
  if (out === undefined) process.stdout.write(pem);
  else await writeFile(out, pem);
  return 0;
}

async function checkpoint(source: ServicesSource): Promise<number> {
  const signed = await writeCheckpoint(cliContext(await openServices(source)));
  say(signed === undefined ? '上次签署以来没有新记录。' : `已签署：第 ${signed.seq} 条 ${signed.hash}`);
  return 0;
}

function run(source: ServicesSource, command: string, options: Options): Promise<number> | undefined {
  if (command === 'verify') return verify(source, options);
  if (command === 'export' && options.out !== undefined) return exportTo(source, options.out);
  if (command === 'public-key') return publicKey(source, options.out);
  if (command === 'checkpoint') return checkpoint(source);
  return undefined;
}

/**
 * `jince audit`: checks, exports and signs the audit chain. `verify --file … --public-key …` opens no database.
 * Exit status 0 = fine, 1 = problems or unreadable input, 2 = wrong arguments.
 */
export async function runAuditCommand(argv: readonly string[], source: ServicesSource): Promise<number> {
  const given = readArguments(argv);
  const running = given === undefined ? undefined : run(source, given.command, given.options);
  if (running === undefined) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  try {
    return await running;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!(error instanceof AuditExportError) && !['ENOENT', 'EACCES', 'EISDIR'].includes(code)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
}
