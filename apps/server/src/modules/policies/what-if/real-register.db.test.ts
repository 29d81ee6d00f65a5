import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateItem, certificatePolicy, draftPolicy } from '../testing/policy-district.ts';
import { openWhatIfDesk, type WhatIfDesk } from '../testing/what-if-desk.ts';
import { listWhatIfLines } from './list-what-if-lines.ts';
import { runWhatIf } from './run-what-if.ts';

const FILE = fileURLToPath(new URL('../../../../../../../shared/data/enterprises/wujiang.csv', import.meta.url));
const absent = !existsSync(FILE);
if (absent) console.warn(`real register absent, its test is left out: ${FILE}`);

describe.skipIf(absent)('a what-if over the real register of Wujiang', () => {
  let desk: WhatIfDesk;
  beforeAll(async () => {
    desk = await openWhatIfDesk();
    await desk.take([{ path: FILE, kind: 'market-register' }]);
  }, 240_000);
  afterAll(() => desk?.test.close());

  /** The register knows no rights: what can be rewarded is the firm itself, by its age. */
  const policy = certificatePolicy({
    code: 'real',
    rounding: 'fen',
    items: [
      certificateItem({
        code: 'age',
        name: '按年数',
        trigger: 'education-base',
        eligibility: 'enterprise.active',
        achievement: {
          subject: 'enterprise',
          collection: null,
          rule: 'true',
          dateFact: null,
          keyFact: 'uscc',
          label: '企业',
        },
        amount: { type: 'share', of: 'enterprise.ageYears * 1234567', ratePpm: 333_333 },
        subjectYearCapFen: 5_000_000,
        examples: [],
      }),
    ],
  });

  it('sums to what every enterprise gets when asked alone, to the fen', async () => {
    const { id } = await draftPolicy(desk.officer, policy);
    const question = { version: id, changes: [], paid: 'count' as const };
    const { amounts, totalFen, cases } = await desk.oneByOne(id, desk.officer.today);
    const result = await runWhatIf(desk.officer, question);
    expect(cases.length).toBeGreaterThan(100);
    expect(amounts.length).toBeGreaterThan(20);
    expect(result).toMatchObject({ fen: totalFen, lines: amounts.length, recipients: amounts.length });
    const { items, total } = await listWhatIfLines(desk.officer, {
      ...question,
      list: 'lines',
      page: 1,
      pageSize: 500,
    });
    expect(total).toBe(amounts.length);
    const listed = new Set(amounts);
    for (const row of items) expect(listed).toContain(`${row.partyId} ${row.item} ${row.key} ${row.fen}`);
  });

  it("sums the pack's policies likewise", async () => {
    for (const [code, version] of [
      ['ip-quality', 2],
      ['ip-use', 1],
    ] as const) {
      const id = await desk.version(code, version);
      const { totalFen } = await desk.oneByOne(id, desk.officer.today);
      const result = await runWhatIf(desk.officer, { version: id, changes: [], paid: 'count' });
      expect(result.neededFen).toBe(totalFen);
    }
  });
});
