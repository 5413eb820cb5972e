import tls from 'node:tls';

let isDone = false;

/**
 * Trusts what this computer trusts: an office proxy that opens TLS signs with a certificate of its own, which is in the
 * system's store and not in Node's. Once for the process, and only when somebody connects.
 * https://nodejs.org/api/tls.html#tlssetdefaultcacertificatescerts
 */
export function trustSystemCertificates(): void {
  if (isDone) return;
  isDone = true;
  try {
    const known = tls.getCACertificates('default');
    const system = tls.getCACertificates('system');
    if (system.length > 0) tls.setDefaultCACertificates([...new Set([...known, ...system])]);
  } catch {
    // A runtime without these functions, or a store that cannot be read: Node's own list stays.
  }
}
