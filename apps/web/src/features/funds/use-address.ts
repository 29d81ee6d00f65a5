import { useSearchParams } from 'react-router';

export interface Address {
  readonly get: (name: string) => string | undefined;
  /** Changes several words at once; undefined takes one away. */
  readonly set: (patch: Readonly<Record<string, string | undefined>>) => void;
}

/** Words of the address: what is open beside the page, so that a link shows it to a colleague. */
export function useAddress(): Address {
  const [params, setParams] = useSearchParams();
  return {
    get: (name) => params.get(name) ?? undefined,
    set: (patch) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(patch)) {
            if (value === undefined || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { preventScrollReset: true },
      ),
  };
}
