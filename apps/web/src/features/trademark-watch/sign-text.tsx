/** A title with the signs that stand for a mark set off, where they stand in it as they are. */
export function SignText({ text, sign }: { text: string; sign: string }) {
  const at = sign === '' ? -1 : text.toLowerCase().indexOf(sign.toLowerCase());
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark className="sign">{text.slice(at, at + sign.length)}</mark>
      {text.slice(at + sign.length)}
    </>
  );
}
