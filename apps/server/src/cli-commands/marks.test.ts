import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runMarksCommand } from './marks.ts';
import { readRecord } from './match/read-table.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jince-marks-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

const register = `reg_no,nice_class,name
1,25,锦绣
2,25,锦秀
3,24,绣锦
4,9,太湖雪
5,,Apple
6,99,"甲,乙"
7,25,
8,25,锦绣坊
`;

async function search(marks: string | Buffer, queries: string | Buffer, ...more: string[]) {
  const [m, q, o] = ['m.csv', 'q.csv', 'o.csv'].map((file) => join(folder, file)) as [string, string, string];
  rmSync(o, { force: true });
  writeFileSync(m, marks);
  writeFileSync(q, queries);
  let said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
  const status = await runMarksCommand(['search', '--marks', m, '--queries', q, '--out', o, ...more]);
  const found: string[][] = [];
  if (status === 0) {
    const text = readFileSync(o, 'utf8');
    for (let at = 0; at < text.length; ) {
      const fields: string[] = [];
      at = readRecord(text, at, fields);
      found.push(fields);
    }
  }
  return { status, said, found };
}

describe('jince marks search', () => {
  it('finds the same mark, what sounds, looks or means alike, with reasons and goods', async () => {
    const { status, found, said } = await search(
      register,
      '\ufeffid,text,nice_class\na,錦繡,25\nb,苹果,\nc,大湖雪,9\n',
    );
    expect(status).toBe(0);
    expect(found[0]).toEqual(['query_id', 'rank', 'reg_no', 'score', 'level', 'reasons']);
    const of = (id: string) => found.filter(([query]) => query === id);
    expect(of('a').slice(0, 1)).toEqual([
      ['a', '1', '1', '1.0000', 'identical', expect.stringContaining('两商标文字相同') as unknown as string],
    ]);
    expect(
      of('a')
        .map(([, , regNo]) => regNo)
        .toSorted(),
    ).toEqual(['1', '2', '3', '8']);
    const same = of('a').find(([, , regNo]) => regNo === '2')!;
    expect(same[5]).toBe(
      '两商标读音相同（jǐn xiù），仅第二字不同（绣/秀），且字形相近（“绣”含“秀”）；同属第 25 类，未按类似群比对，须核对具体商品',
    );
    expect(of('b').map(([, , regNo, , level]) => [regNo, level])).toEqual([['5', 'near']]);
    expect(of('c')[0]?.[2]).toBe('4');
    expect(said).toContain('1 件没有名称');
    expect(said).toContain('1 件的类别不在 1–45 之内');
    expect(said).toContain('商标 8 件，查询 3 条，0 条没有相近商标');
  });

  it('cuts what is not close instead of padding, and gives no more than asked', async () => {
    const { found } = await search(register, 'id,text\n1,锦绣\n2,鹏程万里\n', '-k', '2');
    expect(found.slice(1).map(([id, rank]) => [id, rank])).toEqual([
      ['1', '1'],
      ['1', '2'],
    ]);
  });

  it('takes texts that are no marks', async () => {
    const odd = [
      '',
      '锦',
      '锦'.repeat(300),
      '😀',
      '\ue000',
      '\u202e锦绣\u202c',
      '锦\u200d绣',
      'аррlе',
      '\u0000',
      '𠮷',
      '㐀',
    ];
    const queries = `id,text\n${odd.map((text, at) => `${at},${text}\n`).join('')}`;
    const { status, found } = await search(register, queries);
    expect(status).toBe(0);
    const first = (id: string) => found.find(([query, rank]) => query === id && rank === '1')?.[2];
    expect([first('0'), first('3'), first('4'), first('8')]).toEqual([undefined, undefined, undefined, undefined]);
    expect([first('5'), first('6'), first('7')]).toEqual(['1', '1', '5']);
  });

  it('refuses a file it cannot read, with the line', async () => {
    expect((await search('a,b\n1,2\n', 'id,text\n1,锦\n')).said).toContain('缺少列：reg_no、name');
    expect((await search(register, 'id,text\n1,锦\n1,绣\n')).said).toContain('id“1”重复（第 3 行）');
    expect((await search(register, 'id,text\n')).said).toContain('没有数据行');
    expect((await search('reg_no,name\n,锦\n', 'id,text\n1,锦\n')).said).toContain('没有可用的数据行');
    const { status, said } = await search(`reg_no,name\n1,"${'锦'.repeat(30_000)}\n2,b\n`, 'id,text\n1,锦\n');
    expect([status, said.includes('引号是否成对')]).toEqual([1, true]);
  });

  it('names rows it leaves out and texts it could not take as they are, with the line of the file', async () => {
    const marks = 'reg_no,name\r\n1,"锦\r\n绣"\r\n,无号\r\n2,锦绣\r\n2,锦绣\r\n';
    const queries = 'id,text,nice_class\n1,锦绣,25\n2,,\n,无号,\n3,锦\u200d绣,88\n4,\ue000,\n5,аррlе,\n';
    const { status, said, found } = await search(marks, queries);
    expect(status).toBe(0);
    expect(said).toContain('商标文件（--marks）第 4 行没有 reg_no，已略过');
    expect(said).toContain('第 3 行（2）：请输入要查询的商标文字');
    expect(said).toContain('第 4 行没有 id，已略过');
    expect(said).toMatch(/第 5 行（3）：类别“88”不在 1–45 之内/);
    expect(said).toMatch(/第 5 行（3）：文字中夹有看不见的字符/);
    expect(said).toMatch(/第 6 行（4）：输入中没有可以比对的/);
    expect(said).toMatch(/第 7 行（5）：“.+”是形似拉丁字母的西里尔/);
    expect(found.filter(([id]) => id === '1').map(([, rank, no]) => [rank, no])).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
  });

  it('takes a number on several rows for one registration and tells of its closest class', async () => {
    const { found } = await search('reg_no,nice_class,name\n1,9,锦绣\n1,25,锦绣\n', 'id,text,nice_class\na,锦绣,25\n');
    expect(found).toHaveLength(2);
    expect(found[1]?.[5]).toContain('同属第 25 类');
  });

  it('reads GB18030 and UTF-16 as what they are', async () => {
    const gbk = Buffer.concat([
      Buffer.from('reg_no,name\n1,'),
      Buffer.from([0xbd, 0xf5, 0xd0, 0xe5]),
      Buffer.from('\n'),
    ]);
    const utf16 = Buffer.from('\ufeffid,text\n1,锦绣\n', 'utf16le');
    const { found } = await search(gbk, utf16);
    expect(found[1]?.slice(0, 5)).toEqual(['1', '1', '1', '1.0000', 'identical']);
  });

  it('says how it is used when the arguments are wrong', async () => {
    for (const argv of [
      ['search'],
      ['images'],
      ['search', '--marks', 'a', '--queries', 'b', '--out', 'c', '-k', '0'],
      ['--x'],
    ]) {
      vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
      expect(await runMarksCommand(argv)).toBe(2);
    }
  });
});
