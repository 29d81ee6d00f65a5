import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { ruleHref } from '../../lib/rule-href.ts';

export function useMayTry(): boolean {
  return can(useMe(), permissions.tryRules);
}

/** Opens a rule in the workbench; for who may not try rules it is nothing, or its words alone. */
export function TryLink({
  subject,
  text,
  children,
  className,
  words,
}: {
  subject: string;
  text: string;
  children: ReactNode;
  className?: string;
  words?: boolean;
}) {
  if (!useMayTry()) return words ? <span>{children}</span> : null;
  return (
    <Link to={ruleHref(subject, text)} title={text} className={className}>
      {children}
    </Link>
  );
}
