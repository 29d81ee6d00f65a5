import type { WhatIfChange } from '@jince/contract';

/** Changes as they stand in the address: `item~path~value`, apart by `!`; nothing before the first `~`: of the whole policy. */
export function writeChanges(changes: readonly WhatIfChange[]): string {
  return changes.map(({ item, path, value }) => `${item ?? ''}~${path}~${value ?? ''}`).join('!');
}

function readValue(text: string): WhatIfChange['value'] {
  if (text === '') return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** What does not look like a change is left out: addresses are typed and cut off. */
export function readChanges(text: string | null): WhatIfChange[] {
  if (!text) return [];
  return text.split('!').flatMap((part): WhatIfChange[] => {
    const [item, path, value, ...more] = part.split('~');
    if (item === undefined || !path || value === undefined || more.length > 0) return [];
    return [{ item: item === '' ? null : item, path, value: readValue(value) }];
  });
}
