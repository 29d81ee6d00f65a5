/** Files named in one cell; more are not looked for. */
const MOST_NAMES = 5;
const PICTURE = /\.(?:jpe?g|png|webp)$/i;
const PAGE = /\.(?:html?|mht|mhtml|pdf)$/i;

/** A path as it is compared: one kind of separator, lower case, no leading dots. */
export const foldPath = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\\/]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');

export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether an entry of an archive may be a picture or a page of a row; its bytes decide. */
export const isEnclosure = (name: string): boolean => PICTURE.test(name) || PAGE.test(name);

/** Files that the cells for pictures and pages of a row name; addresses of the web are no files. */
export function namedFiles(...cells: readonly (string | null)[]): string[] {
  return cells
    .flatMap((cell) => (cell ?? '').split(/[;；|\n]+/).slice(0, MOST_NAMES))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^[a-z]+:\/\//i.test(name) && isEnclosure(name))
    .map(foldPath);
}

/** The file a row means: its whole path, or the shortest path that ends with what the row says. */
export function findNamed<T extends { readonly name: string }>(named: string, files: readonly T[]): T | undefined {
  return files
    .filter(({ name }) => name === named || name.endsWith(`/${named}`))
    .toSorted((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1))[0];
}
