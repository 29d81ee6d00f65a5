import type { DocumentBlock } from '../../../platform/documents/index.ts';

export interface BundlePiece {
  readonly no: number;
  readonly kind: string;
  readonly from: string;
  readonly until: string;
  readonly place: string | null;
  readonly goods: readonly string[];
  readonly note: string | null;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

const span = ({ from, until }: Pick<BundlePiece, 'from' | 'until'>) => (from === until ? from : `${from}至${until}`);

/** Folder and name of a file in the archive: numbered, so that the index and the folder read alike. */
export const fileInBundle = (no: number, at: number, name: string): string =>
  `${String(no).padStart(3, '0')}-${at + 1}-${name.replaceAll(/[\\/:*?"<>|]/g, '_')}`;

/** The index of a bundle of evidence: what the evidence shows, what it leaves open, and every file with its hash. */
export function bundleBlocks(input: {
  readonly mark: {
    readonly name: string;
    readonly registrationNo: string;
    readonly niceClass: number;
    readonly goods: readonly string[];
  };
  readonly owner: string;
  readonly period: { readonly from: string; readonly until: string };
  readonly sentence: string;
  readonly gaps: readonly { readonly from: string; readonly to: string; readonly months: number }[];
  readonly pieces: readonly BundlePiece[];
}): DocumentBlock[] {
  const { mark, pieces, gaps } = input;
  return [
    { kind: 'heading', level: 1, text: '一、商标' },
    {
      kind: 'list',
      items: [
        `商标：${mark.name}`,
        `注册号：${mark.registrationNo}，第${mark.niceClass}类`,
        `注册人：${input.owner}`,
        `核定使用商品（服务）：${mark.goods.join('、') || '登记中未载明'}`,
        `证据期间：${input.period.from}至${input.period.until}`,
      ],
    },
    { kind: 'heading', level: 1, text: '二、使用情况' },
    { kind: 'paragraph', text: input.sentence },
    gaps.length === 0
      ? { kind: 'paragraph', text: '本期间内每个月都有使用证据。' }
      : {
          kind: 'list',
          items: gaps.map((gap) =>
            gap.from === gap.to ? `${gap.from} 没有证据` : `${gap.from} 至 ${gap.to}（${gap.months} 个月）没有证据`,
          ),
        },
    { kind: 'heading', level: 1, text: '三、证据目录' },
    {
      kind: 'table',
      caption: '使用证据',
      columns: [
        { title: '序号', width: 0.5, align: 'center' },
        { title: '类型', width: 0.9 },
        { title: '使用时间', width: 1.2 },
        { title: '地点', width: 1 },
        { title: '商品、说明', width: 1.8 },
        { title: '件数', width: 0.5, align: 'right' },
      ],
      rows: pieces.map((piece) => [
        String(piece.no),
        piece.kind,
        span(piece),
        piece.place ?? '',
        [piece.goods.join('、'), piece.note ?? ''].filter((text) => text !== '').join('；'),
        String(piece.files.length),
      ]),
      note: '证据由权利人自行留存，本目录只作整理，不对其真实性作判断。',
    },
    { kind: 'heading', level: 1, text: '四、文件与哈希值' },
    {
      kind: 'table',
      caption: '文件（SHA-256）',
      columns: [
        { title: '文件', width: 1.2 },
        { title: 'SHA-256', width: 2 },
      ],
      rows: pieces.flatMap((piece) =>
        piece.files.map((file, at) => [fileInBundle(piece.no, at, file.name), file.sha256]),
      ),
    },
  ];
}
