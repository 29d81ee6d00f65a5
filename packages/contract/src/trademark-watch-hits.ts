import { z } from 'zod';
import { csvList, flag, idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { route } from './route.ts';

export const watchKind = z.enum(['gazette', 'company', 'listing', 'domain']);
export const hitVerdict = z.enum(['infringing', 'licensed', 'own', 'not-similar', 'unsure']);
export const hitState = z.enum(['open', 'judged', 'closed']);
export const hitActionKind = z.enum(['notice', 'case', 'complaint', 'aid', 'cross-region', 'owner', 'opposition']);
export const hitLevel = z.enum(['identical', 'near', 'arguable']);

const said = (min: number, max: number) => z.string().trim().min(min).max(max);

const hitRow = z.object({
  id: uuid,
  kind: watchKind,
  kindLabel: z.string(),
  markId: uuid,
  markName: z.string(),
  markNo: z.string(),
  platform: z.string().nullable(),
  subject: z.string().nullable(),
  title: z.string(),
  brand: z.string().nullable(),
  found: z.string(),
  /** `picture`: a picture alone is like the mark. */
  field: z.enum(['title', 'brand', 'name', 'picture']),
  /** A picture of its rows is like that of the mark. */
  withPicture: z.boolean(),
  level: hitLevel,
  levelLabel: z.string(),
  score: z.number(),
  reasons: z.string(),
  rank: z.number(),
  priceFen: z.number().nullable(),
  url: z.string().nullable(),
  times: z.number().int(),
  state: hitState,
  verdict: hitVerdict.nullable(),
  verdictLabel: z.string().nullable(),
  firstSeen: timestamp,
  lastSeen: timestamp,
  partyId: uuid.nullable(),
  actions: z.array(hitActionKind),
});
export type WatchHitRow = z.output<typeof hitRow>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Where a kept hash stands: not sealed yet, sealed under a root, or the root stamped by an authority. */
const proof = z.object({
  state: z.enum(['waiting', 'sealed', 'stamped']),
  at: timestamp.nullable(),
  by: z.string().nullable(),
  root: z.string().nullable(),
});

const keptRow = z.object({
  recordKey: z.string(),
  sha256: z.string(),
  size: z.number(),
  capturedOn: localDate.nullable(),
  keptAt: timestamp,
  proof,
  cells: z.array(z.object({ label: z.string(), text: z.string() })),
});

const box = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });
const size = z.object({ width: z.number(), height: z.number() });
/** How a picture of the rows is like the picture of the mark. */
const hitPicture = z.object({
  sha256,
  fileName: z.string(),
  /** Of the file kept with the hit. */
  fileId: uuid.nullable(),
  level: hitLevel,
  levelLabel: z.string(),
  score: z.number(),
  turn: z.number(),
  mirrored: z.boolean(),
  asked: size,
  found: size,
  regions: z.array(z.object({ by: z.enum(['whole', 'piece', 'corners']), asked: box, found: box })),
  reasons: z.string(),
  model: z.string(),
});

const hitDetail = hitRow.extend({
  picture: hitPicture.nullable(),
  markHolder: z.string(),
  markClasses: z.array(z.number().int()),
  address: z.string().nullable(),
  subjectUscc: z.string().nullable(),
  goods: z.string().nullable(),
  model: z.string(),
  rankVersion: z.number().int(),
  rankReasons: z.array(z.object({ text: z.string(), weight: z.number() })),
  verdictReason: z.string().nullable(),
  judgedBy: z.string().nullable(),
  judgedAt: timestamp.nullable(),
  closedReason: z.string().nullable(),
  rows: z.array(keptRow),
  rowCount: z.number().int(),
  files: z.array(
    z.object({
      id: uuid,
      part: z.string(),
      fileName: z.string(),
      mediaType: z.string(),
      sha256: z.string(),
      size: z.number(),
      keptAt: timestamp,
      by: z.string(),
      proof,
    }),
  ),
  judgements: z.array(
    z.object({ verdict: hitVerdict, verdictLabel: z.string(), reason: z.string(), by: z.string(), at: timestamp }),
  ),
  done: z.array(
    z.object({
      kind: hitActionKind,
      label: z.string(),
      state: z.enum(['ordered', 'done', 'refused']),
      number: z.string().nullable(),
      href: z.string().nullable(),
      note: z.string().nullable(),
      by: z.string(),
      at: timestamp,
    }),
  ),
  shop: z
    .object({
      key: z.string(),
      state: z.enum(['proposed', 'linked', 'outside', 'unknown']),
      partyId: uuid.nullable(),
      partyName: z.string().nullable(),
      town: z.string().nullable(),
      outsidePlace: z.string().nullable(),
      reasons: z.array(z.string()),
      score: z.number().nullable(),
    })
    .nullable(),
  /** Other open hits of the same subject and mark. */
  siblings: z.number().int(),
  mayJudge: z.boolean(),
  mayAct: z.boolean(),
  /** What can be made of a hit of this source. */
  fits: z.array(hitActionKind),
});
export type WatchHit = z.output<typeof hitDetail>;

const runRow = z.object({
  id: uuid,
  cause: z.enum(['import', 'directory', 'hand']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  startedAt: timestamp,
  finishedAt: timestamp.nullable(),
  marks: z.number().int(),
  rows: z.number(),
  fresh: z.number().int(),
  again: z.number().int(),
  excluded: z.number().int(),
  model: z.string().nullable(),
  jobId: uuid.nullable(),
});

const campaign = z.object({
  id: uuid,
  year: z.number().int(),
  name: z.string(),
  fromOn: localDate,
  toOn: localDate,
});

const figure = z.object({
  code: z.string(),
  label: z.string(),
  unit: z.string(),
  value: z.number(),
  entered: z.boolean(),
  href: z.string().nullable(),
  /** What the campaign set itself; null: nothing. */
  target: z.number().nullable(),
});
/** Figures a campaign may set itself a target for. */
const campaignTargets = z.object({
  infringing: z.number().int().min(0).max(10_000_000).nullable().default(null),
  notices: z.number().int().min(0).max(10_000_000).nullable().default(null),
  removed: z.number().int().min(0).max(10_000_000).nullable().default(null),
  clues: z.number().int().min(0).max(10_000_000).nullable().default(null),
  cases: z.number().int().min(0).max(10_000_000).nullable().default(null),
});

/** Sources, runs and hits of the watch, and the figures of the yearly campaign. */
export const watchRoutes = {
  getWatch: route({
    method: 'GET',
    path: '/api/watch',
    summary: 'What the watch looks through, its latest runs and how its ranking was learned',
    response: z.object({
      sources: z.array(
        z.object({
          kind: watchKind,
          label: z.string(),
          rows: z.number(),
          pending: z.number(),
          openHits: z.number(),
          importKind: z.string(),
          newest: localDate.nullable(),
        }),
      ),
      runs: z.array(runRow),
      marks: z.number().int(),
      folder: z.string().nullable(),
      ranking: z.object({
        version: z.number().int(),
        learnedFrom: z.number().int(),
        weights: z.array(z.object({ code: z.string(), label: z.string(), weight: z.number() })),
      }),
      mayRun: z.boolean(),
    }),
  }),
  runWatch: route({
    method: 'POST',
    path: '/api/watch/runs',
    summary: 'Look through everything once more',
    body: z.object({ everything: z.boolean() }),
    response: z.object({ jobId: uuid }),
  }),
  listWatchHits: route({
    method: 'GET',
    path: '/api/watch/hits',
    summary: 'Hits of the watch, the likeliest first',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      kind: csvList.optional(),
      state: csvList.optional(),
      verdict: csvList.optional(),
      level: csvList.optional(),
      mark: uuid.optional(),
      party: uuid.optional(),
      /** Hits of the marks this enterprise holds. */
      holder: uuid.optional(),
      platform: csvList.optional(),
      acted: flag.optional(),
      /** Something of this kind was made of it. */
      action: csvList.optional(),
      /** Town of the enterprise behind the shop. */
      town: z.string().max(20).optional(),
      /** Place outside the district that was found for the shop. */
      place: z.string().max(80).optional(),
      seenFrom: localDate.optional(),
      seenTo: localDate.optional(),
    }),
    response: pageOf(hitRow),
  }),
  getWatchHit: route({
    method: 'GET',
    path: '/api/watch/hits/:id',
    summary: 'One hit: why, evidence, judgement, what became of it',
    params: idParams,
    response: hitDetail,
  }),
  judgeWatchHit: route({
    method: 'POST',
    path: '/api/watch/hits/:id/judge',
    summary: 'Judge a hit; remembered for what comes again',
    params: idParams,
    body: z.object({ verdict: hitVerdict, reason: said(2, 1000), wholeShop: z.boolean().default(false) }),
    response: z.object({ judged: z.number().int() }),
  }),
  addHitFile: route({
    method: 'POST',
    path: '/api/watch/hits/:id/files',
    summary: 'Keep a picture or a saved page as evidence of a hit',
    params: idParams,
    transport: 'multipart',
    response: z.object({ id: uuid, sha256: z.string() }),
  }),
  getHitFile: route({
    method: 'GET',
    path: '/api/watch/hits/:id/files/:fileId',
    summary: 'A kept file of a hit',
    params: z.object({ id: uuid, fileId: uuid }),
    transport: 'file',
  }),
  checkHitProof: route({
    method: 'GET',
    path: '/api/watch/hits/:id/proofs/:sha256/check',
    summary: 'Check what was kept of a hit: its bytes, the way to the root of its capture, the stamp',
    params: z.object({ id: uuid, sha256 }),
    response: proof.extend({
      same: z.boolean(),
      path: z.boolean().nullable(),
      stamp: z.boolean().nullable(),
      trusted: z.boolean().nullable(),
    }),
  }),
  getHitProof: route({
    method: 'GET',
    path: '/api/watch/hits/:id/proofs/:sha256',
    summary: 'What was kept of a hit with everything an outsider needs to check it',
    params: z.object({ id: uuid, sha256 }),
    transport: 'file',
  }),
  orderHitAction: route({
    method: 'POST',
    path: '/api/watch/hits/:id/actions',
    summary:
      'Make a case, complaint, aid request, cross-region request, owner alert or opposition lead of an infringing hit',
    params: idParams,
    body: z.object({
      kind: hitActionKind.exclude(['notice']),
      note: z.string().trim().max(1000).nullable().default(null),
    }),
    response: z.object({ number: z.string().nullable(), href: z.string().nullable() }),
  }),
  decideWatchShop: route({
    method: 'POST',
    path: '/api/watch/hits/:id/shop',
    summary: 'Say which enterprise stands behind the shop of a hit, or that it is outside the district',
    params: idParams,
    body: z.object({
      state: z.enum(['linked', 'outside', 'unknown']),
      partyId: uuid.nullable().default(null),
      outsidePlace: z.string().trim().max(80).nullable().default(null),
    }),
    response: ok,
  }),
  getNetFigures: route({
    method: 'GET',
    path: '/api/watch/campaigns/figures',
    summary: 'Figures of a yearly campaign on line, by town and by places outside',
    query: z.object({ campaign: uuid.optional() }),
    response: z.object({
      campaigns: z.array(campaign),
      current: campaign.nullable(),
      figures: z.array(figure),
      typical: z.string().nullable(),
      towns: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          column: z.number().int(),
          row: z.number().int(),
          hits: z.number().int(),
        }),
      ),
      outside: z.array(z.object({ place: z.string(), hits: z.number().int() })),
      platforms: z.array(
        z.object({
          platform: z.string(),
          hits: z.number().int(),
          notices: z.number().int(),
          removed: z.number().int(),
        }),
      ),
      mayEdit: z.boolean(),
    }),
  }),
  exportNetFigures: route({
    method: 'GET',
    path: '/api/watch/campaigns/:id/export',
    summary: 'Figures of a campaign as a workbook',
    params: idParams,
    transport: 'file',
  }),
  saveNetCampaign: route({
    method: 'POST',
    path: '/api/watch/campaigns',
    summary: 'Enter a campaign on line, or figures of one that no register knows',
    body: z.object({
      id: uuid.nullable().default(null),
      year: z.number().int().min(2000).max(2100),
      name: said(2, 120),
      fromOn: localDate,
      toOn: localDate,
      platformsUrged: z.number().int().min(0).max(100_000).default(0),
      targets: campaignTargets.default({ infringing: null, notices: null, removed: null, clues: null, cases: null }),
      typical: z.string().trim().max(4000).nullable().default(null),
    }),
    response: z.object({ id: uuid }),
  }),
};
