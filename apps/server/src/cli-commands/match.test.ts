import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readRecord } from './match/read-table.ts';
import { runMatchCommand } from './match.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jince-match-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

const register = `uscc,name,former_names,address,scope
91320509MA1ABCDE8U,吴江市恒力化纤有限公司,吴江市恒力织造厂；吴江市黎明喷织厂,吴江区盛泽镇,"化纤丝,纺织品"
91320509MA1T000560,"苏州赛峨电子""有限公司",,,
93320509MA1ABCDE8M,吴江区震泽镇大船港水产专业合作社,,,
`;

async function match(
  files: { register?: string | Buffer; mentions?: string | Buffer },
  options: { out?: string } = {},
): Promise<{ status: number; rows: string[][]; said: string }> {
  const paths = {
    register: join(folder, 'r.csv'),
    mentions: join(folder, 'm.csv'),
    out: options.out ?? join(folder, 'o.csv'),
  };
  for (const kind of ['register', 'mentions'] as const) {
    rmSync(paths[kind], { force: true });
    if (files[kind] !== undefined) writeFileSync(paths[kind], files[kind]);
  }
  rmSync(join(folder, 'o.csv'), { force: true });
  let said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
  const status = await runMatchCommand([
    '--register',
    paths.register,
    '--mentions',
    paths.mentions,
    '--out',
    paths.out,
  ]);
  const rows: string[][] = [];
  if (status === 0) {
    const text = readFileSync(paths.out, 'utf8');
    for (let at = 0; at < text.length; ) {
      const fields: string[] = [];
      at = readRecord(text, at, fields);
      rows.push(fields);
    }
  }
  return { status, rows, said };
}

describe('jince match', () => {
  it('writes one row per mention in the order of the list, in the documented columns', async () => {
    const mentions =
      'id,name,address,ipc\n1,恒力化纤（吴江）有限公司,,\n2,吴江市黎明喷织厂,,\nx-3,张伟,,\n4,北京字节云图信息公司,,G06F\n';
    const { status, rows, said } = await match({ register, mentions });
    expect(status).toBe(0);
    expect(rows[0]).toEqual(['id', 'uscc', 'decision', 'score', 'reasons']);
    expect(rows.slice(1).map(([id, uscc, decision]) => [id, uscc, decision])).toEqual([
      ['1', '91320509MA1ABCDE8U', 'auto'],
      ['2', '91320509MA1ABCDE8U', 'auto'],
      ['x-3', '', 'none'],
      ['4', '', 'none'],
    ]);
    expect(rows.every((row) => row.length === 5)).toBe(true);
    expect(rows.slice(1).every((row) => Number(row[3]) >= 0 && Number(row[3]) <= 1)).toBe(true);
    expect(rows[2]![4]).toContain('曾用名');
    expect(rows[3]![4]).toContain('自然人');
    expect(said).toContain('登记 3 户，名单 4 条：自动关联 2，待人工确认 0，未匹配 2');
  });

  it('reads GB18030, a byte order mark, Windows line ends and quoted line breaks', async () => {
    // “吴江恒力” in GB18030.
    const name = Buffer.from([0xce, 0xe2, 0xbd, 0xad, 0xba, 0xe3, 0xc1, 0xa6]);
    const gb = Buffer.concat([Buffer.from('uscc,name\r\n91320509MA1ABCDE8U,'), name, Buffer.from('\r\n')]);
    const { rows } = await match({ register: gb, mentions: '\ufeffid,name\r\n7,"吴江恒\n力"\r\n' });
    expect(rows[1]!.slice(0, 3)).toEqual(['7', '91320509MA1ABCDE8U', 'auto']);
  });

  it('links a joint field by the holder it finds and names the others', async () => {
    const { rows } = await match({ register, mentions: 'id,name\n1,苏州大学；吴江市恒力化纤有限公司\n' });
    expect(rows[1]!.slice(0, 3)).toEqual(['1', '91320509MA1ABCDE8U', 'auto']);
    expect(rows[1]![4]).toContain('苏州大学（未匹配）');
  });

  it('joins repeated codes, reports them, and finds the firm by either name', async () => {
    const twice = `${register}91320509MA1ABCDE8U,吴江市恒力化纤有限公司,,,\n91320509MA1ABCDE8U,江苏恒力新材料股份有限公司,,,\n,,,,\n`;
    const { rows, said } = await match({ register: twice, mentions: 'id,name\n1,江苏恒力新材料股份有限公司\n' });
    expect(rows[1]!.slice(0, 3)).toEqual(['1', '91320509MA1ABCDE8U', 'auto']);
    expect(said).toContain('统一社会信用代码重复 2 行');
    expect(said).toContain('1 行没有名称');
  });

  it('gives the same rows with a second thread as without', async () => {
    const filler = '，地址写得很长很长'.repeat(20);
    const list = Array.from({ length: 6000 }, (_, i) => `${i},${i % 3 ? '吴江恒力化纤公司' : `第${i}号商店`}`);
    const long = await match({
      register,
      mentions: `id,name,address\n${list.map((row) => `${row},${filler}`).join('\n')}\n`,
    });
    expect(long.rows.slice(1).map((row) => row[0])).toEqual(list.map((_, i) => String(i)));
    const linked = long.rows.filter(([, uscc]) => uscc === '91320509MA1ABCDE8U');
    expect(linked).toHaveLength(4000);
    expect(new Set(linked.map((row) => row.slice(1).join())).size).toBe(1);
  });

  it.each([
    ['a missing file', { mentions: 'id,name\n1,甲\n' }, '读不到登记册'],
    ['a missing list', { register }, '读不到名单'],
    ['an empty file', { register: '', mentions: 'id,name\n1,甲\n' }, '是空文件'],
    ['a missing column', { register: 'code,name\n1,甲\n', mentions: 'id,name\n1,甲\n' }, '缺少列：uscc'],
    ['a list without name', { register, mentions: 'id,title\n1,甲\n' }, '缺少列：name'],
    ['a header alone', { register, mentions: 'id,name\n' }, '没有数据行'],
    ['a register header alone', { register: 'uscc,name\n', mentions: 'id,name\n1,甲\n' }, '没有数据行'],
    ['a repeated id', { register, mentions: 'id,name\n1,甲\n2,乙\n1,丙\n' }, 'id“1”重复（第 4 行）'],
    ['a row without id', { register, mentions: 'id,name\n,甲\n' }, '第 2 行没有 id'],
  ])('refuses %s with a sentence', async (_, files, sentence) => {
    const { status, said } = await match(files);
    expect(status).toBe(1);
    expect(said).toContain(sentence);
  });

  it('says so when the result cannot be written', async () => {
    const { status, said } = await match(
      { register, mentions: 'id,name\n1,甲\n' },
      { out: join(folder, 'no', 'such', 'o.csv') },
    );
    expect([status, said]).toEqual([1, expect.stringContaining('写不进结果文件')]);
  });

  it('prints the usage for wrong arguments', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await runMatchCommand(['--register', 'r.csv'])).toBe(2);
    expect(await runMatchCommand(['--help'])).toBe(0);
    expect(await runMatchCommand(['--wrong'])).toBe(2);
    expect(write.mock.calls.every(([text]) => String(text).startsWith('用法：'))).toBe(true);
  });
});
