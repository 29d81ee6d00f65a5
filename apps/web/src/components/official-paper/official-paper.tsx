import type { OfficialPaper as Paper, PaperBlock } from '@jince/contract';
import { PaperPart } from './paper-part.tsx';
import './official-paper.css';

/** Each annex begins a sheet of its own. */
function sheetsOf(blocks: readonly PaperBlock[]): PaperBlock[][] {
  const sheets: PaperBlock[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'annex') sheets.push([]);
    sheets.at(-1)?.push(block);
  }
  return sheets;
}

/**
 * An official paper as it will be printed, drawn of its finished parts. True to the sheet where there is room; on a phone
 * the text is set in a readable size instead.
 */
export function OfficialPaper({ paper }: { readonly paper: Paper }) {
  return (
    <article className={`official-paper head-${paper.head}`} lang="zh-CN" aria-label={paper.title}>
      {sheetsOf(paper.blocks).map((blocks, sheet) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sheets have no identity but their place
        <div className="paper-sheet" key={sheet}>
          {paper.mark !== null && (
            <span className="paper-mark" aria-hidden>
              {paper.mark}
            </span>
          )}
          {blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            <PaperPart key={at} block={block} />
          ))}
        </div>
      ))}
    </article>
  );
}
