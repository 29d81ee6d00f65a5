import { z } from 'zod';
import { csvList, flag, idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { fileStanding } from './procedures.ts';
import { route } from './route.ts';
import { watchRoutes } from './trademark-watch-hits.ts';
import { platformNoticeRoutes } from './trademark-watch-notices.ts';

export const watchSensitivity = z.enum(['strict', 'usual', 'wide']);
export const authorisedKind = z.enum(['licensee', 'own-shop', 'licensed-shop']);

const said = (min: number, max: number) => z.string().trim().min(min).max(max);
const words = (max: number) => z.string().trim().max(max).nullable().default(null);
const niceClass = z.number().int().min(1).max(45);

const criterion = z.object({
  code: z.string(),
  label: z.string(),
  basis: z.string(),
  example: z.boolean(),
  rule: z.string().nullable(),
});
export type WatchCriterion = z.output<typeof criterion>;

const markRow = z.object({
  id: uuid,
  fileId: uuid.nullable(),
  number: z.string().nullable(),
  origin: z.enum(['own', 'alliance']),
  originName: z.string().nullable(),
  registrationNo: z.string(),
  name: z.string(),
  classes: z.array(z.number().int()),
  holder: z.string(),
  partyId: uuid.nullable(),
  criteria: z.array(z.object({ code: z.string(), label: z.string() })),
  state: z.string(),
  stateLabel: z.string(),
  standing: fileStanding,
  listedOn: localDate.nullable(),
  untilOn: localDate.nullable(),
  paused: z.boolean(),
  openHits: z.number().int(),
});
export type ProtectedMarkRow = z.output<typeof markRow>;

const authorised = z.object({
  id: uuid,
  kind: authorisedKind,
  kindLabel: z.string(),
  name: z.string(),
  uscc: z.string().nullable(),
  platform: z.string().nullable(),
  url: z.string().nullable(),
  fromOn: localDate.nullable(),
  untilOn: localDate.nullable(),
  active: z.boolean(),
});

const point = z.object({
  id: uuid,
  part: z.string(),
  genuine: z.string(),
  fake: z.string().nullable(),
  hasPicture: z.boolean(),
  by: z.string(),
  at: timestamp,
});

const markDetail = markRow.extend({
  goods: z.string().nullable(),
  reason: z.string(),
  way: z.enum(['rule', 'hand', 'list']),
  proof: z.array(z.object({ label: z.string(), text: z.string() })),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  region: z.string().nullable(),
  endedOn: localDate.nullable(),
  endedReason: z.string().nullable(),
  sensitivity: watchSensitivity,
  watchClasses: z.array(z.number().int()),
  nominatedBy: z.string(),
  nominatedOn: localDate,
  users: z.array(authorised),
  /** Null for whoever may not see them. */
  points: z.array(point).nullable(),
  mayEdit: z.boolean(),
  mayKeepPoints: z.boolean(),
});
export type ProtectedMark = z.output<typeof markDetail>;

const candidate = z.object({
  registrationNo: z.string(),
  name: z.string(),
  classes: z.array(z.number().int()),
  holder: z.string(),
  criteria: z.array(z.object({ code: z.string(), label: z.string() })),
});

/** The directory of protected marks. */
const protectedMarkRoutes = {
  listProtectedMarks: route({
    method: 'GET',
    path: '/api/protected-marks',
    summary: 'Protected marks of the district and of allied districts',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      origin: csvList.optional(),
      state: csvList.optional(),
      criterion: csvList.optional(),
      party: uuid.optional(),
      open: flag.optional(),
    }),
    response: pageOf(markRow),
  }),
  getProtectedMark: route({
    method: 'GET',
    path: '/api/protected-marks/:id',
    summary: 'One protected mark: reasons, who may use it, how genuine goods are known, what is watched',
    params: idParams,
    response: markDetail,
  }),
  getProtectionChoices: route({
    method: 'GET',
    path: '/api/protected-marks-choices',
    summary: 'Criteria of the directory and platforms of the watch',
    response: z.object({ note: z.string(), criteria: z.array(criterion), platforms: z.array(z.string()) }),
  }),
  findProtectionCandidates: route({
    method: 'GET',
    path: '/api/protected-marks-candidates',
    summary: 'Marks of the register that meet a rule of the criteria and are not in the directory',
    query: z.object({ criterion: z.string().max(60), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    response: z.object({ total: z.number().int(), items: z.array(candidate) }),
  }),
  findRegisteredMark: route({
    method: 'GET',
    path: '/api/protected-marks-register/:registrationNo',
    summary: 'A mark of the register by its number, for a nomination',
    params: z.object({ registrationNo: said(1, 40) }),
    response: z.object({ mark: candidate.extend({ valid: z.boolean() }) }),
  }),
  nominateProtectedMarks: route({
    method: 'POST',
    path: '/api/protected-marks',
    summary: 'Nominate marks of the register by a rule or by hand',
    body: z.object({
      registrationNos: z.array(said(1, 40)).min(1).max(200),
      criteria: z.array(z.string().max(60)).min(1).max(10),
      reason: said(2, 2000),
      way: z.enum(['rule', 'hand']),
      goods: words(1000),
      contactName: words(60),
      contactPhone: words(40),
      region: words(300),
    }),
    response: z.object({ ids: z.array(uuid) }),
  }),
  saveProtectedMark: route({
    method: 'PUT',
    path: '/api/protected-marks/:id',
    summary: 'Change contact, region and how closely the watch looks',
    params: idParams,
    body: z.object({
      goods: words(1000),
      contactName: words(60),
      contactPhone: words(40),
      region: words(300),
      sensitivity: watchSensitivity,
      watchClasses: z.array(niceClass).max(45).default([]),
      paused: z.boolean(),
    }),
    response: ok,
  }),
  addAuthorisedUser: route({
    method: 'POST',
    path: '/api/protected-marks/:id/users',
    summary: 'Add who may use a mark, or a shop that sells its goods',
    params: idParams,
    body: z.object({
      kind: authorisedKind,
      name: said(1, 200),
      uscc: words(18),
      platform: words(60),
      url: words(500),
      fromOn: localDate.nullable().default(null),
      untilOn: localDate.nullable().default(null),
    }),
    response: z.object({ id: uuid }),
  }),
  removeAuthorisedUser: route({
    method: 'DELETE',
    path: '/api/protected-marks/:id/users/:userId',
    summary: 'Take an authorised user out',
    params: z.object({ id: uuid, userId: uuid }),
    response: ok,
  }),
  addIdentificationPoint: route({
    method: 'POST',
    path: '/api/protected-marks/:id/points',
    summary: 'Add how genuine goods are told from false ones, with a picture',
    params: idParams,
    transport: 'multipart',
    response: z.object({ id: uuid }),
  }),
  removeIdentificationPoint: route({
    method: 'DELETE',
    path: '/api/protected-marks/:id/points/:pointId',
    summary: 'Take a point of identification out',
    params: z.object({ id: uuid, pointId: uuid }),
    response: ok,
  }),
  getIdentificationPicture: route({
    method: 'GET',
    path: '/api/protected-marks/:id/points/:pointId/picture',
    summary: 'Picture of a point of identification',
    params: z.object({ id: uuid, pointId: uuid }),
    transport: 'file',
  }),
};

export type { WatchHit, WatchHitRow } from './trademark-watch-hits.ts';
export type { PlatformNoticeRow } from './trademark-watch-notices.ts';

/** Protected marks and the watch over gazettes, company names and listings. */
export const trademarkWatchRoutes = { ...protectedMarkRoutes, ...watchRoutes, ...platformNoticeRoutes };
