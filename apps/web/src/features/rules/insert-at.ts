/** Puts a piece of a rule where the cursor stands, joined to a whole rule before it by "and"; tells where the cursor goes. */
export function insertAt(text: string, piece: string, start: number, end: number): { text: string; cursor: number } {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const isSelected = end > start;
  const ends = before.trimEnd();
  // After an operator or an opening bracket the piece stands alone; after anything else it is one more condition.
  const continues = ends === '' || isSelected || /[&|(,!=<>+\-*/%?:[]$/.test(ends);
  const join = continues
    ? ends === '' || /\s$|[(![]$/.test(before)
      ? ''
      : ' '
    : `${/\s$/.test(before) ? '' : ' '}&& `;
  const cursor = before.length + join.length + piece.length;
  return { text: `${before}${join}${piece}${after}`, cursor };
}
