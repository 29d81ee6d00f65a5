const built = new Set<string>();

/** Called once by the list of features; keeps features from importing that list. */
export function declareBuilt(paths: Iterable<string>): void {
  for (const path of paths) built.add(path);
}

/** Whether a page is registered under this address; navigation marks the others as not built. */
export const isBuilt = (path: string) => built.has(path);
