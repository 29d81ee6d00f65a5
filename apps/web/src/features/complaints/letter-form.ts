import type { LetterInput } from '@jince/contract';
import { useState } from 'react';
import { today } from '../../lib/format.ts';

/** What is typed; empty texts are nothing. */
export interface LetterDraft {
  readonly sort: 'complaint' | 'report' | 'both';
  readonly source: 'desk' | 'hand-over' | 'watch' | 'inspection';
  readonly receivedOn: string;
  readonly backDatedReason: string;
  readonly anonymous: boolean;
  readonly body: boolean;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly personAddress: string;
  readonly subjectName: string;
  readonly subjectUscc: string;
  readonly subjectNatural: boolean;
  readonly address: string;
  readonly townCode: string | null;
  readonly rightKind: 'trademark' | 'patent' | 'gi';
  readonly rightNumber: string;
  readonly behaviourRow: number | null;
  readonly electronic: boolean;
  readonly title: string;
  readonly statement: string;
  readonly wish: string;
}

const EMPTY = (): LetterDraft => ({
  sort: 'report',
  source: 'desk',
  receivedOn: today(),
  backDatedReason: '',
  anonymous: false,
  body: false,
  name: '',
  phone: '',
  email: '',
  personAddress: '',
  subjectName: '',
  subjectUscc: '',
  subjectNatural: false,
  address: '',
  townCode: null,
  rightKind: 'trademark',
  rightNumber: '',
  behaviourRow: null,
  electronic: false,
  title: '',
  statement: '',
  wish: '',
});

/** The draft lives on the page alone: a reporter's name is not left behind on the device. */
export function useLetterDraft() {
  const [draft, setDraft] = useState<LetterDraft>(EMPTY);
  const set = (patch: Partial<LetterDraft>) => setDraft((before) => ({ ...before, ...patch }));
  return { draft, set };
}

const given = (text: string): string | null => text.trim() || null;

const isReachable = ({ phone, email, personAddress }: LetterDraft): boolean =>
  [phone, email, personAddress].some((text) => text.trim() !== '');

export const isReady = (draft: LetterDraft): boolean =>
  draft.subjectName.trim().length >= 2 &&
  draft.title.trim().length >= 4 &&
  draft.statement.trim().length >= 4 &&
  (draft.anonymous || (draft.name.trim() !== '' && isReachable(draft))) &&
  (draft.receivedOn === today() || draft.backDatedReason.trim() !== '');

export const toInput = (draft: LetterDraft): LetterInput => ({
  sort: draft.sort,
  source: draft.source,
  receivedOn: draft.receivedOn,
  backDatedReason: given(draft.backDatedReason),
  anonymous: draft.anonymous,
  body: draft.body,
  person: draft.anonymous
    ? {}
    : {
        name: given(draft.name),
        phone: given(draft.phone),
        email: given(draft.email),
        address: given(draft.personAddress),
      },
  subjectName: draft.subjectName,
  subjectUscc: given(draft.subjectUscc),
  subjectNatural: draft.subjectNatural,
  address: given(draft.address),
  townCode: draft.townCode,
  rightKind: given(draft.rightNumber) === null ? null : draft.rightKind,
  rightNumber: given(draft.rightNumber),
  behaviourRow: draft.behaviourRow,
  electronic: draft.electronic,
  title: draft.title,
  statement: draft.statement,
  wish: given(draft.wish),
});

/** What decides where a letter goes and what it repeats. */
export const toCheck = (draft: LetterDraft) => ({
  sort: draft.sort,
  receivedOn: draft.receivedOn,
  subjectName: draft.subjectName.trim(),
  subjectUscc: given(draft.subjectUscc),
  address: given(draft.address),
  townCode: draft.townCode,
  rightNumber: given(draft.rightNumber),
  behaviourRow: draft.behaviourRow,
});
