import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount, formatExact } from '../lib/format.ts';
import './number-link.css';

interface NumberLinkProps {
  readonly value: number;
  /** List the number counts. Give `href` or `onOpen`; without either it is plain text. */
  readonly href?: string | undefined;
  readonly onOpen?: () => void;
  readonly unit?: string;
  /** Write every digit (tables) instead of 万 / 亿. */
  readonly exact?: boolean;
  readonly tone?: 'late' | 'warn' | 'good';
  /** What the number counts, for someone who hears the page. */
  readonly label?: string;
}

/** A figure that opens its rows. Large numbers are shortened; hovering shows every digit. */
export function NumberLink({ value, href, onOpen, unit, exact, tone, label }: NumberLinkProps) {
  const { t } = useTranslation();
  const full = formatExact(value, Number.isInteger(value) ? 0 : 2);
  const text = exact ? full : formatCount(value);
  const title = text === full ? undefined : t('exact', { value: full });
  const className = tone ? `number ${tone}` : 'number';
  // What is heard holds what is seen (WCAG 2.5.3), so that the link can be called by voice.
  const name = label ? `${label} ${text}${unit ?? ''}` : undefined;
  const body = (
    <>
      {text}
      {unit && <small>{unit}</small>}
    </>
  );
  if (href) {
    return (
      <Link to={href} className={className} title={title} aria-label={name}>
        {body}
      </Link>
    );
  }
  if (onOpen) {
    return (
      <button type="button" className={className} title={title} aria-label={name} onClick={onOpen}>
        {body}
      </button>
    );
  }
  return (
    <span className={className} title={title}>
      {body}
    </span>
  );
}
