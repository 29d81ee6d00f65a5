import { parseArgs } from 'node:util';
import type { World } from '../app.ts';
import { undoImport } from '../platform/imports/commands/change-import.ts';
import { importFile, settleImport } from '../platform/imports/import-file.ts';
import { listImports } from '../platform/imports/queries/show-import.ts';
import { cliContext } from './cli-context.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const USAGE = '用法：npx jince import <文件…> [--kind 类型] [--sender 来源] [--as-of 2026-11-22] [--dry-run]';

type Detail = Awaited<ReturnType<typeof importFile>>;

function report(detail: Detail): void {
  const c = detail.counts;
  say(
    `第 ${detail.number} 号 ${detail.fileName}：${detail.kindLabel ?? '未认出类型'}${detail.senderLabel ? ` · ${detail.senderLabel}` : ''}`,
  );
  say(
    `  共 ${c.total} 行：接受 ${c.accepted}（新增 ${c.new}，变更 ${c.changed}，未变 ${c.unchanged}，文件内重复 ${c.duplicate}），存疑 ${c.doubtful}，退回 ${c.refused}`,
  );
  if (c.linkedAuto + c.linkedByPerson + c.toReview + c.unlinked > 0) {
    say(`  名称匹配：自动 ${c.linkedAuto}，人工 ${c.linkedByPerson}，待复核 ${c.toReview}，未匹配 ${c.unlinked}`);
  }
  for (const issue of detail.issueSummary.slice(0, 12)) say(`  [${issue.severity}] ${issue.count} 行：${issue.text}`);
  if (detail.notice) say(`  ${detail.notice}`);
  say(`  状态：${detail.state}`);
}

/** Imports files one after the other and prints what became of each. Exit code 1 when a file could not be read. */
export async function runImportCommand(argv: string[], open: () => Promise<World>): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      kind: { type: 'string' },
      sender: { type: 'string' },
      'as-of': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) {
    say(USAGE);
    return 2;
  }
  const world = await open();
  const ctx = cliContext(world.services);
  let failed = 0;
  for (const path of positionals) {
    const detail = await importFile(ctx, world.tasks, path, {
      ...(values.kind === undefined ? {} : { kind: values.kind }),
      ...(values.sender === undefined ? {} : { sender: values.sender }),
      ...(values['as-of'] === undefined ? {} : { asOf: values['as-of'] }),
      commit: !values['dry-run'],
    });
    report(detail);
    if (detail.state === 'failed' || detail.state === 'recognised') failed += 1;
  }
  return failed === 0 ? 0 : 1;
}

export async function runImportsCommand(_argv: string[], open: () => Promise<World>): Promise<number> {
  const ctx = cliContext((await open()).services);
  const { items } = await listImports(ctx, { page: 1, pageSize: 100 });
  for (const item of items)
    say(
      `${String(item.number).padStart(5)}  ${item.uploadedAt.slice(0, 16)}  ${item.state.padEnd(10)}  ${String(item.counts.total).padStart(8)} 行  ${item.kindLabel ?? '—'}  ${item.fileName}`,
    );
  return 0;
}

export async function runUndoCommand(argv: string[], open: () => Promise<World>): Promise<number> {
  const number = Number(argv[0]);
  const world = await open();
  const ctx = cliContext(world.services);
  const { items } = await listImports(ctx, { page: 1, pageSize: 100_000 });
  const found = items.find((item) => item.number === number);
  if (found === undefined) {
    say(`没有第 ${argv[0] ?? ''} 号导入。`);
    return 2;
  }
  await undoImport(ctx, found.id);
  const detail = await settleImport(ctx, world.tasks, found.id);
  const undone = detail.undoReport;
  say(
    detail.state === 'undone' && undone !== null
      ? `已撤销：删除 ${undone.removed} 条，恢复 ${undone.restored} 条，另有 ${undone.keptFields} 个字段由后来的导入保留。`
      : (detail.notice ?? detail.state),
  );
  return detail.state === 'undone' ? 0 : 1;
}
