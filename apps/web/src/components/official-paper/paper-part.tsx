import type { PaperBlock } from '@jince/contract';
import type { CSSProperties } from 'react';

type PartOf<K extends PaperBlock['kind']> = Extract<PaperBlock, { kind: K }>;

const share = (width: number, all: readonly number[]) => ({
  width: `${(100 * width) / all.reduce((sum, one) => sum + one, 0)}%`,
});

function Masthead({ block }: { block: PartOf<'masthead'> }) {
  const longest = Math.max(...block.issuers.map((name) => name.length));
  // Letters of the widest line: it must fit the width of the text.
  const letters = longest + (block.suffix === '' ? 0.2 : block.suffix.length + 0.8);
  return (
    <header
      className={block.issuers.length > 1 ? 'paper-masthead joint' : 'paper-masthead'}
      style={{ '--letters': letters, '--longest': longest } as CSSProperties}
    >
      <div>
        {block.issuers.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      {block.suffix !== '' && <b>{block.suffix}</b>}
    </header>
  );
}

function PaperTable({ block }: { block: PartOf<'table'> }) {
  const widths = block.columns.map((column) => column.width);
  return (
    <div className={`paper-table${block.columns.length > 6 ? ' wide' : ''}`}>
      <table>
        {block.caption !== null && <caption>{block.caption}</caption>}
        <colgroup>
          {block.columns.map((column) => (
            <col key={column.title} style={share(column.width, widths)} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {block.columns.map((column) => (
              <th key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, y) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are printed in their order
            <tr key={y}>
              {row.map((cell, x) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells likewise
                <td key={x} className={block.columns[x]?.align}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {block.note !== null && <p className="paper-table-note">{block.note}</p>}
    </div>
  );
}

function PaperForm({ block }: { block: PartOf<'form'> }) {
  return (
    <div className="paper-table form">
      <table>
        <colgroup>
          {block.columns.map((width, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are their place
            <col key={at} style={share(width, block.columns)} />
          ))}
        </colgroup>
        <tbody>
          {block.rows.map((row, y) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are printed in their order
            <tr key={y}>
              {row.map((cell, x) => {
                const Cell = cell.label ? 'th' : 'td';
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells likewise
                  <Cell key={x} colSpan={cell.span} {...(cell.label ? { scope: 'row' as const } : {})}>
                    <div className="paper-cell" style={{ '--lines': cell.lines } as CSSProperties}>
                      {cell.text}
                    </div>
                    {cell.foot !== null && <div className="paper-foot">{cell.foot}</div>}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Attachments({ block }: { block: PartOf<'attachments'> }) {
  const many = block.items.length > 1;
  return (
    <div className="paper-attachments">
      <span>{block.lead}</span>
      <ol>
        {block.items.map((item, at) => (
          <li key={item}>
            {many && `${at + 1}.`}
            {item}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Signature({ block }: { block: PartOf<'signature'> }) {
  const joint = block.issuers.length > 1;
  return (
    <footer className={joint ? 'paper-signature joint' : 'paper-signature'}>
      <div>
        {block.issuers.map((issuer) => (
          <span key={issuer}>{issuer}</span>
        ))}
        {!joint && <time>{block.date}</time>}
      </div>
      {joint && <time>{block.date}</time>}
    </footer>
  );
}

function Colophon({ block }: { block: PartOf<'colophon'> }) {
  return (
    <footer className="paper-colophon">
      {block.copyTo !== null && (
        <p>
          <span>{block.copyLead}</span>
          <span>{block.copyTo}</span>
        </p>
      )}
      <p className="printed">
        <span>{block.printer}</span>
        <span>{block.printedOn}</span>
      </p>
    </footer>
  );
}

/** One part of an official paper. */
export function PaperPart({ block }: { readonly block: PaperBlock }) {
  switch (block.kind) {
    case 'masthead':
      return <Masthead block={block} />;
    case 'title':
      return (
        <h2 className="paper-title">
          {block.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </h2>
      );
    case 'heading':
      return <h3 className={`paper-heading level-${block.level}`}>{block.text}</h3>;
    case 'table':
      return <PaperTable block={block} />;
    case 'form':
      return <PaperForm block={block} />;
    case 'attachments':
      return <Attachments block={block} />;
    case 'signature':
      return <Signature block={block} />;
    case 'annex':
      return (
        <>
          <p className="paper-annex">{block.label}</p>
          <h2 className="paper-title">
            <span>{block.title}</span>
          </h2>
        </>
      );
    case 'colophon':
      return <Colophon block={block} />;
    default:
      return <p className={`paper-${block.kind}`}>{block.text}</p>;
  }
}
