const OBJECTS = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
];
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

/** A sheet that opens everywhere and says that it is none. */
export function demoPaper(): Buffer {
  const text = 'BT /F1 20 Tf 72 760 Td (Sample paper of the demonstration - invented) Tj ET';
  const objects = [...OBJECTS, `<</Length ${text.length}>>stream\n${text}\nendstream`, FONT];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const tail = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`;
  return Buffer.from(body + tail, 'latin1');
}
