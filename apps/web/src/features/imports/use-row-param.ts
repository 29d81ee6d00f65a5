import { useSearchParams } from 'react-router';

/** The row that is open and the tab, in the address: a link to a row is a link to its sheet and line. */
export function useRowParam() {
  const [params, setParams] = useSearchParams();
  const given = Number(params.get('row'));
  const write = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    rowNo: params.get('row') !== null && Number.isInteger(given) ? given : undefined,
    setRow: (rowNo: number | undefined) => write('row', rowNo === undefined ? undefined : String(rowNo)),
    setTab: (tab: string) => write('tab', tab),
    hrefOf: (path: string, rowNo: number) => {
      const next = new URLSearchParams(params);
      next.set('row', String(rowNo));
      return `${path}?${next}`;
    },
  };
}
