import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../../platform/imports/import-file.ts';
import { openPlanDesk, type PlanDesk } from './testing/plan-desk.ts';

const FILE = fileURLToPath(new URL('../../../../../../shared/data/enterprises/wujiang.csv', import.meta.url));
const absent = !existsSync(FILE);
if (absent) console.warn(`real register absent, its test is left out: ${FILE}`);

describe.skipIf(absent)('figures over the real register of Wujiang', () => {
  let desk: PlanDesk;
  beforeAll(async () => {
    desk = await openPlanDesk();
    await importFile(desk.test.system(), desk.importTasks, FILE, { kind: 'market-register', commit: true });
    await desk.settle();
  }, 240_000);
  afterAll(() => desk?.test.close());

  it.each([
    ['market-entities', "status = 'active'", undefined],
    ['one-enterprise-one-mark', 'false', "status = 'active' and kind = 'enterprise'"],
    ['agencies', "status = 'active' and kind = 'agency'", "status = 'active'"],
    [
      'town-known',
      "status = 'active' and kind in ('enterprise', 'co-operative', 'individual-business') and town_code is not null",
      "status = 'active' and kind in ('enterprise', 'co-operative', 'individual-business')",
    ],
  ])('%s is what SQL counts by hand', async (code, numerator, denominator) => {
    const detail = await desk.call(desk.test.system(), 'getIndicator', { params: { code } });
    const count = (where: string) => desk.number(`select count(*) as n from parties.party where ${where}`);
    expect(detail.numerator).toBe(await count(numerator));
    if (denominator !== undefined) {
      expect(detail.denominator).toBe(await count(denominator));
      expect(detail.denominator).toBeGreaterThan(100);
    }
  });

  it('stands on every clause of the plan, with nothing made up where no file was imported', async () => {
    const view = await desk.call(desk.test.system(), 'getPlan');
    const clauses = view.chapters.flatMap((chapter) => chapter.clauses);
    expect(clauses).toHaveLength(16);
    const of = (code: string) => clauses.flatMap((clause) => clause.indicators).find((one) => one.code === code);
    expect(of('inventions-valid')?.value).toBe(0);
    expect(of('standard-high-tech')).toMatchObject({ value: null, standing: 'no-data' });
    const then = await desk.call(desk.test.system(), 'listIndicators', {
      query: { asOf: '1998-06-30', clause: ['VI.1'] },
    });
    const entities = (items: typeof then.items) => items.find((one) => one.code === 'market-entities')?.value ?? 0;
    expect(entities(then.items)).toBe(
      await desk.number(
        "select count(*) as n from parties.party where status = 'active' and established_on <= '1998-06-30'",
      ),
    );
    expect(entities(then.items)).toBeLessThan(of('market-entities')?.value ?? 0);
  });
});
