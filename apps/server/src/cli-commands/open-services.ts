import type { Services } from '../platform/context/context.ts';

/** The services themselves, or how to open them: commands that need no database then open none. */
export type ServicesSource = Services | (() => Promise<Services>);

export async function openServices(source: ServicesSource): Promise<Services> {
  return typeof source === 'function' ? source() : source;
}
