/** Public face of the policies module. */
export { syncPolicies } from './commands/sync-policies.ts';
export type { PolicyVersion } from './domain/policy-version.ts';
export { nationalProhibitions } from './domain/prohibitions.ts';
export { policiesModule } from './policies.module.ts';
export { entitleSubject, type SubjectAnswers } from './queries/entitle-subject.ts';
export { getPolicyVersion, listPublished, requireCompiled } from './queries/policy-versions.ts';
export { getPublicPolicy, listPublicPolicies, type PublicPolicy, policiesVersion } from './queries/public-policies.ts';
export { readSubjectCase, readSubjectCases } from './queries/subject-cases.ts';
