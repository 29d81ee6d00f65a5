import { bind, type ModuleDefinition } from '../../platform/module.ts';
import {
  associationActions,
  associationErrors,
  associationPermissions,
  BRAND_AWARD,
  COMPLAINT_FILE,
  COMPLAINT_READ,
  DOCUMENT_PUBLISH,
  DOCUMENT_SIGN,
  MEMBER_EDIT,
  MEMBER_READ,
  PENALTY_DECIDE,
  RATING_GIVE,
  RATING_READ,
  RATING_REMOVE,
} from './association.catalogue.ts';
import { awardBrand, withdrawBrand } from './commands/award-brand.ts';
import { decidePenalty, withdrawPenalty } from './commands/decide-penalty.ts';
import { fileComplaint } from './commands/file-complaint.ts';
import { publishDocument, signDocument } from './commands/keep-documents.ts';
import { admitMember, endMembership } from './commands/keep-members.ts';
import { rateMatter, removeRating } from './commands/rate-matter.ts';
import { associationContribution } from './facts/index.ts';
import { complaintProcedure } from './procedure/complaint-procedure.ts';
import { exportAssociationMembers } from './queries/export-members.ts';
import { listAgencyChoices } from './queries/list-choices.ts';
import { getComplaint, listComplaints } from './queries/list-complaints.ts';
import { getAssociationDocument, listAssociationDocuments } from './queries/list-documents.ts';
import { listAssociationMembers } from './queries/list-members.ts';
import { listRatableMatters, listRatings } from './queries/list-ratings.ts';
import { getAssociationAgency } from './queries/show-member.ts';
import { getAssociation } from './queries/show-overview.ts';

const done = { ok: true } as const;

/** Actions of files are audited under the name of the procedure; each has its label there. */
const stepActions = Object.fromEntries(
  complaintProcedure.actions.map(({ action, label }) => [`${complaintProcedure.procedure}.${action}`, label]),
);

/** The industry association. */
export const associationModule: ModuleDefinition = {
  name: 'association',
  permissions: associationPermissions,
  errors: associationErrors,
  actions: { ...stepActions, ...associationActions },
  facts: associationContribution,
  procedures: [complaintProcedure],
  routes: [
    bind('getAssociation', MEMBER_READ, (ctx) => getAssociation(ctx)),
    bind('exportAssociationMembers', MEMBER_READ, async (ctx, { query }) => exportAssociationMembers(ctx, query)),
    bind('listAssociationMembers', MEMBER_READ, (ctx, { query }) => listAssociationMembers(ctx, query)),
    bind('listAgencyChoices', MEMBER_READ, (ctx, { query }) => listAgencyChoices(ctx, query)),
    bind('getAssociationAgency', MEMBER_READ, (ctx, { params }) => getAssociationAgency(ctx, params.id)),
    bind('admitMember', MEMBER_EDIT, async (ctx, { body }) => ({ id: await admitMember(ctx, body) })),
    bind('endMembership', MEMBER_EDIT, async (ctx, { params, body }) => {
      await endMembership(ctx, params.id, body);
      return done;
    }),
    bind('listAssociationDocuments', MEMBER_READ, (ctx) => listAssociationDocuments(ctx)),
    bind('getAssociationDocument', MEMBER_READ, (ctx, { params }) => getAssociationDocument(ctx, params.id)),
    bind('publishDocument', DOCUMENT_PUBLISH, async (ctx, { body }) => ({ id: await publishDocument(ctx, body) })),
    bind('signDocument', DOCUMENT_SIGN, async (ctx, { params, body }) => {
      await signDocument(ctx, params.id, body);
      return done;
    }),
    bind('listComplaints', COMPLAINT_READ, (ctx, { query }) => listComplaints(ctx, query)),
    bind('getComplaint', COMPLAINT_READ, (ctx, { params }) => getComplaint(ctx, params.id)),
    bind('fileComplaint', COMPLAINT_FILE, (ctx, { body }) => fileComplaint(ctx, body)),
    bind('decidePenalty', PENALTY_DECIDE, async (ctx, { body }) => ({ id: await decidePenalty(ctx, body) })),
    bind('withdrawPenalty', PENALTY_DECIDE, async (ctx, { params, body }) => {
      await withdrawPenalty(ctx, params.id, body.reason);
      return done;
    }),
    bind('awardBrand', BRAND_AWARD, async (ctx, { body }) => ({ id: await awardBrand(ctx, body) })),
    bind('withdrawBrand', BRAND_AWARD, async (ctx, { params, body }) => {
      await withdrawBrand(ctx, params.id, body.reason);
      return done;
    }),
    bind('listRatings', RATING_READ, (ctx, { query }) => listRatings(ctx, query)),
    bind('listRatableMatters', RATING_GIVE, (ctx) => listRatableMatters(ctx)),
    bind('rateMatter', RATING_GIVE, async (ctx, { body }) => ({ id: await rateMatter(ctx, body) })),
    bind('removeRating', RATING_REMOVE, async (ctx, { params, body }) => {
      await removeRating(ctx, params.id, body.reason);
      return done;
    }),
  ],
};
