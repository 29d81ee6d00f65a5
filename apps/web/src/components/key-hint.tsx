/** Keys that do something here, with what they do. */
export function KeyHint({ keys, label }: { keys: readonly string[]; label: string }) {
  return (
    <span className="nowrap muted" style={{ fontSize: 12 }}>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}{' '}
      {label}
    </span>
  );
}
