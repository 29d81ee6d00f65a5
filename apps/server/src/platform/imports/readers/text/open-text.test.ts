import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openTable } from '../open-table.ts';
import type { OpenOptions, RawRow, TableSource } from '../types.ts';

const folder = mkdtempSync(join(tmpdir(), 'jince-text-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KNOWN = new Set(['申请号', '申请日', '发明名称', '申请人', '企业名称', '统一社会信用代码', '镇']);
let files = 0;

function gbk(text: string): Buffer {
  // Node encodes no GBK: the few characters of these tests are taken from the decoder itself.
  const table = gbkTable();
  return Buffer.concat(
    [...text].map((c) => (c.charCodeAt(0) < 128 ? Buffer.from(c) : (table.get(c) ?? Buffer.from('?')))),
  );
}

let cachedTable: Map<string, Buffer> | undefined;
function gbkTable(): Map<string, Buffer> {
  if (cachedTable) return cachedTable;
  cachedTable = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let a = 0x81; a <= 0xfe; a++) {
    for (let b = 0x40; b <= 0xfe; b++) {
      const bytes = Buffer.from([a, b]);
      const text = decoder.decode(bytes);
      if (text.length === 1 && text !== '\ufffd') cachedTable.set(text, bytes);
    }
  }
  return cachedTable;
}

async function open(content: string | Buffer, options: Partial<OpenOptions> = {}): Promise<TableSource> {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, content);
  return openTable(path, { fileName: 'x.csv', knownHeaders: KNOWN, ...options });
}

async function read(content: string | Buffer, options: Partial<OpenOptions> = {}) {
  const table = await open(content, options);
  for await (const sheet of table.sheets()) {
    const rows: RawRow[] = [];
    for await (const batch of sheet.rows()) rows.push(...batch);
    return { table, sheet, rows, cells: rows.map((row) => row.cells) };
  }
  throw new Error('no sheet');
}

describe('separators, quotes and line ends', () => {
  it.each([
    [',', 'csv'],
    [';', 'csv'],
    ['\t', 'tsv'],
    ['|', 'csv'],
  ])('finds the separator %j', async (separator, kind) => {
    const { table, cells } = await read(
      [
        ['申请号', '申请人', '镇'],
        ['2021', '甲公司', '平望'],
        ['2022', '乙公司', '震泽'],
      ]
        .map((r) => r.join(separator))
        .join('\n'),
    );
    expect(table.kind).toBe(kind);
    expect(table.separator).toBe(separator);
    expect(cells).toEqual([
      ['2021', '甲公司', '平望'],
      ['2022', '乙公司', '震泽'],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('reads lines that end in %j', async (end) => {
    const { cells, rows } = await read(['申请号,申请人', '1,甲', '2,乙', ''].join(end));
    expect(cells).toEqual([
      ['1', '甲'],
      ['2', '乙'],
    ]);
    expect(rows.map((row) => row.line)).toEqual([2, 3]);
  });

  it('keeps line breaks, separators and quotes inside quotes and counts physical lines', async () => {
    const { rows } = await read('申请号,申请人\n1,"甲,\n""乙"""\n2,丙\n');
    expect(rows).toEqual([
      { line: 2, cells: ['1', '甲,\n"乙"'] },
      { line: 4, cells: ['2', '丙'] },
    ]);
  });

  it('takes off what exporters add to keep numbers as text', async () => {
    const { cells } = await read('申请号,申请人\n="0123",甲\n"0456\t",乙\n0789\t,丙\n');
    expect(cells).toEqual([
      ['0123', '甲'],
      ['0456', '乙'],
      ['0789', '丙'],
    ]);
  });

  it("obeys Excel's separator directive and keeps line numbers", async () => {
    const { rows } = await read('sep=;\n申请号;申请人\n1;甲,乙\n');
    expect(rows).toEqual([{ line: 3, cells: ['1', '甲,乙'] }]);
  });
});

describe('damaged quotes', () => {
  const good = (n: number) => Array.from({ length: n }, (_, i) => `${i},"公司${i}",平望,2021-01-01`).join('\n');

  it('gives up the damaged record only', async () => {
    const { rows } = await read(`申请号,申请人,镇,申请日\n${good(3)}\n900,"甲公司,平望,2021-01-01\n${good(2000)}\n`);
    expect(rows).toHaveLength(2004);
    const bad = rows.filter((row) => row.problem);
    expect(bad.map((row) => [row.line, row.problem?.code, row.problem?.severity])).toEqual([
      [5, 'row.quotes', 'error'],
    ]);
    expect(rows[4]).toEqual({ line: 6, cells: ['0', '公司0', '平望', '2021-01-01'] });
  });

  it('recovers when no later line has a quote', async () => {
    const plain = Array.from({ length: 300 }, (_, i) => `${i},公司${i},平望,2021-01-01`).join('\n');
    const { rows } = await read(`申请号,申请人,镇,申请日\n9,"甲公司,平望,2021-01-01\n${plain}`);
    expect(rows).toHaveLength(301);
    expect(rows.filter((row) => row.problem).map((row) => row.line)).toEqual([2]);
  });

  it('recovers at the end of the file', async () => {
    const { rows } = await read('申请号,申请人,镇\n1,甲,平望\n2,"乙,震泽\n3,丙,盛泽');
    expect(rows.map((row) => [row.line, row.problem?.code])).toEqual([
      [2, undefined],
      [3, 'row.quotes'],
      [4, undefined],
    ]);
  });

  it('marks the rest of a damaged record that had several lines', async () => {
    const { rows } = await read('申请号,申请人,镇\n1,"甲\n说"好"了",平望\n3,丙,盛泽\n4,丁,盛泽');
    expect(rows.map((row) => [row.line, row.problem?.code])).toEqual([
      [2, 'row.quotes'],
      [3, 'row.after-damage'],
      [4, undefined],
      [5, undefined],
    ]);
  });

  it('warns of lines that two stray quotes have joined', async () => {
    const { rows } = await read(
      `申请号,申请人,镇,申请日\n1,"甲\n${'乙 丙\n'.repeat(300)}2",平望\n3,丁,盛泽,2021-01-01\n`,
    );
    expect(rows.map((row) => [row.line, row.problem?.code, row.problem?.params.lines])).toEqual([
      [2, 'row.many-lines', 302],
      [304, undefined, undefined],
    ]);
  });

  it('keeps text around quotes as it stands, with a warning', async () => {
    const { rows } = await read('申请号,申请人,镇\n1,"甲"公司,平望\n2,5"管,震泽\n');
    expect(rows[0]!.cells).toEqual(['1', '"甲"公司', '平望']);
    expect(rows[0]!.problem).toMatchObject({ code: 'row.quotes', severity: 'warning' });
    expect(rows[1]).toEqual({ line: 3, cells: ['2', '5"管', '震泽'] });
  });
});

describe('widths', () => {
  it('pads short rows, drops empty extras, reports full extras and skips blank rows', async () => {
    const { rows } = await read('申请号,申请人,镇\n1,甲\n\n,,\n2,乙,平望,,\n3,丙,平望,多余\n');
    expect(rows.map((row) => row.cells)).toEqual([
      ['1', '甲', ''],
      ['2', '乙', '平望'],
      ['3', '丙', '平望'],
    ]);
    expect(rows[2]!.problem).toMatchObject({
      code: 'row.too-many-cells',
      params: { actual: 4, expected: 3, extra: '多余' },
    });
    expect(rows[2]!.problem!.message.zh).toContain('多余');
  });

  it('reads 1,024 columns and refuses more', async () => {
    const wide = (n: number) =>
      `${Array.from({ length: n }, (_, i) => `列${i}甲`).join(',')}\n${Array.from({ length: n }, (_, i) => i).join(',')}\n`;
    const { rows, sheet } = await read(wide(1024));
    expect(sheet.header.cells).toHaveLength(1024);
    expect(rows[0]!.cells[1023]).toBe('1023');
    await expect(read(wide(16_384))).rejects.toMatchObject({
      code: 'file.too-many-columns',
      params: { actual: 16_384, limit: 1024 },
    });
  });

  it('cuts a cell above the limit and says so', async () => {
    const { rows } = await read(`申请号,申请人\n1,${'甲'.repeat(50)}\n`, { limits: { maxCellChars: 20 } });
    expect(rows[0]!.cells[1]).toHaveLength(20);
    expect(rows[0]!.problem).toMatchObject({ code: 'row.cell-too-long', column: 1 });
  });

  it('cuts a line above the limit and reads on', async () => {
    const { rows } = await read(`申请号,申请人\n1,${'a'.repeat(5_000_000)}\n2,乙\n`, {
      limits: { maxLineBytes: 1_000_000 },
    });
    expect(rows.map((row) => [row.line, row.problem?.code])).toEqual([
      [2, 'row.line-too-long'],
      [3, undefined],
    ]);
    expect(rows[1]!.cells).toEqual(['2', '乙']);
  });

  it('stops at the limit of rows', async () => {
    await expect(read('申请号,申请人\n1,a\n2,b\n3,c\n', { limits: { maxRows: 2 } })).rejects.toMatchObject({
      code: 'file.too-many-rows',
    });
  });
});

describe('encodings', () => {
  const text = '申请号,申请人\n1,吴江丝绸有限公司\n2,㐀𠮷鎏\n';
  const utf16 = (bigEndian: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(false)])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(true)])],
    ['utf-16le', utf16(false)],
    ['utf-16be', utf16(true)],
  ])('%s (%#)', async (encoding, bytes) => {
    const { table, cells, sheet } = await read(bytes);
    expect(table.encoding).toBe(encoding);
    expect(sheet.header.cells).toEqual(['申请号', '申请人']);
    expect(cells).toEqual([
      ['1', '吴江丝绸有限公司'],
      ['2', '㐀𠮷鎏'],
    ]);
  });

  it('GBK', async () => {
    const { table, cells } = await read(gbk('申请号,申请人\n1,吴江丝绸有限公司\n2,联通\n'));
    expect(table.encoding).toBe('gb18030');
    expect(cells).toEqual([
      ['1', '吴江丝绸有限公司'],
      ['2', '联通'],
    ]);
  });

  it('GBK that starts only after a megabyte of ASCII', async () => {
    const { rows } = await read(
      Buffer.concat([Buffer.from(`id,name\n${'1,plain\n'.repeat(200_000)}`), gbk('2,吴江丝绸\n3,平望镇\n')]),
    );
    expect(rows.at(-1)).toEqual({ line: 200_003, cells: ['3', '平望镇'] });
  });

  it('reads GBK rows inside UTF-8 and says so', async () => {
    const { rows } = await read(
      Buffer.concat([Buffer.from('申请号,申请人\n1,吴江丝绸\n'), gbk('2,平望镇\n'), Buffer.from('3,震泽\n')]),
    );
    expect(rows.map((row) => row.cells[1])).toEqual(['吴江丝绸', '平望镇', '震泽']);
    expect(rows.map((row) => row.problem?.code)).toEqual([undefined, 'row.encoding', undefined]);
    expect(rows[1]!.problem).toMatchObject({ severity: 'warning', params: { found: 'gb18030', expected: 'utf-8' } });
  });

  it('reads UTF-8 rows inside GBK and says so', async () => {
    const { rows } = await read(
      Buffer.concat([gbk('申请号,申请人\n1,吴江丝绸\n5,盛泽\n'), Buffer.from('2,平望镇\n'), gbk('3,震泽\n')]),
    );
    expect(rows.map((row) => row.cells[1])).toEqual(['吴江丝绸', '盛泽', '平望镇', '震泽']);
    expect(rows.map((row) => row.problem?.code)).toEqual([undefined, undefined, 'row.encoding', undefined]);
  });

  it('reports bytes that are no text', async () => {
    const { rows } = await read(
      Buffer.concat([
        Buffer.from('申请号,申请人\n1,吴江\n2,'),
        Buffer.from([0xe5, 0xff, 0x90]),
        Buffer.from('\n3,震泽\n'),
      ]),
    );
    expect(rows.map((row) => row.problem?.code)).toEqual([undefined, 'row.undecodable', undefined]);
  });

  it('removes NUL bytes and says so', async () => {
    const { rows } = await read('申请号,申请人\n1,吴\0江\n2,乙\n');
    expect(rows[0]).toMatchObject({ cells: ['1', '吴江'], problem: { code: 'row.nul' } });
    expect(rows[1]!.problem).toBeUndefined();
  });
});

describe('refusals', () => {
  it.each([
    ['file.empty', Buffer.alloc(0)],
    ['file.empty', Buffer.from('\n \n\n')],
    ['file.no-header', Buffer.from('1,2,3\n4,5,6\n7,8,9\n')],
    ['file.unknown-format', Buffer.from('%PDF-1.7 …')],
    ['file.unknown-format', Buffer.from('{"a": 1}')],
    ['file.unknown-format', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 0xff, 0xfd, 1, 2, 3])],
  ])('%s (%#)', async (code, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });

  it('refuses a file above the limit before reading', async () => {
    const error = await read('申请号,申请人\n1,甲\n', { limits: { maxFileBytes: 10 } }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'file.too-large' });
    expect((error as { sentence: { zh: string } }).sentence.zh).toContain('拆分');
  });

  it('stops when aborted', async () => {
    const controller = new AbortController();
    const table = await open(`申请号,申请人\n${'1,甲\n'.repeat(600_000)}`, { signal: controller.signal });
    let count = 0;
    const reading = (async () => {
      for await (const sheet of table.sheets()) {
        for await (const batch of sheet.rows()) {
          count += batch.length;
          if (count > 1000) controller.abort();
        }
      }
    })();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(count).toBeLessThan(600_000);
  });
});

describe('round trip', () => {
  const cell = fc.string({
    unit: fc.constantFrom('吴', '江', 'a', ' ', ',', ';', '"', '\n', '1', '（', '|', '𠮷'),
    maxLength: 8,
  });
  it('returns what a csv writer wrote', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 30 }),
        async (table) => {
          const quote = (c: string) => `"${c.replaceAll('"', '""')}"`;
          const text = [['申请号', '申请人', '发明名称', '镇'], ...table]
            .map((row) => row.map(quote).join(','))
            .join('\r\n');
          const { cells } = await read(text);
          expect(cells).toEqual(table.filter((row) => row.some((c) => c !== '')));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('loses no line, whatever is done to the quotes', async () => {
    const line = fc.string({ unit: fc.constantFrom('甲', ',', '"', 'b', '1'), minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), async (lines) => {
        const { rows } = await read(`申请号,申请人,镇\n${lines.join('\n')}\n尾1,尾2,尾3\n尾4,尾5,尾6\n`);
        const marks = (text: string) => [...text].filter((c) => c === '甲' || c === 'b' || c === '1').length;
        const seen = rows.reduce(
          (sum, row) => sum + marks(row.cells.join('')) + marks(String(row.problem?.params.extra ?? '')),
          0,
        );
        expect(seen).toBe(marks(lines.join('')) + 1);
      }),
      { numRuns: 200 },
    );
  });
});
