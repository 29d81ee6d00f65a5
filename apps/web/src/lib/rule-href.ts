const LONGEST = 1800;

/** Address of the workbench with a rule in it; a rule too long for an address is left out. */
export function ruleHref(subject: string, text: string): string {
  const query = new URLSearchParams({ subject, ...(text.length <= LONGEST ? { text } : {}) });
  return `/rules?${query}`;
}
