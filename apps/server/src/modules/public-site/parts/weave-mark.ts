import { html } from '../site/html.ts';

/** The product's mark: a plain weave. */
export function WeaveMark() {
  return html`<svg width="28" height="28" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <rect width="24" height="24" rx="4" fill="#24476b" />
    <g fill="#faf8f4">
      <path d="M3 5h5v3H3zM11 5h10v3H11zM3 11h10v3H3zM16 11h5v3h-5zM3 17h5v3H3zM11 17h10v3H11z" />
    </g>
    <g fill="#c99a4b"><path d="M8 3h3v8H8zM8 14h3v7H8zM13 8h3v9h-3zM13 3h3v2h-3zM13 20h3v1h-3z" /></g>
  </svg>`;
}
