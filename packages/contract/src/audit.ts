import { z } from 'zod';
import { csvList, localDate, pageOf, pageQuery, timestamp } from './common.ts';
import { route } from './route.ts';

export const auditEntry = z.object({
  seq: z.number().int(),
  at: timestamp,
  actorName: z.string(),
  action: z.string(),
  actionLabel: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  subjectLabel: z.string().nullable(),
  result: z.enum(['ok', 'refused', 'failed']),
  source: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export const auditVerification = z.object({
  ok: z.boolean(),
  entries: z.number().int(),
  checkpoints: z.number().int(),
  entriesPerSecond: z.number(),
  problems: z.array(
    z.object({
      seq: z.number().int().nullable(),
      kind: z.enum(['edited', 'deleted', 'reordered', 'truncated', 'signature']),
      text: z.string(),
    }),
  ),
  headSeq: z.number().int(),
  headHash: z.string(),
});

export const auditRoutes = {
  listAuditEntries: route({
    method: 'GET',
    path: '/api/audit',
    summary: 'Who did what, newest first',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      action: csvList.optional(),
      actor: z.string().max(80).optional(),
      from: localDate.optional(),
      to: localDate.optional(),
    }),
    response: pageOf(auditEntry),
  }),
  verifyAudit: route({
    method: 'POST',
    path: '/api/audit/verify',
    summary: 'Check the chain and its signed checkpoints',
    response: auditVerification,
  }),
};
