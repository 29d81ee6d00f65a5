import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { lawModule } from './law.module.ts';
import { checkLawVersion, listLawEntries } from './law-checks.ts';
import { lawRecords } from './law-entries.ts';

describe('the law as it is kept', () => {
  let test: TestDatabase;
  let legal: Ctx;
  beforeAll(async () => {
    test = await openTestDatabase([lawModule]);
    legal = await test.as('legal-reviewer');
  });
  afterAll(() => test.close());
  const entry = async (key: string) => (await listLawEntries(legal)).find((one) => one.entry === key);

  it('says every version in words, with the article it rests on', () => {
    for (const { key, versions } of lawRecords())
      for (const { text, article } of versions) {
        expect(text.zh, key).not.toMatch(/^$|undefined|NaN|\[object/);
        expect(text.en, key).not.toMatch(/^$|undefined|NaN|\[object/);
        expect(article, key).not.toBe('');
      }
  });

  it('says fines, thresholds and terms as the law does', async () => {
    const fine = await entry('offence:trademark.infringement');
    expect(fine?.versions[1]).toMatchObject({
      from: '2027-01-01',
      text: '违法经营额5万元以上的，5倍以下；没有或者不足的，25万元以下',
      article: '商标法(2026修订)第74条',
      inForce: false,
    });
    expect((await entry('crime:213-goods'))?.versions[0]?.text).toBe(
      '违法所得3万元以上（再犯、多种的2万元）；经营数额5万元以上（再犯、多种的3万元）',
    );
    expect((await entry('clock:case.filing-decision'))?.versions[0]?.text).toBe('15个工作日');
  });

  it('marks what is to be checked until somebody has compared it with its source', async () => {
    const key = 'revision:opposition';
    expect(await entry(key)).toMatchObject({ open: 1 });
    await checkLawVersion(legal, key, { versionFrom: '2027-01-01', outcome: 'doubtful', basis: '公报未到' });
    expect(await entry(key)).toMatchObject({ open: 1, versions: [{ checked: { outcome: 'doubtful' } }] });
    const later = { ...legal, now: new Date(legal.now.getTime() + 1000) };
    const done = await checkLawVersion(later, key, {
      versionFrom: '2027-01-01',
      outcome: 'confirmed',
      basis: '公报第7号第38条',
    });
    expect(done).toMatchObject({
      open: 0,
      versions: [{ checked: { outcome: 'confirmed', basis: '公报第7号第38条' } }],
    });
  });

  it('shows everything that is marked in the files of the law as still to be checked', () => {
    const shown = JSON.stringify(
      lawRecords().flatMap(({ versions }) => versions.filter(({ verify }) => verify !== null)),
    );
    const folder = join(import.meta.dirname, '../../../../../law');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /^[a-z]+\/[a-z0-9-]+\.json$/.test(file) && !file.endsWith('/examples.json'),
    );
    const marks = files.flatMap((file) => {
      const found: string[] = [];
      JSON.parse(readFileSync(join(folder, file), 'utf8'), (key, value) => {
        const said = typeof value === 'string' && (/待核/.test(value) || /^(countedV|v)erify$/.test(key));
        if (said) found.push(value);
        return value;
      });
      return found.map((mark) => ({ file, mark }));
    });
    expect(marks.length).toBeGreaterThan(90);
    expect(marks.map(({ mark }) => mark)).toContain('期限承自令20号，令121号条文待核');
    expect(marks.filter(({ mark }) => !shown.includes(JSON.stringify(mark).slice(1, -1)))).toEqual([]);
  });

  it('refuses to check a version that is not kept', async () => {
    const check = checkLawVersion(legal, 'clock:case.filing-decision', {
      versionFrom: '1999-01-01',
      outcome: 'confirmed',
      basis: '对照原文',
    });
    await expect(check).rejects.toSatisfy((error) => error instanceof AppError && error.code === 'law.entry.unknown');
  });
});
