import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type ReadSheet, readAll } from '../testing/read-all.ts';

const folder = mkdtempSync(join(tmpdir(), 'jince-xml-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

function save(content: string | Buffer): string {
  const path = join(folder, `${++files}.xml`);
  writeFileSync(path, content);
  return path;
}

function record({ sheet, cells }: ReadSheet, row = 0): Record<string, string> {
  return Object.fromEntries(
    sheet.header.cells.map((name, i) => [name, cells[row]![i]!]).filter(([, value]) => value !== ''),
  );
}

const document = (number: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cn-patent-document SYSTEM "/DTDS/x.dtd">
<cn-patent-document country="CN"><cn-bibliographic-data>
<cn-publication-reference><document-id><country>CN</country><doc-number>2150${number}</doc-number><kind>U</kind><date>20211005</date></document-id></cn-publication-reference>
<application-reference appl-type="utility-model"><document-id><country>CN</country><doc-number>20212${number}.X</doc-number><date>20210304</date></document-id></application-reference>
<priority-claims><priority-claim><country>CN</country><doc-number>2020100.1</doc-number><date>20201201</date></priority-claim></priority-claims>
<classifications-ipcr><classification-ipcr><text>D03D  1/00(2006.01)I</text></classification-ipcr><classification-ipcr><text>D03D 13/00(2006.01)I</text></classification-ipcr></classifications-ipcr>
<invention-title>一种织机&amp;配件</invention-title>
<cn-parties><cn-applicants><cn-applicant><addressbook><name>吴江甲公司</name><address><text>215200 江苏省苏州市吴江区</text></address></addressbook></cn-applicant><cn-applicant><name>乙公司</name></cn-applicant></cn-applicants>
<cn-inventors><cn-inventor><name>张三</name></cn-inventor></cn-inventors>
<cn-agents><cn-agent><name>李四</name><cn-agency><name>苏州某代理事务所 32103</name></cn-agency></cn-agent></cn-agents></cn-parties>
</cn-bibliographic-data><claims><claim/><claim/></claims><description><p>${'长'.repeat(1000)}</p></description></cn-patent-document>
`;

describe('patent documents', () => {
  it('reads the older schema of CNIPA', async () => {
    const { table, sheets } = await readAll(save(document('0001')));
    expect(table.kind).toBe('xml');
    expect(record(sheets[0]!)).toEqual({
      申请号: '202120001.X',
      申请日: '20210304',
      '公开（公告）号': 'CN21500001U',
      '公开（公告）日': '20211005',
      发明名称: '一种织机&配件',
      IPC分类号: 'D03D 1/00; D03D 13/00',
      申请人: '吴江甲公司; 乙公司',
      发明人: '张三',
      申请人地址: '江苏省苏州市吴江区',
      代理机构: '苏州某代理事务所',
      代理人: '李四',
      优先权号: 'CN2020100.1',
      优先权日: '20201201',
      文献类型: 'U',
      专利类型: '实用新型',
      权利要求数: '2',
    });
  });

  it('reads several documents in one file and a collection under one root', async () => {
    const { sheets } = await readAll(save(document('0001') + document('0002') + document('0003')));
    expect(sheets[0]!.rows.map((row) => [row.line, row.cells[0]])).toEqual([
      [3, '202120001.X'],
      [15, '202120002.X'],
      [27, '202120003.X'],
    ]);
    const inner = (n: string) => document(n).replace(/<\?xml.*\n<!DOCTYPE.*\n/, '');
    const collection = await readAll(save(`<?xml version="1.0"?><docs>${inner('0001')}${inner('0002')}</docs>`));
    expect(collection.sheets[0]!.cells.map((cells) => cells[0])).toEqual(['202120001.X', '202120002.X']);
  });

  it('reports a damaged document and reads the others', async () => {
    const { sheets } = await readAll(
      save(document('0001') + document('0002').replace('</cn-parties>', '') + document('0003')),
    );
    const { rows } = sheets[0]!;
    expect(rows.map((row) => row.problem?.code)).toEqual([undefined, 'row.record-unreadable', undefined]);
    expect(rows[2]!.cells[0]).toBe('202120003.X');
    await expect(readAll(save(document('0001').slice(0, 900)))).rejects.toMatchObject({ code: 'file.corrupt' });
  });

  it('reads UTF-16', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(document('0001').replace('UTF-8', 'UTF-16'), 'utf16le'),
    ]);
    expect(record((await readAll(save(bytes))).sheets[0]!).申请人).toBe('吴江甲公司; 乙公司');
  });
});

describe('refusals', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE cn-patent-document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><cn-patent-document>&b;</cn-patent-document>`;
  it('refuses entity definitions, inner and outer', async () => {
    await expect(readAll(save(bomb))).rejects.toMatchObject({ code: 'file.xml-entities' });
    await expect(
      readAll(save(bomb.replace('<!ENTITY a "aaaaaaaaaa">', '<!ENTITY a SYSTEM "file:///etc/passwd">'))),
    ).rejects.toMatchObject({ code: 'file.xml-entities' });
  });

  it('names the root it does not know', async () => {
    const error = await readAll(save('<?xml version="1.0"?><rss><channel/></rss>')).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'file.unknown-xml', params: { root: 'rss' } });
  });

  it('refuses absurd depth', async () => {
    await expect(
      readAll(save(`<cn-patent-document>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</cn-patent-document>`)),
    ).rejects.toMatchObject({ code: 'file.corrupt' });
  });
});

describe('Excel 2003 XML', () => {
  it('is read as a workbook', async () => {
    const cell = (v: string) => `<Cell><Data ss:Type="String">${v}</Data></Cell>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="甲"><Table><Row>${cell('企业名称')}${cell('统一社会信用代码')}</Row><Row>${cell('甲公司')}${cell('0123')}</Row></Table></Worksheet></Workbook>`;
    const { table, sheets } = await readAll(save(xml));
    expect(table.kind).toBe('xls');
    expect(sheets[0]!.rows).toEqual([{ line: 2, cells: ['甲公司', '0123'] }]);
  });
});

const fixtures = resolve(import.meta.dirname, '../../../../../../../../shared/data/fixtures');
const present = existsSync(fixtures);
if (!present) console.log(`SKIPPED: real XML files are not at ${fixtures}`);

describe.skipIf(!present)('real files', () => {
  it('CNIPA full text', async () => {
    const { sheets } = await readAll(join(fixtures, 'cnipa_fulltext_real.xml'));
    expect(sheets[0]!.rows).toHaveLength(1);
    const { 摘要: abstract, ...rest } = record(sheets[0]!);
    expect(abstract).toMatch(/^本发明公开了一种基于BERT/);
    expect(rest).toEqual({
      申请号: '201910302430.1',
      申请日: '20190416',
      '公开（公告）号': 'CN110083831A',
      '公开（公告）日': '20190802',
      发明名称: '一种基于BERT-BiGRU-CRF的中文命名实体识别方法',
      IPC分类号: 'G06F 17/27',
      申请人: '武汉大学',
      发明人: '董文永; 杨飘',
      申请人地址: '湖北省武汉市武昌区珞珈山武汉大学',
      申请人邮编: '430072',
      '申请人所在国（省）': '湖北省',
      代理机构: '武汉科皓知识产权代理事务所(特殊普通合伙)',
      代理人: '鲁力',
      文献类型: 'A',
      专利类型: '发明',
      权利要求数: '4',
    });
  });

  it('e-filing claims, USPTO grant', async () => {
    expect(record((await readAll(join(fixtures, 'cnipa_efiling_claims.xml'))).sheets[0]!)).toEqual({
      权利要求数: '10',
    });
    const grant = record((await readAll(join(fixtures, 'uspto_grant_v45_real.xml'))).sheets[0]!);
    expect(grant).toMatchObject({
      申请号: '13648029',
      '公开（公告）号': 'US08930553B2',
      申请人: 'International Business Machines Corporation',
      发明人: 'Nitzan Nissim; Brian Pulito; Asaf Zinger',
    });
  });

  it('trademarks of ST.66 and ST.96, a row per class', async () => {
    const st66 = (await readAll(join(fixtures, 'tsdr_st66_real.xml'))).sheets[0]!;
    expect(st66.rows).toHaveLength(2);
    expect(
      [record(st66, 0), record(st66, 1)].map((r) => [r.商标名称, r.国际分类, r.注册号, r.申请日期, r.申请人名称]),
    ).toEqual([
      ['PYTHON', '9', '2824281', '2000-05-09', 'PYTHON SOFTWARE FOUNDATION'],
      ['PYTHON', '42', '2824281', '2000-05-09', 'PYTHON SOFTWARE FOUNDATION'],
    ]);
    const st96 = record((await readAll(join(fixtures, 'tsdr_st96_real.xml'))).sheets[0]!);
    expect(st96).toMatchObject({
      商标名称: 'JAVA',
      国际分类: '9',
      '申请/注册号': '74631225',
      申请人名称: 'Oracle America, Inc.',
    });
  });

  it('streams five hundred documents', async () => {
    const one = readFileSync(join(fixtures, 'cnipa_fulltext_real.xml'), 'utf8');
    const { sheets } = await readAll(save(one.repeat(500)));
    expect(sheets[0]!.rows).toHaveLength(500);
    expect(sheets[0]!.rows.at(-1)!.cells[0]).toBe('201910302430.1');
  });
});
