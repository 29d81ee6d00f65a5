import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '@jince/calendar';
import { sql } from 'kysely';
import { findDemoActor } from '../../../platform/auth/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { importFile } from '../../../platform/imports/import-file.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { decideWatchShop } from '../commands/decide-watch-shop.ts';
import { judgeWatchHit } from '../commands/judge-watch-hit.ts';
import { addAuthorisedUser } from '../commands/keep-mark.ts';
import { nominateProtectedMarks } from '../commands/nominate-protected-marks.ts';
import { openPlatformNotice } from '../commands/open-platform-notice.ts';
import { orderHitAction } from '../commands/order-hit-action.ts';
import { saveNetCampaign } from '../commands/save-net-campaign.ts';
import type { Verdict } from '../domain/watch-types.ts';
import { getWatchHit, listWatchHits } from '../queries/show-hits.ts';
import { findMark } from '../repositories/mark-repository.ts';
import { type DemoMark, demoFiles, writeDemoCompanies, writeDemoGazette, writeDemoListings } from './demo-listings.ts';
import { keepDemoLogos, writeArchive } from './demo-pictures.ts';

const MARKS = 7;
/** Marks with an invented logo and goods that imitate it. */
const PICTURED = 3;

/** Marks of the demo register in force, in characters alone, each of another holder of the register. */
async function chooseMarks(ctx: Ctx): Promise<DemoMark[]> {
  const { rows } =
    await sql<DemoMark>`select distinct on (p.id) t.registration_no as no, t.name, p.name as holder from ip_rights.trademark t
    join ip_rights.trademark_holder h on h.district = t.district and h.trademark_id = t.id
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    join parties.party p on p.district = m.district and p.id = m.party_id
    join ip_rights.trademark_period s on s.district = t.district and s.trademark_id = t.id and s.status = 'registered'
      and s.valid_from <= ${ctx.today} and (s.valid_to is null or s.valid_to > ${ctx.today})
    where t.district = ${ctx.district} and t.country = 'CN' and t.name ~ '^[一-龥]{2,4}$' order by p.id, t.registration_no limit 60`.execute(
      ctx.db,
    );
  const seen = new Set<string>();
  return rows.filter(({ name }) => !seen.has(name) && seen.add(name)).slice(0, MARKS);
}

const VERDICTS: readonly Verdict[] = ['infringing', 'infringing', 'not-similar', 'infringing', 'unsure', 'licensed'];
const REASONS: Readonly<Record<Verdict, string>> = {
  infringing: '演示：未经许可在同种商品上使用近似文字',
  'not-similar': '演示：整体含义不同，不会混淆',
  unsure: '演示：需要权利人辨认',
  licensed: '演示：店铺提供了授权书',
  own: '演示：权利人自营',
};

async function listMarks(officer: Ctx, director: Ctx, marks: readonly DemoMark[]): Promise<void> {
  const { ids } = await nominateProtectedMarks(officer, {
    registrationNos: marks.map(({ no }) => no),
    criteria: ['reputed', 'often-infringed'],
    reason: '演示：行业知名，网络销售中侵权多发',
    way: 'hand',
    goods: null,
    contactName: '演示联系人',
    contactPhone: '0512-00000000',
    region: '长三角',
  });
  // The last one waits for a decision.
  for (const id of ids.slice(0, -1)) {
    const fileId = (await findMark(director.db, director.district, id))?.file_id;
    if (fileId != null)
      await inTransaction(director, (tx) =>
        performAction(tx, director, fileId, 'list', { fields: { opinion: '演示：同意列入' } }),
      );
  }
  if (ids[0] !== undefined)
    await addAuthorisedUser(officer, ids[0], {
      kind: 'own-shop',
      name: '演示官方旗舰店',
      uscc: null,
      platform: '天猫',
      url: null,
      fromOn: null,
      untilOn: null,
    });
}

async function notifyPlatform(officer: Ctx, hitId: string): Promise<void> {
  const notice = await openPlatformNotice(officer, {
    hitIds: [hitId],
    demand: '请及时采取删除、断开链接等必要措施，并回复处理结果',
    facts: '演示：商品标题使用与注册商标近似的文字',
  });
  const on = officer.today;
  const steps: readonly (readonly [action: string, fields: Record<string, unknown>])[] = [
    ['send', { on }],
    ['record-measure', { on, measure: '断开链接', removed: 2, forwardedOn: on }],
    ['record-statement', { on, toldOn: on, statement: '演示：经营者称商品来源合法' }],
  ];
  for (const [action, fields] of steps)
    await inTransaction(officer, (tx) => performAction(tx, officer, notice.fileId, action, { fields }));
}

/** A shop of the district is found infringing and joined to an enterprise of its town, so that the map leads somewhere. */
async function linkShopAtHome(officer: Ctx, items: readonly { readonly id: string }[]): Promise<void> {
  for (const { id } of items) {
    const { address } = await getWatchHit(officer, id);
    if (address === null || !address.includes('吴江')) continue;
    const town = officer.services.jurisdiction.towns.find(({ name }) => address.endsWith(name));
    const { rows } = await sql<{ id: string }>`select id from parties.party where district = ${officer.district}
      and kind = 'enterprise' and status = 'active' and town_code = ${town?.code ?? null} order by record_key limit 1`.execute(
      officer.db,
    );
    const partyId = rows[0]?.id;
    if (partyId === undefined) return;
    await judgeWatchHit(officer, id, { verdict: 'infringing', reason: REASONS.infringing, wholeShop: false });
    await decideWatchShop(officer, id, { state: 'linked', partyId, outsidePlace: null });
    return;
  }
}

async function workOnHits(officer: Ctx): Promise<number> {
  const { items } = await listWatchHits(officer, { page: 1, pageSize: 50, kind: ['listing'], state: ['open'] });
  const infringing: string[] = [];
  for (const [at, verdict] of VERDICTS.entries()) {
    const hit = items[at];
    if (hit === undefined) break;
    await judgeWatchHit(officer, hit.id, { verdict, reason: REASONS[verdict], wholeShop: false });
    if (verdict === 'infringing') infringing.push(hit.id);
  }
  for (const id of infringing) {
    const { address } = await getWatchHit(officer, id);
    if (address !== null && !address.includes('吴江'))
      await decideWatchShop(officer, id, { state: 'outside', partyId: null, outsidePlace: address });
  }
  await linkShopAtHome(officer, items.slice(VERDICTS.length));
  const [noticed, cased, told] = infringing;
  if (noticed !== undefined) await notifyPlatform(officer, noticed);
  if (cased !== undefined) await orderHitAction(officer, cased, { kind: 'case', note: null });
  if (told !== undefined) await orderHitAction(officer, told, { kind: 'owner', note: null });
  return items.length;
}

/** The list with pictures that imitate the logos of some marks, and saved pages. */
async function demoArchive(
  officer: Ctx,
  marks: readonly DemoMark[],
  capturedOn: string,
): Promise<Record<string, string | Buffer>> {
  const parts: Record<string, string | Buffer> = { '清单.csv': writeDemoListings(marks, capturedOn, PICTURED) };
  for (const [at, picture] of (await keepDemoLogos(officer, marks.slice(0, PICTURED))).entries()) {
    const { picture: pictureName, page } = demoFiles(at);
    parts[pictureName] = picture;
    parts[page] = `<!doctype html><html><body><p>演示商品页面 ${at + 1}</p></body></html>`;
  }
  return parts;
}

/** Invented protected marks of the demo register, lists with planted signs, and some work on what is found. */
export async function seedDemoTrademarkWatch(
  ctx: Ctx,
  tasks: ReadonlyMap<string, JobTask>,
  folder: string,
): Promise<{ readonly marks: number; readonly hits: number }> {
  const [officerActor, directorActor] = [await findDemoActor(ctx, 'officer'), await findDemoActor(ctx, 'director')];
  const marks = await chooseMarks(ctx);
  if (officerActor === undefined || directorActor === undefined || marks.length < 2) return { marks: 0, hits: 0 };
  const officer: Ctx = { ...ctx, actor: officerActor };
  await listMarks(officer, { ...ctx, actor: directorActor }, marks);
  await drainJobs(ctx.services, tasks);
  const capturedOn = addDays(ctx.today, -2);
  const files = [
    ['watch-listings', '电商监测清单（演示）.zip', await demoArchive(officer, marks.slice(0, -1), capturedOn)],
    ['watch-company-names', '新设企业名称（演示）.csv', { '': writeDemoCompanies(marks, capturedOn) }],
    ['watch-gazette', '初步审定公告（演示）.csv', { '': writeDemoGazette(marks, capturedOn) }],
  ] as const;
  for (const [kind, name, parts] of files) {
    const path = join(folder, name);
    if ('' in parts) await writeFile(path, parts['']);
    else await writeArchive(path, parts);
    await importFile(ctx, tasks, path, { kind, commit: true, fileName: name });
  }
  await drainJobs(ctx.services, tasks);
  const year = Number(ctx.today.slice(0, 4));
  await saveNetCampaign(officer, {
    id: null,
    year,
    name: `${year} 年网剑行动（演示）`,
    fromOn: `${year}-07-01`,
    toOn: `${year}-12-31`,
    platformsUrged: 3,
    targets: { infringing: 20, notices: 10, removed: 30, clues: 5, cases: 3 },
    typical: null,
  });
  // Rows were kept while the lists were looked through: on a slow machine long after the seeding began.
  const hits = await workOnHits({ ...officer, now: ctx.services.clock.now() });
  await drainJobs(ctx.services, tasks);
  return { marks: marks.length, hits };
}
