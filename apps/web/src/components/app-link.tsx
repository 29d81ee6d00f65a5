import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { inPortal, portalAddress } from '../lib/portal-address.ts';

interface AppLinkProps {
  /** Address in the console. */
  readonly to: string;
  readonly className?: string;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** A link of a page that both the console and the portal show: in the portal to its own page, or words alone where it has none. */
export function AppLink({ to, className = 'link', onClick, children }: AppLinkProps) {
  const address = inPortal() ? portalAddress(to) : to;
  if (address === null)
    return onClick === undefined ? (
      <span>{children}</span>
    ) : (
      <button type="button" className={className} onClick={onClick}>
        {children}
      </button>
    );
  return (
    <Link className={className} to={address} onClick={onClick}>
      {children}
    </Link>
  );
}
