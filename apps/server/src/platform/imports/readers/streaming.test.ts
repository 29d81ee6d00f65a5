import { execFile } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { workbookParts } from './testing/workbooks.ts';
import { writeZip } from './testing/zip-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'jince-streaming-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads a file in a process whose heap could not hold its rows: it ends well only if rows are let go. */
async function countWithin(
  heapMb: number,
  path: string,
): Promise<{ rows: number; cells: number; problems: number; rowsPerSecond: number }> {
  const script = join(import.meta.dirname, 'testing/count-rows.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [`--max-old-space-size=${heapMb}`, script, path]);
  return JSON.parse(stdout);
}

function* csvLines(count: number): Generator<string> {
  yield '序号,企业名称,统一社会信用代码,成立日期,企业类型,注册资本,经营范围,所属镇,注册地址,登记状态\n';
  for (let i = 0; i < count; i += 1000) {
    let block = '';
    for (let j = i; j < i + 1000; j++) {
      block += `${j},苏州市吴江第${j}号丝绸纺织有限公司,91320509MA${100000000 + j},2004-12-30,有限责任公司,${j % 900}万人民币,"纺织品、丝绸制品的生产,销售",盛泽镇,盛泽镇舜湖路${j % 500}号,存续\n`;
    }
    yield block;
  }
}

describe('memory does not grow with the file', () => {
  it('csv of 1,000,000 rows in 32 MB of heap', async () => {
    const path = join(folder, 'big.csv');
    await pipeline(Readable.from(csvLines(1_000_000)), createWriteStream(path));
    const result = await countWithin(32, path);
    expect(result).toMatchObject({ rows: 1_000_000, cells: 10_000_000, problems: 0 });
  });

  it('csv with one unbalanced quote at the top loses one row of 200,000', async () => {
    const path = join(folder, 'quote.csv');
    const lines = function* () {
      let first = true;
      for (const block of csvLines(200_000)) {
        yield first ? `${block}x,"甲公司,,,,,,,,\n` : block;
        first = false;
      }
    };
    await pipeline(Readable.from(lines()), createWriteStream(path));
    expect(await countWithin(32, path)).toMatchObject({ rows: 200_001, problems: 1 });
  });

  it('xlsx of 100,000 rows and as many shared strings in 64 MB of heap', async () => {
    const count = 100_000;
    const strings = Array.from({ length: count }, (_, i) => `<si><t>苏州市吴江第${i}号丝绸纺织有限公司</t></si>`).join(
      '',
    );
    const header =
      '<row r="1"><c t="inlineStr"><is><t>企业名称</t></is></c><c t="inlineStr"><is><t>地址</t></is></c><c t="inlineStr"><is><t>金额</t></is></c></row>';
    const rows = Array.from(
      { length: count },
      (_, i) =>
        `<row r="${i + 2}"><c r="A${i + 2}" t="s"><v>${i}</v></c><c r="B${i + 2}" t="inlineStr"><is><t>盛泽镇${i}号</t></is></c><c r="C${i + 2}"><v>${i}.5</v></c></row>`,
    ).join('');
    const path = join(folder, 'big.xlsx');
    writeZip(
      path,
      workbookParts(`<sheetData>${header}${rows}</sheetData>`, { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
    );
    expect(await countWithin(64, path)).toMatchObject({ rows: count, cells: count * 3, problems: 0 });
  });
});
