import type { CompiledPolicy, Finding, Policy } from '@jince/entitlements';

export const POLICY_STATES = ['draft', 'published', 'retired', 'legacy'] as const;
export type PolicyState = (typeof POLICY_STATES)[number];

/** One version of a policy as it is kept. */
export interface StoredVersion {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly state: PolicyState;
  readonly source: 'pack' | 'office';
  readonly policy: Policy;
  readonly contentHash: string;
  readonly revision: number;
  readonly effectiveFrom: string;
  /** Last day in force: of the content, or the eve of the next version. */
  readonly effectiveTo: string | null;
  readonly note: string | null;
  readonly editedBy: string;
  readonly editedAt: string;
  readonly publishedBy: string | null;
  readonly publishedAt: string | null;
  readonly retiredBy: string | null;
  readonly retiredAt: string | null;
  readonly retireReason: string | null;
}

/** A version with what analysis finds in it and, where its rules can be read, ready to be applied. */
export interface PolicyVersion extends StoredVersion {
  readonly findings: readonly Finding[];
  /** Undefined while a rule cannot be read. */
  readonly compiled: CompiledPolicy | undefined;
}

/** Whether a version is in force on a day. */
export function isInForce(version: StoredVersion, on: string): boolean {
  return (
    version.state === 'published' &&
    version.effectiveFrom <= on &&
    (version.effectiveTo === null || on <= version.effectiveTo)
  );
}

export const blocks = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => finding.severity === 'block');
