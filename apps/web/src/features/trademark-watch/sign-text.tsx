/** Where signs stand in a text, also with blanks and other marks between them; undefined where they do not as they are. */
function placeOf(text: string, sign: string): readonly [from: number, to: number] | undefined {
  const signs = Array.from(sign.toLowerCase(), (one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (signs.length === 0) return undefined;
  const found = new RegExp(signs.join('[^\\p{L}\\p{Nd}]*'), 'u').exec(text.toLowerCase());
  return found === null ? undefined : [found.index, found.index + found[0].length];
}

/** A title with the signs that stand for a mark set off, where they stand in it. */
export function SignText({ text, sign }: { text: string; sign: string }) {
  const place = placeOf(text, sign);
  if (place === undefined) return <>{text}</>;
  const [from, to] = place;
  return (
    <>
      {text.slice(0, from)}
      <mark className="sign">{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}
