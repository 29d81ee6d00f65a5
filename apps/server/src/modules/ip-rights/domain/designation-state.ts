/** A sender's word for the state of a designation; order matters ('临时驳回' before '驳回'). */
export const DESIGNATION_STATES: readonly (readonly [pattern: RegExp, state: string])[] = [
  [/指定中|待审|审查中|pending/i, 'pending'],
  [/临时驳回|provisional/i, 'provisionally-refused'],
  [/部分/, 'partly-protected'],
  [/核准|保护|granted|protected/i, 'protected'],
  [/驳回|refus/i, 'refused'],
  [/放弃|renounc/i, 'renounced'],
  [/无效|invalid/i, 'invalidated'],
  [/注销|cancel/i, 'cancelled'],
];

/** State of a designation from the sender's word; 'unknown' for one that is not known. */
export function designationState(text: string): string {
  return DESIGNATION_STATES.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}
