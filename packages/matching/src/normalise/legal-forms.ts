import { type FormGroup, legalForms, liabilityNotes } from '../data/legal-forms.ts';

export interface LegalForm {
  id: number;
  text: string;
  group: FormGroup;
}

export const NO_FORM = 0;
const forms: LegalForm[] = [{ id: NO_FORM, text: '', group: 'none' }];
const byText = new Map<string, number>();
/** Forms read backwards as a tree: (node, character) → node; `formAt` gives the form that ends at a node. */
const branches = new Map<number, number>();
const formAt: (LegalForm | undefined)[] = [undefined];

for (const [group, list] of Object.entries(legalForms) as [FormGroup, string][]) {
  for (const text of list.split(' ')) {
    if (byText.has(text)) continue;
    const id = forms.length;
    const form: LegalForm = { id, text, group };
    forms.push(form);
    byText.set(text, id);
    let node = 0;
    for (let i = text.length - 1; i >= 0; i--) {
      const step = node * 65536 + text.charCodeAt(i);
      let next = branches.get(step);
      if (next === undefined) {
        next = formAt.push(undefined) - 1;
        branches.set(step, next);
      }
      node = next;
    }
    formAt[node] = form;
  }
}

/** The longest form that ends `text`, or id 0. */
export function findFormAtEnd(text: string): LegalForm {
  let found = forms[NO_FORM]!;
  let node: number | undefined = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    node = branches.get(node * 65536 + text.charCodeAt(i));
    if (node === undefined) break;
    found = formAt[node] ?? found;
  }
  return found;
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

const repairable = ['有限责任公司', '股份有限公司', '有限公司'].map((text) => forms[byText.get(text)!]!);

/**
 * The company form meant by an ending with one slip in it (有线公司, 有限公, 有限公司司), and how many characters of
 * `text` it takes; undefined when the ending is not that close to one.
 */
export function repairForm(text: string): { form: LegalForm; length: number } | undefined {
  for (const form of repairable) {
    const target = form.text;
    for (const length of [target.length + 1, target.length, target.length - 1]) {
      if (text.length < length + 2) continue;
      if (text.charCodeAt(text.length - length) !== target.charCodeAt(0)) continue;
      if (isOneSlip(target, text.slice(-length))) return { form, length };
    }
    const headless = target.slice(1);
    if (text.endsWith(headless) && !'国私共所拥享'.includes(text[text.length - target.length] ?? '')) {
      return { form, length: headless.length };
    }
  }
  return undefined;
}

/** One substitution, insertion, deletion or neighbouring swap. */
function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  let tail = 0;
  while (tail < short.length - head && short[short.length - 1 - tail] === long[long.length - 1 - tail]) tail++;
  const left = long.length - head - tail;
  if (short.length !== long.length) return left === 1 && short.length - head - tail === 0;
  return left === 1 || (left === 2 && short[head] === long[head + 1] && short[head + 1] === long[head]);
}
