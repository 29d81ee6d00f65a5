import { excelSerial } from './days.ts';
import type { Cell, RowWriter } from './row-writer.ts';
import { openZip, type ZipWriter } from './zip-writer.ts';

/** `shared` keeps the texts of the workbook in memory, as Excel does; `inline` needs no memory and suits long sheets. */
export type TextStyle = 'shared' | 'inline';

const CHUNK_CHARACTERS = 1 << 20;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="14" applyNumberFormat="1"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

const columnNames: string[] = [];

/** 0 → A, 26 → AA */
export function columnName(column: number): string {
  const known = columnNames[column];
  if (known !== undefined) return known;
  const name = (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
  columnNames[column] = name;
  return name;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign) : text;
}

function textElement(text: string): string {
  return text === text.trim() ? `<t>${escapeXml(text)}</t>` : `<t xml:space="preserve">${escapeXml(text)}</t>`;
}

class Sheet implements RowWriter {
  #book: XlsxWriter;
  #zip: ZipWriter;
  #rows = 0;
  #text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
  #merges: string[];

  constructor(book: XlsxWriter, zip: ZipWriter, merges: string[]) {
    this.#book = book;
    this.#zip = zip;
    this.#merges = merges;
  }

  #cell(cell: Cell, column: number): string {
    if (cell === null || cell === undefined || cell === '') return '';
    const at = `r="${columnName(column)}${this.#rows}"`;
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
    if (typeof cell === 'object') return `<c ${at} s="1"><v>${excelSerial(cell.day)}</v></c>`;
    const shared = this.#book.shareText(cell);
    if (shared !== undefined) return `<c ${at} t="s"><v>${shared}</v></c>`;
    return `<c ${at} t="inlineStr"><is>${textElement(cell)}</is></c>`;
  }

  row(cells: readonly Cell[]): Promise<void> | undefined {
    this.#rows++;
    let xml = `<row r="${this.#rows}">`;
    for (let column = 0; column < cells.length; column++) xml += this.#cell(cells[column], column);
    this.#text += `${xml}</row>`;
    if (this.#text.length < CHUNK_CHARACTERS) return undefined;
    const chunk = this.#text;
    this.#text = '';
    return this.#zip.write(chunk);
  }

  async close(): Promise<void> {
    const merges = this.#merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
    const mergeXml = merges && `<mergeCells count="${this.#merges.length}">${merges}</mergeCells>`;
    await this.#zip.end(`${this.#text}</sheetData>${mergeXml}</worksheet>`);
  }
}

/** A workbook written sheet after sheet in constant memory; the same rows give the same bytes. */
export class XlsxWriter {
  #zip: ZipWriter;
  #names: string[] = [];
  #texts: Map<string, number> | undefined;

  constructor(zip: ZipWriter, style: TextStyle) {
    this.#zip = zip;
    if (style === 'shared') this.#texts = new Map();
  }

  shareText(text: string): number | undefined {
    const texts = this.#texts;
    if (!texts) return undefined;
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  }

  /** Close the sheet before the next one is opened. @param merges e.g. `A1:H1` */
  async sheet(name: string, merges: string[] = []): Promise<RowWriter> {
    this.#names.push(name);
    await this.#zip.begin(`xl/worksheets/sheet${this.#names.length}.xml`);
    return new Sheet(this, this.#zip, merges);
  }

  async #part(name: string, xml: string): Promise<void> {
    await this.#zip.begin(name);
    await this.#zip.end(xml);
  }

  async close(): Promise<void> {
    const texts = this.#texts;
    const numbered = this.#names.map((name, i) => ({ name, id: i + 1 }));
    const types = numbered.map(
      ({ id }) =>
        `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
    );
    const relations = numbered.map(
      ({ id }) => `<Relationship Id="rId${id}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
    );
    relations.push(`<Relationship Id="rIdStyles" Type="${RELATIONS}/styles" Target="styles.xml"/>`);
    types.push(
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>',
    );
    if (texts) {
      relations.push(`<Relationship Id="rIdTexts" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>`);
      types.push(
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>',
      );
      const items = [...texts.keys()].map((text) => `<si>${textElement(text)}</si>`).join('');
      await this.#part(
        'xl/sharedStrings.xml',
        `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${texts.size}">${items}</sst>`,
      );
    }
    const sheets = numbered.map(({ name, id }) => `<sheet name="${escapeXml(name)}" sheetId="${id}" r:id="rId${id}"/>`);
    await this.#part('xl/styles.xml', STYLES);
    await this.#part(
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    );
    await this.#part(
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    );
    await this.#part(
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    );
    await this.#part(
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join('')}</Types>`,
    );
    await this.#zip.close();
  }
}

export async function openXlsx(path: string, style: TextStyle): Promise<XlsxWriter> {
  return new XlsxWriter(await openZip(path), style);
}
