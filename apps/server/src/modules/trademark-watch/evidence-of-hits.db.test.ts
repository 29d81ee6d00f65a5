import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { drawLogo, NEAR_MARKS, randomOf, toSvg } from '@jince/trademark-similarity/drawings';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileAnswer } from '../../platform/module.ts';
import { startAuthority, type TestAuthority } from '../evidence/testing/test-authority.ts';
import { rootOf } from './domain/hash-tree.ts';
import { openWatchDesk, type WatchDesk } from './testing/watch-desk.ts';

let desk: WatchDesk;
let authority: TestAuthority;
beforeAll(async () => {
  desk = await openWatchDesk();
  desk.at('2026-11-10');
  authority = await startAuthority({ now: () => desk.test.system().now });
  Object.assign(desk.test.services.config, { tsa: { url: authority.url, caFile: undefined } });
});
afterAll(async () => {
  await authority?.close();
  await desk?.close();
});

const random = randomOf(21);
const [logo, other] = [drawLogo(random), drawLogo(random)];
const png = (svg: string) => sharp(Buffer.from(svg)).resize(400).png().toBuffer();
const HEADER = '平台,店铺,商品标题,品牌,价格,链接,图片,网页文件,采集日期';
const hitOf = async (q: string) => {
  const { items } = await desk.call(desk.officer, 'listWatchHits', { query: { q } });
  return desk.call(desk.officer, 'getWatchHit', { params: { id: items[0]?.id } });
};

describe('what comes beside a list', () => {
  it('joins its rows: a picture like the mark’s is a hit of its own or strengthens the text’s, the page is kept', async () => {
    await desk.list('11000051', '垂虹秋月');
    const admin = await desk.test.as('ip-officer');
    await desk.call(admin, 'keepMarkPicture', {
      params: { country: 'CN', registrationNo: '11000051' },
      file: {
        fileName: '图样.svg',
        mediaType: 'image/svg+xml',
        content: Readable.from([Buffer.from(toSvg(logo))]),
        fields: {},
      },
    });
    const turned = await png(NEAR_MARKS.turned?.(logo, random) ?? '');
    const { counts, notice } = await desk.bringArchive('watch-listings', {
      '清单.csv': `\uFEFF${[
        HEADER,
        '淘宝,甲图店,真丝床单 特价,,99,https://example.com/p/1,图片/1.PNG,页面\\1.html,2026-11-08',
        '淘宝,乙文店,垂虹秋月床单,垂虹秋月,99,https://example.com/p/2,2.png,,2026-11-08',
        '淘宝,别店,真丝围巾,,99,https://example.com/p/3,3.png；假.png,,2026-11-08',
        '淘宝,网店,真丝围巾,,99,https://example.com/p/4,https://example.com/4.png,,2026-11-08',
        '淘宝,坏店,真丝围巾,,99,https://example.com/p/5,大.png；坏.png,,2026-11-08',
      ].join('\n')}\n`,
      '图片/1.png': turned,
      '图片/2.png': await png(toSvg(logo)),
      '图片/3.png': await png(toSvg(other)),
      '假.png': 'MZ no picture',
      // Eighty million points in a few kilobytes, and half a picture: kept as they came, compared with nothing.
      '大.png': await sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
      '坏.png': turned.subarray(0, turned.length >> 1),
      '页面/1.html': '<!doctype html><html><body><script>alert(1)</script>网页快照</body></html>',
      '没有人提到.png': turned,
    });
    expect(counts).toMatchObject({ accepted: 5, refused: 0 });
    expect(notice).toBeNull();

    const alone = await hitOf('甲图店');
    expect(alone).toMatchObject({ subject: '甲图店', field: 'picture', found: '', picture: { fileName: '1.png' } });
    expect(alone.files.map((one) => [one.part, one.fileName, one.mediaType, one.by])).toEqual([
      ['picture', '1.png', 'image/png', '监测清单'],
      ['page', '1.html', 'application/octet-stream', '监测清单'],
    ]);
    expect(alone.picture?.regions.length).toBeGreaterThan(0);
    expect(alone.picture?.fileId).toBe(alone.files[0]?.id);
    expect(alone.reasons).toContain('商品图片“1.png”与第 11000051 号商标图样');
    expect(alone.rankReasons.map((one) => one.text)).toContain('图片与商标图样近似');

    const both = await hitOf('乙文店');
    expect(both).toMatchObject({
      field: 'brand',
      found: '垂虹秋月',
      level: 'identical',
      picture: { fileName: '2.png' },
    });
    expect(both.reasons).toMatch(/文字相同。商品图片“2.png”/);
    const { total } = await desk.call(desk.officer, 'listWatchHits', { query: {} });
    expect(total).toBe(2);
  });

  it('joins a picture that comes later to the hit of the same shop and goods', async () => {
    await desk.bringArchive('watch-listings', {
      '清单.csv': `\uFEFF${HEADER}\n拼多多,丙后店,垂虹秋月床单,垂虹秋月,99,https://example.com/p/11,,,2026-11-08\n`,
    });
    expect((await hitOf('丙后店')).picture).toBeNull();
    await desk.bringArchive('watch-listings', {
      '清单.csv': `\uFEFF${HEADER}\n拼多多,丙后店,垂虹秋月床单 大号,垂虹秋月,99,https://example.com/p/12,a.png,,2026-11-09\n`,
      'a.png': await png(toSvg(logo)),
    });
    const hit = await hitOf('丙后店');
    expect(hit).toMatchObject({ times: 2, picture: { fileName: 'a.png' } });
    expect(hit.files.map((one) => one.fileName)).toEqual(['a.png']);
  });
});

describe('evidence from its capture on', () => {
  it('stands under one stamp: row, picture and page lead to a root that an outsider can check', async () => {
    const hit = await hitOf('甲图店');
    const kept = [...hit.rows, ...hit.files];
    expect(kept.map((one) => one.proof.state)).toEqual(['stamped', 'stamped', 'stamped']);
    expect(kept[0]?.proof).toMatchObject({ by: 'Test Time Stamps', at: '2026-11-10T02:00:00.000Z' });
    for (const { sha256 } of kept) {
      const params = { id: hit.id, sha256 };
      expect(await desk.call(desk.officer, 'checkHitProof', { params })).toMatchObject({
        same: true,
        path: true,
        stamp: true,
        trusted: false,
      });
    }
    const sha256 = hit.files[0]?.sha256 as string;
    const answer = (await desk.call(desk.officer, 'getHitProof', { params: { id: hit.id, sha256 } })) as FileAnswer;
    const bytes = Buffer.isBuffer(answer.content) ? answer.content : await buffer(answer.content);
    const text = bytes.toString('latin1');
    for (const name of ['1.png', 'proof.json', 'stamp.tst']) expect(text).toContain(name);
    const json = bytes.toString('utf8');
    const statement = JSON.parse(json.slice(json.indexOf('{\n'), json.indexOf('}\n') + 1));
    expect(rootOf(sha256, statement.path)).toBe(statement.root);
    expect(statement).toMatchObject({ sha256, authority: 'Test Time Stamps' });
  });

  it('tells bytes that changed, and what is no part of the hit', async () => {
    const hit = await hitOf('甲图店');
    const sha256 = hit.files[1]?.sha256 as string;
    const params = { id: hit.id, sha256 };
    await writeFile(await desk.test.services.files.localPath(sha256), 'changed');
    expect(await desk.call(desk.officer, 'checkHitProof', { params })).toMatchObject({ same: false, path: true });
    await expect(
      desk.call(desk.officer, 'checkHitProof', { params: { id: hit.id, sha256: '0'.repeat(64) } }),
    ).rejects.toMatchObject({ code: 'platform.not-found' });
  });

  it('is sealed without an authority, too, and stamped once there is one', async () => {
    const { config } = desk.test.services;
    const { tsa } = config;
    Object.assign(config, { tsa: { url: undefined, caFile: undefined } });
    await desk.bringArchive('watch-listings', {
      '清单.csv': `\uFEFF${HEADER}\n京东,丑店,垂虹秋月床单,垂虹秋月,99,https://example.com/p/21,,,2026-11-08\n`,
    });
    expect((await hitOf('丑店')).rows.map((one) => one.proof.state)).toEqual(['sealed']);
    Object.assign(config, { tsa });
    await desk.bringArchive('watch-listings', {
      '清单.csv': `\uFEFF${HEADER}\n京东,子店,垂虹秋月床单,垂虹秋月,99,https://example.com/p/22,,,2026-11-08\n`,
    });
    expect((await hitOf('丑店')).rows.map((one) => one.proof.state)).toEqual(['stamped']);
  });
});
