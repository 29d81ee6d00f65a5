import { type FormGroup, legalForms, liabilityNotes } from '../data/legal-forms.ts';

export interface LegalForm {
  id: number;
  text: string;
  group: FormGroup;
}

export const NO_FORM = 0;
const forms: LegalForm[] = [{ id: NO_FORM, text: '', group: 'none' }];
const byText = new Map<string, number>();
const longestByLast = new Map<number, number>();

for (const [group, list] of Object.entries(legalForms) as [FormGroup, string][]) {
  for (const text of list.split(' ')) {
    if (byText.has(text)) continue;
    const id = forms.length;
    forms.push({ id, text, group });
    byText.set(text, id);
    const last = text.charCodeAt(text.length - 1);
    longestByLast.set(last, Math.max(longestByLast.get(last) ?? 0, text.length));
  }
}

/** Every legal form known, by id; id 0 is "no form written". */
export function listForms(): readonly LegalForm[] {
  return forms;
}

/** The longest form that ends `text`, or id 0. */
export function findFormAtEnd(text: string): LegalForm {
  const longest = longestByLast.get(text.charCodeAt(text.length - 1));
  if (longest === undefined) return forms[NO_FORM]!;
  for (let length = Math.min(longest, text.length); length >= 1; length--) {
    const id = byText.get(text.slice(text.length - length));
    if (id !== undefined) return forms[id]!;
  }
  return forms[NO_FORM]!;
}

const liability = new Set<string>(liabilityNotes);

/** Is this bracketed text only a note on liability, e.g. 普通合伙? */
export function isLiabilityNote(text: string): boolean {
  return liability.has(text);
}

const companyGroups = new Set<FormGroup>(['limited', 'stock', 'group', 'company']);

/** Company forms that lists write for one another: 有限公司, 有限责任公司, 股份有限公司, 集团, 公司, nothing. */
export function isCompanyGroup(group: FormGroup): boolean {
  return companyGroups.has(group);
}
