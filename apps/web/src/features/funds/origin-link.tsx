import type { LedgerPosting } from '@jince/contract';
import { Link } from 'react-router';

/** What money moves for: the claim or project behind it, opened where it can be shown. */
export function OriginLink({ origin }: { origin: NonNullable<LedgerPosting['origin']> }) {
  return (
    <span className="fund-origin">
      <small className="muted">{origin.kindLabel}</small>{' '}
      {origin.href ? (
        <Link className="link" to={origin.href}>
          {origin.label}
        </Link>
      ) : (
        origin.label
      )}
    </span>
  );
}
