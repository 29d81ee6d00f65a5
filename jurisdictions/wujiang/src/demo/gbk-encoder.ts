let table: Uint16Array | undefined;

/** Node decodes GBK but does not encode it: read every two-byte code once and turn the table round. */
function gbkTable(): Uint16Array {
  if (table) return table;
  table = new Uint16Array(65536);
  const decoder = new TextDecoder('gb18030');
  const pair = new Uint8Array(2);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      pair[0] = lead;
      pair[1] = trail;
      const text = decoder.decode(pair);
      if (text.length !== 1 || text === '\uFFFD') continue;
      const unit = text.charCodeAt(0);
      // U+3000 has two codes; only the first (A1A1) is GBK, the other a courtesy of the web's decoder.
      if (table[unit] === 0) table[unit] = (lead << 8) | trail;
    }
  }
  return table;
}

/** Text as GBK bytes. Throws a RangeError for a character that GBK does not have. */
export function encodeGbk(text: string): Uint8Array {
  const codes = gbkTable();
  const bytes = new Uint8Array(text.length * 2);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[at++] = unit;
      continue;
    }
    const code = codes[unit] ?? 0;
    if (code === 0) throw new RangeError(`GBK 没有字符「${text[i]}」`);
    bytes[at++] = code >> 8;
    bytes[at++] = code & 0xff;
  }
  return bytes.subarray(0, at);
}
