/** Numbers tables and figures through the whole report. */
export class Captions {
  #tables = 0;
  #figures = 0;

  table(text: string): string {
    this.#tables += 1;
    return `表${this.#tables}　${text}`;
  }

  figure(text: string): string {
    this.#figures += 1;
    return `图${this.#figures}　${text}`;
  }
}
