/** A number as registers and applicants may write it, evened out: width, case, blanks, dots, dashes, `CN` or `ZL` in front. */
export function evenNumber(text: string): string {
  return even(text).replace(/^(?:CN|ZL)(?=\d)/, '');
}

const even = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-–—_/]/g, '');

/**
 * An achievement's key without the kind of its subject, evened out: `madrid:1501234:madrid-registration` and
 * `claim: 1501234 :madrid-registration` are the same achievement, whichever policy names it how.
 * @param key `subject:value:trigger`, with `@year` where it is paid once a year; other texts are evened out as a whole
 */
export function achievementOf(key: string): string {
  const parts = key.split(':');
  if (parts.length < 3) return even(key);
  const [, ...rest] = parts;
  const trigger = rest.pop() as string;
  return `${evenNumber(rest.join(':'))}:${trigger.trim().toLowerCase()}`;
}

/** What a key says the money is given for: `madrid-registration`; undefined for keys of another form. */
export function triggerOf(key: string): string | undefined {
  const parts = key.split(':');
  return parts.length < 3
    ? undefined
    : (parts.at(-1) as string)
        .replace(/@\d{4}$/, '')
        .trim()
        .toLowerCase();
}
