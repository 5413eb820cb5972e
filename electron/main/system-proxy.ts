/**
 * The proxy that a system, or the PAC file that it names, gives for an address.
 * @param answer as Chromium tells it, the first way first: `PROXY proxy.example:8080; DIRECT`.
 *   https://www.electronjs.org/docs/latest/api/session#sesresolveproxyurl
 * @returns an address as Azure's clients take it; null for none, and for SOCKS, which they cannot speak
 */
export function proxyOf(answer: string): string | null {
  const [first = ''] = answer.split(';');
  const [, kind, place] = /^(PROXY|HTTPS) ([^\s/@]+)$/.exec(first.trim()) ?? [];
  if (place === undefined) return null;
  return `${kind === 'HTTPS' ? 'https' : 'http'}://${place}`;
}
