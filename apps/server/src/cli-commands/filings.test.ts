import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runFilingsCommand } from './filings.ts';
import { readRecord } from './match/read-table.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jince-filings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

const first =
  '本发明公开了一种喷水织机用储纬器，包括底座、储纬鼓和测长盘，所述储纬鼓转动安装在底座上，测长盘上开设有12个定位孔。\n工作时纱线经测长盘绕入储纬鼓，避免断纬。';
const second =
  '工作时纱线经测长盘缠入储纬鼓，防止断纬。本发明披露了一种喷水织机用储纬器，包含基座、储纬鼓以及测长盘，储纬鼓转动设置于基座上，测长盘上开设有16个定位孔。';
const other =
  '本发明公开了一种污水处理用曝气盘，包括壳体、膜片和进气管，所述膜片固定安装在壳体上，膜片上开设有若干微孔。工作时空气经进气管由微孔排出，提高溶氧效率。';

const rows = (...records: string[][]): string =>
  ['id,title,abstract', ...records.map((fields) => fields.map((field) => `"${field}"`).join(','))].join('\r\n');

async function compare(docs: string | Buffer | undefined, out = join(folder, 'o.csv')) {
  const path = join(folder, 'd.csv');
  rmSync(path, { force: true });
  rmSync(join(folder, 'o.csv'), { force: true });
  if (docs !== undefined) writeFileSync(path, docs);
  let said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
  const status = await runFilingsCommand(['near-duplicates', '--docs', path, '--out', out]);
  const found: string[][] = [];
  if (status === 0) {
    const text = readFileSync(join(folder, 'o.csv'), 'utf8');
    for (let at = 0; at < text.length; ) {
      const fields: string[] = [];
      at = readRecord(text, at, fields);
      found.push(fields);
    }
  }
  return { status, said, found };
}

describe('jince filings near-duplicates', () => {
  it('finds a reworded copy in a file with a mark, line breaks and a title alone, and shows the passages', async () => {
    const docs = `\ufeff${rows(['甲1', '一种喷水织机用储纬器', first], ['乙,2', '一种喷水织机用储纬器', second], ['3', '一种污水处理用曝气盘', other], ['4', '一种缫丝机用集绪器', ''])}`;
    const { status, found, said } = await compare(docs);
    expect(status).toBe(0);
    expect(found[0]).toEqual(['id_a', 'id_b', 'score', 'passages']);
    expect(found.slice(1).map(([a, b]) => [a, b])).toEqual([['甲1', '乙,2']]);
    const [, , score, passages] = found[1]!;
    expect(Number(score)).toBeGreaterThanOrEqual(0.5);
    expect(passages).toContain('名称 1-10=1-10“一种喷水织机用储纬器”');
    expect(passages).toMatch(/摘要 \d+-\d+=\d+-\d+“[^”]*测长盘/);
    expect(said).toContain('申请 4 件，近似 1 对');
  });

  it('reads GB18030', async () => {
    // “织机” in GB18030, as two titles that are the same.
    const title = Buffer.from([0xd6, 0xaf, 0xbb, 0xfa]);
    const line = (id: string): Buffer =>
      Buffer.concat([Buffer.from(`${id},`), ...Array(6).fill(title), Buffer.from(',\n')]);
    const { found } = await compare(Buffer.concat([Buffer.from('id,title,abstract\n'), line('1'), line('2')]));
    expect(found[1]!.slice(0, 2)).toEqual(['1', '2']);
    expect(found[1]![3]).toContain('织机织机');
  });

  it('gives the same pairs with a second thread, and does not lose crowds of word-for-word copies', async () => {
    const copies = Array.from({ length: 30 }, (_, at) => [`c${at}`, '一种喷水织机用储纬器', first]);
    const fillers = Array.from({ length: 60 }, (_, at) => [
      `f${at}`,
      String.fromCharCode(0x5000 + at * 7).repeat(3),
      '',
    ]);
    const small = await compare(rows(...copies, ...fillers));
    const padded = fillers.map(([id, title]) => [id!, title!, ' '.repeat(60_000)]);
    const large = await compare(rows(...copies, ...padded));
    expect(small.found.slice(1)).toHaveLength((30 * 29) / 2);
    expect(large.found).toEqual(small.found);
  });

  it.each([
    ['a missing file', undefined, '读不到申请文件'],
    ['an empty file', '', '是空文件'],
    ['a missing column', 'id,title\n1,甲\n', '缺少列：abstract'],
    ['a header alone', 'id,title,abstract\n', '没有数据行'],
    ['a repeated id', rows(['1', '甲', ''], ['1', '乙', '']), 'id“1”重复（第 3 行）'],
    ['a row without id', rows(['', '甲', '乙']), '第 2 行没有 id'],
    ['a row without text', rows(['1', '甲', ''], ['2', '', ' ']), '第 3 行（id“2”）既没有名称也没有摘要'],
    ['a giant row', rows(['1', '甲', '长'.repeat(250_000)]), '第 2 行过长'],
  ])('refuses %s with a sentence', async (_, docs, sentence) => {
    const { status, said } = await compare(docs);
    expect(status).toBe(1);
    expect(said).toContain(sentence);
  });

  it('says so when the result cannot be written', async () => {
    const { status, said } = await compare(rows(['1', '甲', '']), join(folder, 'no', 'such', 'o.csv'));
    expect([status, said]).toEqual([1, expect.stringContaining('写不进结果文件')]);
  });

  it('prints the usage for wrong arguments', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await runFilingsCommand(['near-duplicates', '--docs', 'd.csv'])).toBe(2);
    expect(await runFilingsCommand(['something', '--docs', 'd.csv', '--out', 'o.csv'])).toBe(2);
    expect(await runFilingsCommand(['--help'])).toBe(0);
    expect(write.mock.calls.every(([text]) => String(text).startsWith('用法：'))).toBe(true);
  });
});
