/**
 * Cipher suites that Go, in which Kubernetes is written, counts as secure, by the names that Go gives them.
 *
 * Source: `CipherSuites` of Go's package crypto/tls (1.23); all others are in `InsecureCipherSuites` or do not exist.
 */
const SECURE_SUITES = new Set([
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  ...['ECDSA', 'RSA'].flatMap((key) =>
    ['AES_128_CBC_SHA', 'AES_256_CBC_SHA', 'AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305', 'CHACHA20_POLY1305_SHA256'].map((cipher) => `TLS_ECDHE_${key}_WITH_${cipher}`),
  ),
]);

/** Whether a cipher suite counts as secure. */
export function isSecureCipherSuite(name: string): boolean {
  return SECURE_SUITES.has(name);
}

/** Whether an address, with or without a port or a scheme, can only be reached from the same host. */
export function isLoopback(address: string): boolean {
  const host = address.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//iu, '');
  return /^(?:127(?:\.\d{1,3}){3}|localhost|\[?::1\]?)(?:$|[:/])/iu.test(host);
}
