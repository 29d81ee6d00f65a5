import type { ChecklistItem, WellKnownFile } from '@jince/contract';
import type { DocumentBlock } from '../../../platform/documents/index.ts';

const FEN = 100;
const yuan = (fen: number | null) =>
  fen === null ? '' : (fen / FEN).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const period = (from: string | null, until: string | null) =>
  from === null && until === null ? '' : from === until ? (from ?? '') : `${from ?? ''}至${until ?? ''}`;

function itemBlocks(item: ChecklistItem, at: number): DocumentBlock[] {
  const head: DocumentBlock = {
    kind: 'heading',
    level: 2,
    text: `${at + 1}. ${item.label}${item.have ? '' : '（缺）'}`,
  };
  const said: DocumentBlock[] = [
    { kind: 'paragraph', text: item.text },
    ...(item.computed === null ? [] : [{ kind: 'paragraph' as const, text: `登记所见：${item.computed}。` }]),
  ];
  if (item.entries.length === 0) return [head, ...said];
  return [
    head,
    ...said,
    {
      kind: 'table',
      caption: item.label,
      columns: [
        { title: '内容', width: 2 },
        { title: '期间', width: 1.2 },
        { title: '地区', width: 0.8 },
        { title: '金额（元）', width: 1, align: 'right' },
        { title: '证明文件', width: 1.6 },
      ],
      rows: item.entries.map((entry) => [
        entry.text,
        period(entry.from, entry.until),
        entry.region ?? '',
        yuan(entry.amountFen),
        entry.files.map((file) => `${file.fileName}（SHA-256 ${file.sha256.slice(0, 16)}…）`).join('；') || '未附',
      ]),
    },
  ];
}

/** The index of a file of material: what for, what is there, what is missing, and what it must not be used for. */
export function materialBlocks(file: WellKnownFile): DocumentBlock[] {
  const missing = file.checklist.filter((item) => !item.have);
  return [
    { kind: 'heading', level: 1, text: '一、事项' },
    { kind: 'paragraph', text: `${file.routeLabel}：${file.occasion}` },
    { kind: 'note', text: file.caution },
    { kind: 'heading', level: 1, text: '二、齐备情况' },
    {
      kind: 'paragraph',
      text: `清单共${file.items}项，已有${file.have}项，尚缺${missing.length}项${missing.length === 0 ? '。' : `：${missing.map((item) => item.label).join('、')}。`}`,
    },
    { kind: 'heading', level: 1, text: '三、材料目录' },
    ...file.checklist.flatMap(itemBlocks),
  ];
}
