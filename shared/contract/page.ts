/** How a host hands out the built page: the same on the desktop and over HTTP. */

/** Name of the `<meta>` in which the page finds the nonce for its style elements. */
export const NONCE_META = 'csp-nonce';

/**
 * What the page may do: its own scripts, its own style elements, no connection but to where it came from.
 * Fluent puts style elements into the page, which carry the nonce.
 * https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** The page with its nonce. `html` has a `<head>`; `nonce` is new for every response, base64. */
export function withNonce(html: string, nonce: string): string {
  return html.replace(/<head>/i, (head) => `${head}\n    <meta name="${NONCE_META}" content="${nonce}" />`);
}

/** Headers beside the policy, for every file of the page. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};

/** Content types of what a build makes; anything else is not handed out. */
export const PAGE_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};
