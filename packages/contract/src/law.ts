import { z } from 'zod';
import { localDate, timestamp } from './common.ts';
import { route } from './route.ts';

/** The law as dated data: values, clocks, offences, crimes, with what is still to be checked. */
const entryKey = z.string().min(3).max(120);

const lawVersion = z.object({
  from: localDate,
  to: localDate.nullable(),
  text: z.string(),
  article: z.string(),
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  /** What a person at the office has still to confirm; null where nothing is. */
  verify: z.string().nullable(),
  inForce: z.boolean(),
  checked: z
    .object({ outcome: z.enum(['confirmed', 'doubtful']), basis: z.string(), by: z.string(), at: timestamp })
    .nullable(),
});

export const lawEntry = z.object({
  entry: entryKey,
  kind: z.enum(['value', 'clock', 'offence', 'crime', 'revision', 'behaviour', 'credit', 'rule']),
  key: z.string(),
  label: z.string(),
  versions: z.array(lawVersion),
  /** Versions that wait for somebody to check them. */
  open: z.number().int(),
});
export type LawEntryView = z.output<typeof lawEntry>;

export const lawRoutes = {
  listLawEntries: route({
    method: 'GET',
    path: '/api/law/entries',
    summary: 'Dated values, clocks, offences, crimes and the revised trademark law, with what is still to be checked',
    response: z.object({ items: z.array(lawEntry), today: localDate }),
  }),
  listLocalMarks: route({
    method: 'GET',
    path: '/api/law/local',
    summary: 'What the jurisdiction pack still asks the office to confirm, file by file',
    response: z.object({
      pack: z.string(),
      items: z.array(z.object({ file: z.string(), title: z.string(), place: z.array(z.string()), text: z.string() })),
    }),
  }),
  getLawRevision: route({
    method: 'GET',
    path: '/api/law/trademark-revision',
    summary: 'The Trademark Law of 2019 and its revision of 2027, subject by subject',
    response: z.object({
      before: z.object({ law: z.string(), from: localDate, to: localDate }),
      after: z.object({ law: z.string(), from: localDate, to: localDate.nullable() }),
      subjects: z.array(
        z.object({
          entry: entryKey,
          label: z.string(),
          before: z.object({ article: z.string(), text: z.string() }),
          after: z.object({ article: z.string(), text: z.string() }),
          change: z.enum(['renumbered', 'changed', 'widened', 'stricter', 'lighter', 'new', 'open']),
          verify: z.string().nullable(),
        }),
      ),
    }),
  }),
  tryLawClock: route({
    method: 'GET',
    path: '/api/law/clocks/:rule',
    summary: 'A clock of the law run from a day, with its reasons',
    params: z.object({ rule: z.string().max(80) }),
    query: z.object({ from: localDate, year: z.coerce.number().int().min(1).max(50).optional() }),
    response: z.object({
      dueOn: localDate.nullable(),
      provisional: z.boolean(),
      article: z.string(),
      start: z.string(),
      steps: z.array(z.object({ text: z.string(), article: z.string().nullable() })),
      related: z.array(z.object({ label: z.string(), on: localDate })),
    }),
  }),
  checkLawVersion: route({
    method: 'POST',
    path: '/api/law/entries/:entry/checks',
    summary: 'Say what checking a version against its source has shown',
    params: z.object({ entry: entryKey }),
    body: z.object({
      versionFrom: localDate,
      outcome: z.enum(['confirmed', 'doubtful']),
      /** Where it was looked up: document, page, telephone. */
      basis: z.string().trim().min(4).max(500),
    }),
    response: lawEntry,
  }),
};
