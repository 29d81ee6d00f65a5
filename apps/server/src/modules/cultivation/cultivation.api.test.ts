import type { Problem } from '@jince/contract';
import exceljs from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueSession, SESSION_COOKIE } from '../../platform/auth/index.ts';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { buildApp } from '../../platform/http/build-app.ts';
import { cultivationModule } from './cultivation.module.ts';
import {
  type CampaignDistrict,
  openCampaignDistrict,
  PINGWANG,
  runCampaign,
  targetOf,
  usccOf,
  ZERO_PATENT,
} from './testing/campaign-district.ts';

const A = { name: '苏州甲纺织有限公司', uscc: usccOf(1) };
const B = { name: '苏州乙机械有限公司', uscc: usccOf(2), town: PINGWANG } as const;
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a photo')]);

let district: CampaignDistrict;
let app: FastifyInstance;
let campaign: string;
type Headers = Record<string, string>;
const sessions: Record<string, Headers> = {};

async function signIn(ctx: Ctx): Promise<Headers> {
  const session = await inTransaction(ctx, (tx) => issueSession(tx, ctx, ctx.actor.userId as string, 60));
  return { cookie: `${SESSION_COOKIE}=${session.token}`, 'x-csrf-token': session.csrfToken };
}

beforeAll(async () => {
  district = await openCampaignDistrict();
  await district.register(A, B);
  await district.highTech(A, B);
  campaign = (await runCampaign(district)).id;
  app = await buildApp(district.test.services, cultivationModule.routes);
  await app.ready();
  sessions.officer = await signIn(await district.test.as('ip-officer'));
  sessions.liaison = await signIn(await district.test.as('liaison', 'town', PINGWANG));
  sessions.finance = await signIn(await district.test.as('finance-officer'));
});
afterAll(async () => {
  await app.close();
  await district.test.close();
});

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';
const call = (who: string, method: Method, path: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/cultivation${path}`,
    headers: sessions[who] as Headers,
    ...(payload === undefined ? {} : { payload }),
  });
const problemOf = (response: { json(): unknown }) => response.json() as Problem;

function sendPhoto(who: string, visitId: string, content: Buffer) {
  const head =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="photo.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';
  return app.inject({
    method: 'POST',
    url: `/api/cultivation/visits/${visitId}/photos`,
    headers: { ...(sessions[who] as Headers), 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--b--\r\n')]),
  });
}

const visitBody = (over: object = {}) => ({
  id: uuidv7(),
  visitedOn: '2026-11-20',
  channel: 'phone',
  summary: '电话联系',
  result: 'contacted',
  ...over,
});

describe('200', () => {
  it('every page of a campaign answers as the contract says', async () => {
    const target = (await targetOf(district, campaign, B.name)).id;
    const party = await district.partyId(B.name);
    for (const path of [
      '/campaigns',
      `/campaigns/${campaign}`,
      `/campaigns/${campaign}/targets?state=open&late=false&overdue=false&contacted=false&assignee=none&sort=-name`,
      '/my-work?mine=false',
      `/targets/${target}`,
      '/assignees',
      '/visits?from=2026-01-01&to=2026-12-31',
      '/class-gaps',
      `/class-gaps/${party}`,
      '/pool',
      `/briefs/${party}`,
    ]) {
      const response = await call('officer', 'GET', path);
      expect([path, response.statusCode, response.body.slice(0, 300)]).toEqual([path, 200, expect.any(String)]);
    }
  });

  it('the worklist downloads as a workbook, within scope', async () => {
    const response = await call('liaison', 'GET', `/campaigns/${campaign}/targets/export`);
    expect(response.statusCode).toBe(200);
    const book = new exceljs.Workbook();
    await book.xlsx.load(response.rawPayload as unknown as ArrayBuffer);
    const names: string[] = [];
    book.worksheets[0]?.eachRow((row) => names.push(String(row.getCell(1).value)));
    expect(names.slice(-2)).toEqual(['对象', B.name]);
    expect(names.join()).not.toContain(A.name);
  });

  it('a visit with its photo goes all the way', async () => {
    const target = (await targetOf(district, campaign, B.name)).id;
    const body = visitBody();
    const logged = await call('liaison', 'POST', `/targets/${target}/visits`, body);
    expect(logged.json()).toMatchObject({ id: body.id, by: '测试liaison', note: null, photos: [] });
    const photo = await sendPhoto('liaison', body.id, JPEG);
    const { photos } = photo.json() as { photos: { sha256: string }[] };
    const image = await call('finance', 'GET', `/visits/${body.id}/photos/${photos[0]?.sha256}`);
    expect([image.statusCode, image.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(image.rawPayload.equals(JPEG)).toBe(true);
  });
});

describe('refusals', () => {
  it('400: what is no photo, no day, no step', async () => {
    const target = (await targetOf(district, campaign, B.name)).id;
    const body = visitBody();
    await call('liaison', 'POST', `/targets/${target}/visits`, body);
    expect(problemOf(await sendPhoto('liaison', body.id, Buffer.from('<svg/>'))).code).toBe(
      'cultivation.photo.not-a-photo',
    );
    const badDay = await call('liaison', 'POST', `/targets/${target}/visits`, visitBody({ visitedOn: '2026-02-30' }));
    expect([badDay.statusCode, problemOf(badDay).errors?.[0]?.path]).toEqual([400, 'visitedOn']);
    const badList = await call('officer', 'GET', '/visits?from=2026-13-01');
    expect(badList.statusCode).toBe(400);
  });

  it('403: who may read but not act', async () => {
    const response = await call('finance', 'POST', '/campaigns', { ...ZERO_PATENT });
    expect([response.statusCode, problemOf(response).title]).toEqual([403, expect.stringContaining('开展培育行动')]);
  });

  it('404: what lies in another town', async () => {
    const target = (await targetOf(district, campaign, A.name)).id;
    const response = await call('liaison', 'GET', `/targets/${target}`);
    expect([response.statusCode, problemOf(response).code]).toEqual([404, 'platform.not-found']);
  });

  it('409: a start twice, a rule that changed in between', async () => {
    const twice = await call('officer', 'POST', `/campaigns/${campaign}/start`, {});
    expect([twice.statusCode, problemOf(twice).code]).toEqual([409, 'cultivation.campaign.not-draft']);
    const rule = { targetRule: ZERO_PATENT.targetRule, note: '调整', version: 9 };
    const response = await call('officer', 'PUT', `/campaigns/${campaign}/rule`, rule);
    expect([response.statusCode, problemOf(response).title]).toEqual([409, expect.stringContaining('第 1 版')]);
  });

  it('413: a photo that is too large', async () => {
    const target = (await targetOf(district, campaign, B.name)).id;
    const body = visitBody();
    await call('liaison', 'POST', `/targets/${target}/visits`, body);
    const response = await sendPhoto('liaison', body.id, Buffer.concat([JPEG, Buffer.alloc(11 * 1024 * 1024)]));
    expect([response.statusCode, problemOf(response).code]).toEqual([413, 'platform.payload-too-large']);
  });

  it('422: a faulty rule, with place and suggestion for each fault, in the language of the reader', async () => {
    const body = { ...ZERO_PATENT, targetRule: 'enterprise.hightech', successRule: 'enterprise.patents.clean >=' };
    const response = await call('officer', 'POST', '/campaigns', body);
    const problem = problemOf(response);
    expect([response.statusCode, problem.code]).toEqual([422, 'cultivation.rule.refused']);
    expect(problem.errors).toEqual([
      { path: 'targetRule:0-19', message: expect.stringContaining('highTech') },
      { path: expect.stringMatching(/^successRule:\d+-\d+$/), message: expect.any(String) },
    ]);
  });
});
