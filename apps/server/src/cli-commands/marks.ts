import { lineOf, writeOut } from './csv-out.ts';
import { readMarks, readQueries } from './marks/read-marks.ts';
import { readPaths } from './read-paths.ts';
import { runOnFiles } from './run-on-files.ts';

const usage = `用法：npx jince marks search --marks 商标.csv --queries 查询.csv [-k 10] --out 结果.csv
  商标：reg_no,nice_class,name（nice_class 可空）
  查询：id,text[,nice_class]
  结果：query_id,rank,reg_no,score,level,reasons（level：identical 相同、near 近似、arguable 需人工判断；达不到的不列出）
  文件为 UTF-8（可带 BOM）或 GB18030。不需要数据库。`;
const MOST = 1000;

interface Paths {
  marks: string;
  queries: string;
  out: string;
  most: number;
}

/**
 * `jince marks search`: for each text the marks that are confusingly alike, with reasons, without a database.
 * Exit status 0 = written, 1 = bad input (a Chinese sentence on stderr), 2 = wrong arguments.
 */
export const runMarksCommand = (argv: string[]): Promise<number> =>
  runOnFiles(argv, usage, { read: readArguments, run });

function readArguments(argv: string[]): Paths | undefined {
  const given = readPaths(argv, ['marks', 'queries', 'out', 'k'], {
    named: 'search',
    short: { k: 'k' },
    defaults: { k: '10' },
  });
  const most = /^\d{1,4}$/.test(given?.k ?? '') ? Number(given?.k) : 0;
  return given && most >= 1 && most <= MOST ? { ...given, most } : undefined;
}

async function run({ marks: marksPath, queries: queriesPath, out, most }: Paths): Promise<void> {
  const started = performance.now();
  const queries = readQueries(queriesPath);
  const marks = readMarks(marksPath);
  const { findMarks } = await import('./marks/find-marks.ts');
  const lines = ['query_id,rank,reg_no,score,level,reasons\n'];
  const answered = new Set<string>();
  const today = new Date().toISOString().slice(0, 10);
  for (const { queryId, rank, regNo, score, level, reasons } of findMarks(marks, queries, most, today)) {
    answered.add(queryId);
    lines.push(lineOf([queryId, String(rank), regNo, score.toFixed(4), level, reasons]));
  }
  await writeOut(out, lines);
  if (marks.unnamed > 0) process.stderr.write(`${marks.unnamed} 件没有名称（图形商标等），未参加文字比对\n`);
  if (marks.badClasses > 0) process.stderr.write(`${marks.badClasses} 件的类别不在 1–45 之内，按未知类别处理\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(
    `商标 ${marks.names.length} 件，查询 ${queries.length} 条，${queries.length - answered.size} 条没有相近商标；用时 ${seconds} 秒；结果写入 ${out}\n`,
  );
}
