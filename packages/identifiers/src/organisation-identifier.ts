import { checkOrganisationCode } from './organisation-code.ts';
import { checkRegistrationNumber } from './registration-number.ts';
import { isResidentId } from './resident-id.ts';
import { failure, type IdentifierResult } from './result.ts';
import { checkUscc, normaliseUscc } from './uscc.ts';

export type OrganisationIdentifierKind =
  | 'uscc'
  | 'registration-number'
  | 'organisation-code'
  | 'resident-id'
  | 'unknown';

/** Which identifier a cell holds, by shape alone (a mistyped one keeps its kind); resident numbers by their check. */
export function kindOfOrganisationIdentifier(input: string): OrganisationIdentifierKind {
  const value = normaliseUscc(input);
  if (isResidentId(value) && !checkUscc(value).ok) return 'resident-id';
  if (/^[0-9A-Z]{18}$/.test(value)) return 'uscc';
  if (/^\d{15}$/.test(value)) return 'registration-number';
  if (/^[0-9A-Z]{8}[0-9X]$/.test(value)) return 'organisation-code';
  return 'unknown';
}

/** Recognises the kind and checks it. A resident number is never echoed: `value` is masked. */
export function checkOrganisationIdentifier(input: string): IdentifierResult<{ kind: OrganisationIdentifierKind }> {
  const kind = kindOfOrganisationIdentifier(input);
  const value = normaliseUscc(input);
  if (kind === 'resident-id') return { ...failure(`${value.slice(0, 6)}********${value.slice(14)}`, 'format'), kind };
  if (kind === 'unknown') return { ...failure(value, value === '' ? 'empty' : 'format'), kind };
  const check = {
    uscc: checkUscc,
    'registration-number': checkRegistrationNumber,
    'organisation-code': checkOrganisationCode,
  };
  const result = check[kind](input);
  if (result.ok) return { ok: true, value: result.value, kind };
  return { ...failure(result.value, result.problem, result.suggestion), kind };
}
