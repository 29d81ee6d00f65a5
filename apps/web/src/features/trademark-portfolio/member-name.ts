/** Members of the Madrid union that are no single country; their codes are those of the International Bureau. */
const UNIONS = ['BX', 'EM', 'OA'] as const;

const isUnion = (member: string): member is (typeof UNIONS)[number] => (UNIONS as readonly string[]).includes(member);

/** What a designated member is called: a code by its name, a name as it stands in the register. */
export function memberName(
  member: string,
  language: string,
  nameOf: (union: (typeof UNIONS)[number]) => string,
): string {
  if (!/^[A-Z]{2}$/.test(member)) return member;
  if (isUnion(member)) return nameOf(member);
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(member) ?? member;
}
