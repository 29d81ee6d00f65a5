/** One party of the register. `id` is the caller's key; `uscc` the 18-character 统一社会信用代码 when known. */
export interface RegisterEntry {
  id: string;
  name: string;
  formerNames?: readonly string[];
  address?: string;
  /** 经营范围, free text. */
  scope?: string;
  town?: string;
  industry?: string;
  /** Registration status as the register prints it, e.g. 存续, 注销, 吊销. */
  status?: string;
  uscc?: string;
}

/** A name met in a list: applicant, holder, list entry. `ipc` holds one or more symbols in any separator. */
export interface Mention {
  id: string;
  name: string;
  address?: string;
  town?: string;
  ipc?: string;
  uscc?: string;
}

export type Decision = 'auto' | 'review' | 'none';

export type Comparison =
  | 'uscc'
  | 'kind'
  | 'prior'
  | 'name'
  | 'former-name'
  | 'place'
  | 'brand'
  | 'trade'
  | 'form'
  | 'edit'
  | 'branch'
  | 'address'
  | 'town'
  | 'industry'
  | 'competition'
  | 'guard';

/** One step of the waterfall: `weight` is a log2 Bayes factor (bits); `text` a Chinese sentence. */
export interface Reason {
  comparison: Comparison;
  level: string;
  weight: number;
  text: string;
}

/** `score` is the posterior probability (0–1) that the mention means this entry. */
export interface Candidate {
  index: number;
  id: string;
  uscc?: string;
  name: string;
  score: number;
  reasons: Reason[];
}

/** `candidates` come best first; `best` is the first of them unless the decision is `none`. */
export interface MatchResult {
  decision: Decision;
  best?: { index: number; id: string; uscc?: string; score: number };
  candidates: Candidate[];
  reasons: Reason[];
}

export type NameKind =
  | 'company'
  | 'factory'
  | 'cooperative'
  | 'shop'
  | 'branch'
  | 'office'
  | 'institution'
  | 'government'
  | 'person'
  | 'unknown';
