/** Reads a file whole and prints one line of JSON: rows, cells, problems, peak memory and time. For the memory tests and by hand. */
import { openTable } from '../open-table.ts';

const path = process.argv[2]!;
const started = performance.now();
const table = await openTable(path, { fileName: path });
let rows = 0;
let cells = 0;
let problems = 0;
let peakMb = 0;
for await (const sheet of table.sheets()) {
  for await (const batch of sheet.rows()) {
    rows += batch.length;
    for (const row of batch) {
      cells += row.cells.length;
      if (row.problem) problems++;
    }
    if (rows % 20_000 < 500) peakMb = Math.max(peakMb, Math.round(process.memoryUsage().rss / 1048576));
  }
}
await table.close();
const ms = Math.round(performance.now() - started);
console.log(
  JSON.stringify({
    kind: table.kind,
    encoding: table.encoding,
    rows,
    cells,
    problems,
    peakMb,
    ms,
    rowsPerSecond: Math.round((rows / ms) * 1000),
  }),
);
