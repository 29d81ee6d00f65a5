import { z } from 'zod';
import { csvList, localDate, ok, timestamp, uuid } from './common.ts';
import { trademarkStatus } from './ip-rights.ts';
import { route } from './route.ts';

/** Search of the register for marks confusingly close to a text or a picture. */
export const likenessLevel = z.enum(['identical', 'near', 'arguable', 'far']);
export const likenessKind = z.enum([
  'same',
  'form',
  'sound',
  'sense',
  'order',
  'extent',
  'weak',
  'repetition',
  'digits',
  'letters',
  'split',
]);
export const goodsKind = z.enum([
  'same-group',
  'similar-group',
  'cross-search',
  'same-class',
  'related-class',
  'other',
]);

const classNumbers = csvList.pipe(z.array(z.coerce.number<string>().int().min(1).max(45)).max(45));
const groupCodes = csvList.pipe(z.array(z.string().regex(/^\d{4}$/)).max(60));

/** What is asked, whether of a text or a picture. */
export const markQuestion = z.object({
  classes: classNumbers.optional(),
  /** Similar groups (2501); their classes count as asked. */
  groups: groupCodes.optional(),
  /** Which goods count: any, such as may be related, the same class alone. */
  goods: z.enum(['any', 'related', 'same']).default('any'),
  /** Marks in force or pending, or ended ones as well. */
  state: z.enum(['living', 'all']).default('living'),
});

const region = z.object({
  by: z.enum(['whole', 'piece', 'corners']),
  asked: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
  found: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
});
export type LikeRegionView = z.output<typeof region>;

export const foundMark = z.object({
  registrationNo: z.string(),
  country: z.string(),
  name: z.string(),
  classes: z.array(
    z.object({
      niceClass: z.number().int(),
      /** Record of the register; null where the reader may not open it. */
      id: uuid.nullable(),
      status: trademarkStatus,
      groups: z.array(z.string()),
    }),
  ),
  owners: z.array(z.object({ name: z.string(), partyId: uuid.nullable() })),
  filedOn: localDate.nullable(),
  registeredOn: localDate.nullable(),
  expiresOn: localDate.nullable(),
  level: likenessLevel,
  /** Share of such comparisons that the standard of the model calls near or arguable. */
  score: z.number(),
  kinds: z.array(likenessKind),
  reasons: z.string(),
  /** How the goods are related to the classes asked for; null where none was asked. */
  goods: z.object({ kind: goodsKind, text: z.string(), niceClass: z.number().int() }).nullable(),
  /** The signs as they were compared. */
  compared: z.string(),
  hasPicture: z.boolean(),
});
export type FoundMarkView = z.output<typeof foundMark>;

const registerView = z.object({
  /** Marks that were compared: registrations with a text (or a picture). */
  marks: z.number().int(),
  changedAt: timestamp.nullable(),
  asOf: localDate,
});

export const markAnswer = z.object({
  text: z.string(),
  compared: z.string(),
  /** What is to be said of the text itself: unseen signs, rare characters, too long. */
  notices: z.array(z.object({ code: z.string(), text: z.string() })),
  /** The closest there is; `clear`: nothing near or arguable; `none`: nothing could be compared. */
  verdict: z.enum(['identical', 'near', 'arguable', 'clear', 'none']),
  counts: z.object({
    identical: z.number().int(),
    near: z.number().int(),
    arguable: z.number().int(),
  }),
  hits: z.array(foundMark),
  register: registerView,
  model: z.string(),
});
export type MarkAnswerView = z.output<typeof markAnswer>;

/** Advice beside the search: grounds on which the sign itself may be refused. */
export const signGround = z.object({
  key: z.string(),
  article: z.string(),
  word: z.string(),
  text: z.string(),
  /** What somebody has still to check about the article; null where nothing is. */
  verify: z.string().nullable(),
});

export const pictureAnswer = z.object({
  verdict: z.enum(['identical', 'near', 'arguable', 'clear', 'none']),
  asked: z.object({ width: z.number(), height: z.number() }),
  hits: z.array(
    foundMark.omit({ kinds: true, compared: true, reasons: true }).extend({
      reasons: z.array(z.string()),
      turn: z.number(),
      mirrored: z.boolean(),
      found: z.object({ width: z.number(), height: z.number() }),
      regions: z.array(region),
    }),
  ),
  register: registerView,
  model: z.string(),
});
export type PictureAnswerView = z.output<typeof pictureAnswer>;

/** Rights of others that are no marks and may stand against a filing: trade names (字号) and geographical indications. */
const priorRights = z.object({
  groups: z.array(
    z.object({
      kind: z.enum(['trade-name', 'geographical-indication']),
      article: z.string(),
      /** What somebody has still to check about the article; null where nothing is. */
      verify: z.string().nullable(),
      /** What the law says of it. */
      text: z.string(),
      hits: z.array(
        z.object({
          /** What was compared: the trade name within the name, the indication. */
          word: z.string(),
          /** Who bears it in full, or the indication again. */
          name: z.string(),
          level: likenessLevel,
          score: z.number(),
          reasons: z.string(),
          /** Since when there is the enterprise or the indication; null where the register does not say. */
          since: localDate.nullable(),
          /** Town of the enterprise, channel of the indication. */
          place: z.string().nullable(),
          /** Records; null where the reader may not open them. */
          partyId: uuid.nullable(),
          giId: uuid.nullable(),
        }),
      ),
      /** More enterprises than are told of may bear the same name. */
      total: z.number().int(),
    }),
  ),
  searched: z.object({
    parties: z.number().int(),
    indications: z.number().int(),
    changedAt: timestamp.nullable(),
    asOf: localDate,
  }),
});
export type PriorRightsView = z.output<typeof priorRights>;

const registrationParams = z.object({ registrationNo: z.string().regex(/^[0-9A-Z]{1,12}$/) });
const countryQuery = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('CN'),
});
const markPicture = z.object({
  width: z.number().int(),
  height: z.number().int(),
  fileName: z.string(),
  vienna: z.array(z.string()),
  addedByName: z.string(),
  addedAt: timestamp,
});

export const trademarkSearchRoutes = {
  searchMarks: route({
    method: 'GET',
    path: '/api/trademark-search',
    summary:
      'Marks of the register confusingly close to a text, with reasons, goods relation and advice on the sign itself',
    query: markQuestion.extend({
      text: z.string().max(1000),
      limit: z.coerce.number().int().min(1).max(100).default(40),
    }),
    response: markAnswer.extend({ grounds: z.array(signGround) }),
  }),
  adviseOnFiling: route({
    method: 'GET',
    path: '/api/trademark-search/filing-advice',
    summary:
      'Points to think about before filing a text (bad faith), with the figures of an applicant where one is named',
    query: z.object({ text: z.string().max(1000), party: uuid.optional() }),
    response: z.object({
      applicant: z.string().nullable(),
      facts: z
        .object({
          filings: z.number().int(),
          classes: z.number().int(),
          living: z.number().int(),
          /** Of which there is evidence of use. */
          used: z.number().int(),
        })
        .nullable(),
      article: z.string().nullable(),
      penalty: z.string().nullable(),
      verify: z.string().nullable(),
      provenance: z.string().nullable(),
      windowMonths: z.number().int(),
      /** What the figures at which a hint is given are: examples. */
      thresholdNote: z.string().nullable(),
      hints: z.array(z.object({ key: z.string(), text: z.string() })),
    }),
  }),
  searchPriorRights: route({
    method: 'GET',
    path: '/api/trademark-search/prior-rights',
    summary:
      'Trade names of enterprises and geographical indications of the district that may stand against filing a text',
    query: z.object({ text: z.string().max(1000), party: uuid.optional() }),
    response: priorRights,
  }),
  downloadClearance: route({
    method: 'GET',
    path: '/api/trademark-search/report',
    summary:
      'Report before filing as PDF or Word file: what was asked, searched and found, advice, and what was not searched',
    query: markQuestion.extend({
      text: z.string().max(1000),
      party: uuid.optional(),
      format: z.enum(['pdf', 'docx']).default('pdf'),
    }),
    transport: 'file',
  }),
  searchPicture: route({
    method: 'POST',
    path: '/api/trademark-search/by-picture',
    summary:
      'Marks of the register whose pictures are like an uploaded one; fields classes, groups, goods, state. Nothing is kept',
    transport: 'multipart',
    response: pictureAnswer,
    readOnly: true,
  }),
  getMarkPicture: route({
    method: 'GET',
    path: '/api/trademark-search/pictures/:registrationNo',
    summary: 'Picture of a registered mark as PNG',
    params: registrationParams,
    query: countryQuery,
    transport: 'file',
  }),
  describeMarkPicture: route({
    method: 'GET',
    path: '/api/trademark-search/pictures/:registrationNo/about',
    summary: 'Whether a registered mark has a picture, since when and by whom',
    params: registrationParams,
    query: countryQuery,
    response: z.object({ picture: markPicture.nullable() }),
  }),
  keepMarkPicture: route({
    method: 'POST',
    path: '/api/trademark-search/pictures/:registrationNo',
    summary: 'Keep the picture of a registered mark, in the place of an earlier one; field vienna',
    params: registrationParams,
    query: countryQuery,
    transport: 'multipart',
    response: ok,
  }),
  removeMarkPicture: route({
    method: 'DELETE',
    path: '/api/trademark-search/pictures/:registrationNo',
    summary: 'Take the picture of a registered mark away',
    params: registrationParams,
    query: countryQuery,
    response: ok,
  }),
};
