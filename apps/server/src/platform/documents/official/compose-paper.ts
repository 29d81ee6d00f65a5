import type { OfficialPaper, PaperBlock } from '@jince/contract';
import { type Filling, fillText, isAbsent, type RowAt, readValue } from './fill-text.ts';
import { itemNumber } from './numerals.ts';
import type { TemplateBlock, TemplateText } from './template-types.ts';

type BlockOf<K extends TemplateBlock['kind']> = Extract<TemplateBlock, { kind: K }>;

function rowsOf(filling: Filling, path: string): RowAt[] {
  const list = filling.template.fields.find((field) => field.path === path);
  if (list === undefined) throw new Error(`${filling.template.code} names the unknown list ${path}`);
  const values = (readValue(filling, list) ?? []) as readonly unknown[];
  return values.map((row, at) => ({ list, values: row, number: at + 1 }));
}

function stands(filling: Filling, { when }: TemplateBlock): boolean {
  if (when === undefined) return true;
  const value = filling.reading.valueAt(filling.values, when);
  return !(isAbsent(value) || value === false || (Array.isArray(value) && value.length === 0));
}

const maybe = (filling: Filling, text: TemplateText | undefined) =>
  text === undefined ? null : fillText(filling, text) || null;

function table(filling: Filling, block: BlockOf<'table'>): PaperBlock {
  const rows = rowsOf(filling, block.each).map((row) => block.columns.map((one) => fillText(filling, one.text, row)));
  const total = block.total?.map((text) => fillText(filling, text));
  return {
    kind: 'table',
    caption: maybe(filling, block.caption),
    columns: block.columns.map(({ title, width, align }) => ({ title, width, align })),
    rows: total === undefined ? rows : [...rows, total],
    note: maybe(filling, block.note),
  };
}

function composeBlock(filling: Filling, block: TemplateBlock): PaperBlock[] {
  if (!stands(filling, block)) return [];
  switch (block.kind) {
    case 'items':
      return rowsOf(filling, block.each).map((row) => ({
        kind: 'paragraph',
        text: `${itemNumber(block.numbering, row.number)}${fillText(filling, block.text, row)}`,
      }));
    case 'table':
      return [table(filling, block)];
    case 'form':
      return [
        {
          kind: 'form',
          columns: [...block.columns],
          rows: block.rows.map((row) =>
            row.map((cell) => ({
              label: cell.label,
              span: cell.span,
              lines: cell.lines,
              text: fillText(filling, cell.text),
              foot: maybe(filling, cell.foot),
            })),
          ),
        },
      ];
    case 'heading':
      return [{ kind: 'heading', level: block.level, text: fillText(filling, block.text) }];
    default:
      return [{ kind: block.kind, text: fillText(filling, block.text) }];
  }
}

function head(filling: Filling): PaperBlock[] {
  const { template } = filling;
  const number = maybe(filling, template.number);
  const recipient = maybe(filling, template.recipient);
  return [
    ...(template.head === 'none'
      ? []
      : [{ kind: 'masthead' as const, issuers: [...template.issuers], suffix: template.suffix }]),
    ...(number === null ? [] : [{ kind: 'number' as const, text: number }]),
    { kind: 'title', lines: template.title.map((line) => fillText(filling, line)) },
    ...(recipient === null ? [] : [{ kind: 'recipient' as const, text: recipient }]),
  ];
}

/** Signature, remark, annexes and colophon, in the order of GB/T 9704-2012 7.3.4–7.4. */
function foot(filling: Filling): PaperBlock[] {
  const { template } = filling;
  const titles = template.annexes.map((annex) => fillText(filling, annex.title));
  const items = [...template.attachments.map((text) => fillText(filling, text)), ...titles];
  const signedOn = maybe(filling, template.signedOn);
  const remark = maybe(filling, template.remark);
  const { colophon } = template;
  return [
    ...(items.length === 0 ? [] : [{ kind: 'attachments' as const, lead: '附件：', items }]),
    ...(signedOn === null ? [] : [{ kind: 'signature' as const, issuers: [...template.issuers], date: signedOn }]),
    ...(remark === null ? [] : [{ kind: 'remark' as const, text: remark }]),
    ...template.annexes.flatMap((annex, at): PaperBlock[] => {
      const number = template.attachments.length + at + 1;
      const label = items.length === 1 ? '附件' : `附件${number}`;
      return [
        { kind: 'annex', label, title: titles[at] ?? '' },
        ...annex.body.flatMap((block) => composeBlock(filling, block)),
      ];
    }),
    ...(colophon === undefined
      ? []
      : [
          {
            kind: 'colophon' as const,
            copyLead: '抄送：',
            copyTo: maybe(filling, colophon.copyTo),
            printer: colophon.printer,
            printedOn: `${fillText(filling, colophon.printedOn)}印发`,
          },
        ]),
  ];
}

/**
 * A template filled with values, as finished parts of the page.
 * @param mark printed across every page; null for none
 * @throws AppError documents.value.missing or documents.value.invalid, naming the field
 */
export function composePaper(filling: Filling, mark: string | null): OfficialPaper {
  const { template } = filling;
  return {
    template: template.code,
    title: template.title.map((line) => fillText(filling, line)).join(''),
    head: template.head,
    mark,
    blocks: [...head(filling), ...template.body.flatMap((block) => composeBlock(filling, block)), ...foot(filling)],
  };
}
