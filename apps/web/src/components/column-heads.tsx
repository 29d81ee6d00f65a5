/** A column by its words: over numbers they stand at the right, over pictures and buttons they are only heard. */
type ColumnHead = string | { readonly right: string } | { readonly heard: string };

function Head({ head }: { head: ColumnHead }) {
  if (typeof head === 'string') return <th scope="col">{head}</th>;
  if ('right' in head)
    return (
      <th scope="col" className="right">
        {head.right}
      </th>
    );
  return (
    <th scope="col">
      <span className="sr-only">{head.heard}</span>
    </th>
  );
}

/** The head of a small table; pages of rows have `DataTable`. */
export function ColumnHeads({ heads }: { heads: readonly ColumnHead[] }) {
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <Head key={typeof head === 'string' ? head : Object.values(head)[0]} head={head} />
        ))}
      </tr>
    </thead>
  );
}
