import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';

/** A rule as it was tried. */
export interface Trial {
  readonly subject: string;
  readonly text: string;
  readonly asOf: string | undefined;
}

const LONGEST_IN_ADDRESS = 1800;
const KEPT = 12;

export interface Workbench {
  readonly subject: string;
  readonly text: string;
  readonly asOf: string | undefined;
  /** What the results below are of; undefined before the first trial. */
  readonly trial: Trial | undefined;
  /** Earlier texts of the same subject, latest first, the trial itself left out. */
  readonly earlier: readonly string[];
  readonly setText: (text: string) => void;
  readonly setSubject: (subject: string) => void;
  readonly setAsOf: (asOf: string | undefined) => void;
  readonly run: () => void;
}

/** The rule being written, the one that was tried last and those before it. A tried rule stands in the address. */
export function useWorkbench(): Workbench {
  const [params, setParams] = useSearchParams();
  const subject = params.get('subject') ?? 'enterprise';
  const asOf = params.get('asOf') ?? undefined;
  const given = params.get('text') ?? '';
  const [text, setText] = useState(given);
  const [tried, setTried] = useState<readonly string[]>(given === '' ? [] : [given]);
  const write = useCallback(
    (patch: Record<string, string | undefined>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [key, value] of Object.entries({ ...patch, page: undefined, sort: undefined })) {
            if (value === undefined) next.delete(key);
            else next.set(key, value);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  const [latest, ...earlier] = tried;
  return {
    subject,
    text,
    asOf,
    trial: latest === undefined ? undefined : { subject, text: latest, asOf },
    earlier: earlier.filter((one) => one !== latest),
    setText,
    setSubject: (next) => {
      setText('');
      setTried([]);
      write({ subject: next, text: undefined, outcome: undefined });
    },
    setAsOf: (next) => write({ asOf: next }),
    run: () => {
      setTried([text, ...tried.filter((one) => one !== text)].slice(0, KEPT));
      write({ text: text.length <= LONGEST_IN_ADDRESS ? text : undefined, outcome: undefined });
    },
  };
}
