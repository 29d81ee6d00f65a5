/** Pages of the console that the portal has as well, with their addresses there; `$1` is the record. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^\/agencies\/affairs\/reports\/([^/?#]+)$/, '/annual-reports/$1'],
  [/^\/agencies\/affairs\/inquiries\/([^/?#]+)$/, '/inquiries/$1'],
  [/^\/agencies\/affairs\/requests\/([^/?#]+)$/, '/file/requests/$1'],
  [/^\/agencies\/credit\/((?:evaluations|agency|person)\/[^/?#]+)$/, '/credit/$1'],
  [/^\/agencies\/credit$/, '/credit'],
  [/^\/agencies\/discipline\/([^/?#]+)$/, '/discipline/$1'],
  [/^\/agencies\/discipline$/, '/discipline'],
  [/^\/agencies\/association\/complaints\/([^/?#]+)$/, '/association/complaints/$1'],
  [/^\/agencies\/association(?:\/agencies\/[^/?#]+|\?.*)?$/, '/association'],
  [/^\/incentives\/applications\/([^/?#]+)$/, '/applications/$1'],
  [/^\/incentives\/entitlements(?:\?.*)?$/, '/entitlements'],
  [/^\/protection\/inspections\/tasks\/[^/?#]+$/, '/inspections'],
  [/^\/protection\/markets\/([^/?#]+)$/, '/pledges/$1'],
  [/^\/protection\/printers\/([^/?#]+)$/, '/printers/$1'],
  [/^\/protection\/rights-aid\/([^/?#]+)$/, '/aid/$1'],
  [/^\/protection\/rights-aid(?:\?.*)?$/, '/aid'],
  [/^\/trademarks\/([^/?#]+)\/life$/, '/marks/$1'],
  [/^\/trademarks\/material\/([^/?#]+)$/, '/marks/material/$1'],
  [/^\/trademarks\/brand\/[^/?#]+$/, '/brand'],
  [/^\/trademarks\/portfolio(?:\?.*)?$/, '/marks'],
];

/** Chapters of the console; what is below none of them is an address of the portal itself. */
const CHAPTERS =
  /^\/(?:agencies|coordination|cultivation|enterprises|incentives|inventory|outreach|patents|plan|protection|system|trademarks|utilization)(?:[/?#]|$)/;

/** Whether the page is one of the portals. */
export const inPortal = (): boolean => /^\/portal(?:\/|$)/.test(window.location.pathname);

/** Where the portal shows what the console shows at an address; null where it does not. Its own addresses stay. */
export function portalAddress(address: string): string | null {
  for (const [pattern, place] of PAGES) if (pattern.test(address)) return address.replace(pattern, place);
  return address === '' || CHAPTERS.test(address) ? null : address;
}
