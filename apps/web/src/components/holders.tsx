import { Link } from 'react-router';

/** Holders of a right; those linked to the register open their enterprise. */
export function Holders({
  holders,
  max = 3,
}: {
  holders: readonly { name: string; partyId: string | null }[];
  max?: number;
}) {
  const shown = holders.slice(0, max);
  return (
    <span>
      {shown.map((holder, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may occur twice; the order is the identity
        <span key={`${holder.name}${index}`} style={{ display: 'block' }}>
          {holder.partyId ? (
            <Link className="cell-link" to={`/enterprises/${holder.partyId}`}>
              {holder.name}
            </Link>
          ) : (
            <span className="soft">{holder.name}</span>
          )}
        </span>
      ))}
      {holders.length > max && <small className="muted">+{holders.length - max}</small>}
    </span>
  );
}
