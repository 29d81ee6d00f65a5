import type { OfficialPaper as Paper } from '@jince/contract';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { OfficialPaper } from './official-paper.tsx';

const paper: Paper = {
  template: 'trial',
  title: 'Trial',
  head: 'red',
  mark: 'DEMO',
  blocks: [
    { kind: 'masthead', issuers: ['Bureau', 'Treasury'], suffix: 'File' },
    { kind: 'title', lines: ['On', 'trial'] },
    { kind: 'paragraph', text: '<script>alert(1)</script> & more' },
    { kind: 'attachments', lead: 'Annex: ', items: ['One', 'Two'] },
    { kind: 'signature', issuers: ['Bureau', 'Treasury'], date: 'today' },
    { kind: 'annex', label: 'Annex 1', title: 'One' },
    {
      kind: 'table',
      caption: null,
      columns: [
        { title: 'A', width: 1, align: 'left' },
        { title: 'B', width: 3, align: 'right' },
      ],
      rows: [['x', '12']],
      note: null,
    },
    { kind: 'annex', label: 'Annex 2', title: 'Two' },
    { kind: 'colophon', copyLead: 'To: ', copyTo: null, printer: 'Office', printedOn: 'today' },
  ],
};

it('draws texts as texts, each annex on a sheet of its own with the mark on it', () => {
  const html = renderToStaticMarkup(<OfficialPaper paper={paper} />);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more');
  expect(html.match(/class="paper-sheet"/g)).toHaveLength(3);
  expect(html.match(/DEMO/g)).toHaveLength(3);
  expect(html).toContain('<col style="width:75%"/>');
  expect(html).toContain('<td class="right">12</td>');
  expect(html).toContain('<li>2.Two</li>');
  expect(html).not.toContain('To: ');
});

it('draws no mark where there is none', () => {
  expect(renderToStaticMarkup(<OfficialPaper paper={{ ...paper, mark: null }} />)).not.toContain('paper-mark');
});
