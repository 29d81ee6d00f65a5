import type { FactContribution } from '../../../platform/facts/index.ts';
import { rightFollowers } from '../repositories/mark-rights.ts';
import { rightCollections } from './collections.ts';
import { annuityGroup } from './enterprise-annuities.ts';
import { overseasGroup, patentBreadthGroup } from './enterprise-patent-breadth.ts';
import { abnormalGroup } from './enterprise-patent-qualities.ts';
import { enterprisePatentGroup } from './enterprise-patents.ts';
import { rightsGroup } from './enterprise-rights.ts';
import { trademarkCountGroup } from './enterprise-trademarks.ts';
import { enterpriseGiGroup, giGroup } from './gi-facts.ts';
import { enterpriseMadridGroup, madridGroup } from './madrid-facts.ts';
import { patentDealingGroup, patentDueGroup, patentHighValueGroup, patentHolderGroup } from './patent-condition.ts';
import { patentIdentityGroup } from './patent-identity.ts';
import { giSubject, madridSubject, patentSubject, trademarkSubject } from './right-subjects.ts';
import { trademarkHolderGroup, trademarkIdentityGroup, trademarkUseGroup } from './trademark-facts.ts';

/** What can be said of rights and of those who hold them. */
export const ipRightsFacts: FactContribution = {
  subjects: [patentSubject, trademarkSubject, madridSubject, giSubject],
  groups: [
    enterprisePatentGroup,
    patentBreadthGroup,
    overseasGroup,
    abnormalGroup,
    annuityGroup,
    trademarkCountGroup,
    enterpriseMadridGroup,
    enterpriseGiGroup,
    rightsGroup,
    patentIdentityGroup,
    patentHolderGroup,
    patentDealingGroup,
    patentDueGroup,
    patentHighValueGroup,
    trademarkIdentityGroup,
    trademarkHolderGroup,
    trademarkUseGroup,
    madridGroup,
    giGroup,
  ],
  collections: rightCollections,
  followers: rightFollowers,
};
