const BEFORE_PX = 40;

/** Ref of a link in a bar that scrolls sideways: the one of the page shown is moved into sight. */
export function keepInSight(link: HTMLElement | null): void {
  if (link?.getAttribute('aria-current') !== 'page') return;
  link.parentElement?.scrollTo({ left: link.offsetLeft - BEFORE_PX });
}
