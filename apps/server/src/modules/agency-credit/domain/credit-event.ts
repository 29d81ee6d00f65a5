import type { CreditSubjectType } from '@jince/law';

/** Something that counts for or against an agency or a person, as the rules read it. Days are `YYYY-MM-DD`. */
export interface CreditEvent {
  readonly id: string;
  readonly subjectType: CreditSubjectType;
  readonly subjectId: string;
  /** What happened, in the words of the rules: `penalty-fine`. */
  readonly sort: string;
  /** Day from which it counts. */
  readonly on: string;
  /** Day from which the authority lets it count no more: removal from a list, end of a term. */
  readonly expiresOn: string | null;
  /** Day from which it is void: set aside by a court or taken back by its authority. */
  readonly revokedOn: string | null;
  /** Day of the decision that repaired it. */
  readonly repairedOn: string | null;
  /** Entered by mistake: counts on no day. */
  readonly withdrawn: boolean;
  /** Same key = same paper; null where no number is known. */
  readonly documentKey: string | null;
}

/** Number of a paper without what writers vary: width, brackets, spaces. Null for an empty one. */
export function documentKeyOf(documentNo: string | null): string | null {
  if (documentNo === null) return null;
  const key = documentNo
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[[(〔【〈<]/g, '(')
    .replaceAll(/[\])〕】〉>]/g, ')')
    .replaceAll(/\s+/g, '');
  return key === '' ? null : key;
}
