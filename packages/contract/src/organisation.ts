import { z } from 'zod';
import { csvList, idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { route } from './route.ts';

export const organisationNode = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  placeKind: z.string(),
  placeCode: z.string(),
  posts: z.array(
    z.object({ id: z.string(), title: z.string(), established: z.number().int(), filled: z.number().int() }),
  ),
  established: z.number().int(),
  filled: z.number().int(),
});
export const officer = z.object({
  id: uuid,
  name: z.string(),
  organisationId: z.string().nullable(),
  organisationName: z.string().nullable(),
  post: z.string().nullable(),
  region: z.string().nullable(),
  certificateNo: z.string().nullable(),
  certificateKind: z.string().nullable(),
  certificateFrom: localDate.nullable(),
  certificateTo: localDate.nullable(),
  certificateState: z.enum(['valid', 'expiring', 'expired', 'none']),
  phone: z.string().nullable(),
});

export const organisationRoutes = {
  listOrganisations: route({
    method: 'GET',
    path: '/api/organisations',
    summary: 'The tree of bodies with posts and staffing',
    response: z.object({ organisations: z.array(organisationNode) }),
  }),
  listOfficers: route({
    method: 'GET',
    path: '/api/officers',
    summary: 'Officers with certificates (names and numbers masked unless allowed)',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      organisation: csvList.optional(),
      certificate: csvList.optional(),
    }),
    response: pageOf(officer),
  }),
  listOfficerAccounts: route({
    method: 'GET',
    path: '/api/officers/accounts',
    summary: 'Officers with the account each signs in by, and the accounts that stand for nobody',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      /** Of `yes`, `no` and `from-name`. */
      linked: csvList.optional(),
    }),
    response: pageOf(
      z.object({
        officerId: uuid,
        name: z.string(),
        unit: z.string().nullable(),
        post: z.string().nullable(),
        link: z
          .object({
            userId: uuid,
            name: z.string(),
            active: z.boolean(),
            /** Taken over from an equal name, and not confirmed since. */
            fromName: z.boolean(),
            setByName: z.string(),
            setAt: timestamp,
          })
          .nullable(),
        /** A free account of the same name, where there is exactly one of each. */
        suggestion: uuid.nullable(),
      }),
    ).extend({ accounts: z.array(z.object({ userId: uuid, name: z.string() })) }),
  }),
  linkOfficerAccount: route({
    method: 'POST',
    path: '/api/officers/:id/link',
    summary: 'Say which account signs in for an officer; null: none',
    params: idParams,
    body: z.object({ userId: uuid.nullable() }),
    response: ok,
  }),
};
