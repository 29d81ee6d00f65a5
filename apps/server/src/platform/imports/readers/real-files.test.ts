import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAll } from './testing/read-all.ts';

const data = resolve(import.meta.dirname, '../../../../../../../shared/data');
const present = existsSync(join(data, 'enterprises'));
if (!present) console.log(`SKIPPED: real registers and exports are not at ${data}`);

describe.skipIf(!present)('real registers and exports', () => {
  it.each([
    ['enterprises/jiangsu.csv', 84_990, 9],
    ['enterprises/wujiang.csv', 1530, 9],
    ['patents/lens_drones_5884.csv', 5884, 26],
    ['patents/cn_title_ipc.csv', 6774, 7],
    ['patents/cn_g06f_title_abstract_cpc.csv', 4102, 4],
    ['patents/citation_network_drones.csv', 15_776, 15],
  ])('%s: every row, no problem', async (name, count, columns) => {
    const { table, sheets } = await readAll(join(data, name));
    const { sheet, rows } = sheets[0]!;
    expect([table.kind, table.encoding, table.separator]).toEqual(['csv', 'utf-8', ',']);
    expect(sheet.header).toMatchObject({ line: 1, cells: { length: columns } });
    expect(rows).toHaveLength(count);
    expect(rows.filter((row) => row.problem || row.cells.length !== columns)).toEqual([]);
  });

  it('reads the first and last line of the Jiangsu register exactly', async () => {
    const { rows } = (await readAll(join(data, 'enterprises/jiangsu.csv'))).sheets[0]!;
    expect(rows[0]).toMatchObject({
      line: 2,
      cells: { 0: '海门市直属机关消费合作社', 1: '913206841387832638', 4: '3.4000(万元人民币)' },
    });
    expect(rows.at(-1)).toMatchObject({ line: 84_991, cells: { 1: '91320507769111578G' } });
  });

  it('does not take a list of citations for a table', async () => {
    await expect(readAll(join(data, 'fixtures/cnki_gbt7714_export.txt'))).rejects.toMatchObject({
      code: 'file.no-header',
    });
  });
});
