/** What a value of a field is. Money is integer fen, a date is YYYY-MM-DD. */
export const FIELD_TYPES = [
  'text',
  'date',
  'fen',
  'count',
  'document-number',
  /** Name that goes on a public list, as `{ text, natural }`: masked for a natural person. */
  'public-name',
  /** Code that goes on a public list, likewise. */
  'public-code',
  'flag',
  'list',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** How a value is written; each goes with types of fields. */
export const FORMATS = {
  date: ['date'],
  /** 500,000元 */
  yuan: ['fen'],
  /** 伍拾万元整 */
  upper: ['fen'],
  /** The figure in 万元. */
  wan: ['fen'],
} as const satisfies Readonly<Record<string, readonly FieldType[]>>;
export type Format = keyof typeof FORMATS;

export type TemplateField = {
  /** Dotted, as placeholders name it; within a list relative to the row. */
  path: string;
  label: string;
  type: FieldType;
  /** Printed where nothing is given; a field without it must be given. */
  blank: string | undefined;
  sample: unknown;
  /** Fields of a row of a list. */
  fields: TemplateField[];
};

/** `row`: a field of the row that is being repeated, rather than of the document; `number`: its place in the list. */
export type TextPart =
  | string
  | { from: 'document' | 'row'; path: string; format: Format | undefined }
  | { from: 'number' };
export type TemplateText = readonly TextPart[];

export const NUMBERINGS = ['一、', '（一）', '1.', '（1）'] as const;
export type Numbering = (typeof NUMBERINGS)[number];

export type FormCell = {
  label: boolean;
  text: TemplateText;
  span: number;
  lines: number;
  foot: TemplateText | undefined;
};

/** `when`: path of a field; the block stands only where it is given and not false or empty. */
export type TemplateBlock = { when: string | undefined } & (
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: TemplateText }
  | { kind: 'paragraph' | 'note'; text: TemplateText }
  | { kind: 'items'; each: string; numbering: Numbering; text: TemplateText }
  | {
      kind: 'table';
      caption: TemplateText | undefined;
      each: string;
      columns: { title: string; width: number; align: 'left' | 'center' | 'right'; text: TemplateText }[];
      /** Cells of a last row. */
      total: TemplateText[] | undefined;
      note: TemplateText | undefined;
    }
  | { kind: 'form'; columns: number[]; rows: FormCell[][] }
);

/** An official paper of the jurisdiction: wording with placeholders, laid out by the platform. */
export type DocumentTemplate = {
  code: string;
  label: string;
  group: string;
  use: string;
  basis: string;
  /** 文件 with a red head, 信函 between red double lines, or none. */
  head: 'red' | 'letter' | 'none';
  /** Names of the issuing bodies, the leading one first. */
  issuers: string[];
  /** 文件 after the issuers of a red head, or nothing. */
  suffix: string;
  fields: TemplateField[];
  /** Lines, broken where a reader would. */
  title: TemplateText[];
  number: TemplateText | undefined;
  recipient: TemplateText | undefined;
  body: TemplateBlock[];
  /** 附件 beyond the annexes below. */
  attachments: TemplateText[];
  /** 附件 that are part of the paper, each on a page of its own. */
  annexes: { title: TemplateText; body: TemplateBlock[] }[];
  signedOn: TemplateText | undefined;
  remark: TemplateText | undefined;
  colophon: { copyTo: TemplateText | undefined; printer: string; printedOn: TemplateText } | undefined;
};
