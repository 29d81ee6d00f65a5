const WIDE = /[\u3000\u00a0\u2002-\u200b\ufeff\uff01-\uff5e]/;

/** Full-width ASCII and the ideographic or no-break space become half-width; zero-width marks vanish. Nothing else changes. */
export function toHalfWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0);
    else if (code === 0x200b || code === 0xfeff) continue;
    else if (code === 0x3000 || code === 0xa0 || (code >= 0x2002 && code <= 0x200a)) out += ' ';
    else out += char;
  }
  return out;
}

/** Half-width, runs of blanks (tabs and line breaks too) as one space, trimmed. Letters keep their case. */
export function cleanText(text: string): string {
  return toHalfWidth(text).replace(/\s+/g, ' ').trim();
}

/** Half-width, upper case, no blanks at all: the usual first step for a code typed by hand. */
export function compactCode(text: string): string {
  return toHalfWidth(text).replace(/\s+/g, '').toUpperCase();
}
