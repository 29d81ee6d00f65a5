import type { Bilingual } from '../../../platform/i18n/language.ts';

export type MatterSort = 'complaint' | 'report';
export type LetterSource = 'desk' | 'public' | '12315' | 'hand-over' | 'watch' | 'inspection';
/** `office`: found by the office itself or handed over; nobody is to be told as a reporter. */
export type PersonKind = 'anonymous' | 'named' | 'body' | 'elsewhere' | 'office';

/** Who wrote, before it is sealed. */
export interface LetterPerson {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

/** A letter as it comes in, whatever way. */
export interface Letter {
  readonly source: LetterSource;
  readonly sourceKey: string | null;
  readonly sourceHref: string | null;
  readonly receivedOn: string;
  readonly backDatedReason: string | null;
  readonly personKind: PersonKind;
  readonly person: LetterPerson | null;
  readonly subjectName: string;
  readonly subjectUscc: string | null;
  readonly subjectNatural: boolean;
  readonly address: string | null;
  readonly townCode: string | null;
  readonly rightKind: 'trademark' | 'patent' | 'gi' | null;
  readonly rightNumber: string | null;
  readonly rightHolder: string | null;
  readonly behaviourRow: number | null;
  readonly happenedOn: string | null;
  readonly stage: string | null;
  readonly electronic: boolean;
  readonly title: string;
  readonly statement: string;
  readonly wish: string | null;
  readonly statedDueOn: string | null;
  /** Body the letter itself was addressed to, where it says so. */
  readonly unit: string | null;
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const sortLabels: Readonly<Record<MatterSort, Bilingual>> = {
  complaint: both('投诉', 'Complaint'),
  report: both('举报', 'Report'),
};

export const sourceLabels: Readonly<Record<LetterSource, Bilingual>> = {
  desk: both('窗口（来信来访）', 'Desk'),
  public: both('公众网站', 'Public site'),
  '12315': both('12315 清单', 'List of 12315'),
  'hand-over': both('其他机关移送', 'Handed over'),
  watch: both('监测命中', 'Watch'),
  inspection: both('检查发现', 'Inspection'),
};

export const rightLabels: Readonly<Record<'trademark' | 'patent' | 'gi', Bilingual>> = {
  trademark: both('商标', 'Trademark'),
  patent: both('专利', 'Patent'),
  gi: both('地理标志', 'GI'),
};
