import { policiesPage } from './policies-page.ts';
import { policyPage } from './policy-page.ts';

export const policyPages = [policiesPage, policyPage];
