import { z } from 'zod';
import { route } from './route.ts';

const tableBlock = z.object({
  kind: z.literal('table'),
  caption: z.string().nullable(),
  columns: z.array(
    z.object({
      title: z.string(),
      /** Share of the width, relative to the other columns. */
      width: z.number(),
      align: z.enum(['left', 'center', 'right']),
    }),
  ),
  rows: z.array(z.array(z.string())),
  note: z.string().nullable(),
});

const formBlock = z.object({
  kind: z.literal('form'),
  /** Shares of the width; the spans of a row add up to their number. */
  columns: z.array(z.number()),
  rows: z.array(
    z.array(
      z.object({
        text: z.string(),
        /** Names what stands beside it. */
        label: z.boolean(),
        span: z.number().int(),
        /** Least height in lines of the cell, for what is written by hand. */
        lines: z.number(),
        /** At the foot of the cell, to the right: who signs and when. */
        foot: z.string().nullable(),
      }),
    ),
  ),
});

/** Parts of an official paper in the order of the page; texts are finished. */
export const paperBlock = z.discriminatedUnion('kind', [
  /** 发文机关标志; `suffix` is 文件 or empty. */
  z.object({ kind: z.literal('masthead'), issuers: z.array(z.string()), suffix: z.string() }),
  /** 发文字号. */
  z.object({ kind: z.literal('number'), text: z.string() }),
  z.object({ kind: z.literal('title'), lines: z.array(z.string()) }),
  /** 主送机关. */
  z.object({ kind: z.literal('recipient'), text: z.string() }),
  z.object({ kind: z.literal('heading'), level: z.number().int().min(1).max(4), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  tableBlock,
  formBlock,
  /** 附件说明. */
  z.object({ kind: z.literal('attachments'), lead: z.string(), items: z.array(z.string()) }),
  /** 署名 and 成文日期; the place of the seals is left free. */
  z.object({ kind: z.literal('signature'), issuers: z.array(z.string()), date: z.string() }),
  /** 附注. */
  z.object({ kind: z.literal('remark'), text: z.string() }),
  /** Begins a page of its own: 附件 with its title. */
  z.object({ kind: z.literal('annex'), label: z.string(), title: z.string() }),
  /** 版记. */
  z.object({
    kind: z.literal('colophon'),
    copyLead: z.string(),
    copyTo: z.string().nullable(),
    printer: z.string(),
    printedOn: z.string(),
  }),
]);
export type PaperBlock = z.output<typeof paperBlock>;

/** A paper as it is printed: 文件 with a red head, 信函 between red double lines, or without a head. */
export const officialPaper = z.object({
  template: z.string(),
  title: z.string(),
  head: z.enum(['red', 'letter', 'none']),
  /** Across every page, such as that the data are a demonstration. */
  mark: z.string().nullable(),
  blocks: z.array(paperBlock),
});
export type OfficialPaper = z.output<typeof officialPaper>;

const templateCode = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);
const params = z.object({ code: templateCode });

export const documentTemplate = z.object({
  code: templateCode,
  label: z.string(),
  group: z.string(),
  /** When it is used. */
  use: z.string(),
  basis: z.string(),
  issuers: z.array(z.string()),
  head: officialPaper.shape.head,
  fields: z.array(z.object({ path: z.string(), label: z.string(), type: z.string(), required: z.boolean() })),
});
export type DocumentTemplateView = z.output<typeof documentTemplate>;

export const officialPaperRoutes = {
  listDocumentTemplates: route({
    method: 'GET',
    path: '/api/documents/templates',
    summary: 'Templates of official papers with what each must be given',
    response: z.object({ items: z.array(documentTemplate) }),
  }),
  previewDocumentTemplate: route({
    method: 'GET',
    path: '/api/documents/templates/:code/preview',
    summary: 'A template filled with its sample values',
    params,
    response: officialPaper,
  }),
  downloadTemplateSample: route({
    method: 'GET',
    path: '/api/documents/templates/:code/sample',
    summary: 'The same as a file',
    params,
    query: z.object({ format: z.enum(['pdf', 'docx']) }),
    transport: 'file',
  }),
};
