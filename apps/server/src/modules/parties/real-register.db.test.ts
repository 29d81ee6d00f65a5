import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addsUp, type ImportDesk, openImportDesk } from '../../platform/imports/testing/import-desk.ts';

const FILE = fileURLToPath(new URL('../../../../../../shared/data/enterprises/wujiang.csv', import.meta.url));
const absent = !existsSync(FILE);
if (absent) console.warn(`real register absent, its test is left out: ${FILE}`);

describe.skipIf(absent)('the real register of Wujiang', () => {
  let desk: ImportDesk;
  beforeAll(async () => {
    desk = await openImportDesk();
  });
  afterAll(() => desk?.close());

  it('goes in without a question, 99 in 100 rows, every other with its reason', async () => {
    const preview = await desk.upload('wujiang.csv', readFileSync(FILE));
    expect(preview).toMatchObject({ state: 'previewed', kind: 'market-register', sender: 'public-register' });
    const { counts } = preview;
    expect(counts.total).toBe(1530);
    expect(counts.accepted / counts.total).toBeGreaterThanOrEqual(0.99);
    expect(addsUp(preview)).toBe(true);
    for (const status of ['doubtful', 'refused'])
      for (const row of (await desk.rows(preview.id, status)).items)
        expect(row.issues.some((issue) => issue.severity === status && issue.text.length > 5)).toBe(true);
    const done = await desk.commit(preview.id);
    const parties = Object.values(await desk.parties());
    expect(parties).toHaveLength(done.counts.new);
    const placed = parties.filter((party) => party.town_code !== null).length;
    const dated = parties.filter((party) => party.established_on !== null).length;
    console.info(
      `real register: ${counts.accepted}/${counts.total} accepted, ${placed} with a town, ${dated} with a date`,
    );
    expect(placed / parties.length).toBeGreaterThan(0.8);
    expect(dated).toBe(parties.length);
    expect((await desk.undo(preview.id)).undoReport).toMatchObject({ removed: parties.length });
  });
});
