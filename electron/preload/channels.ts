/** Ways between the preload script and the shell; there is no other. */
export const CHANNELS = {
  /** Page → shell: `(id, request as JSON)` → reply as JSON. */
  call: 'call',
  /** Page → shell: `(id)`. */
  cancel: 'cancel',
  /** Page → shell: `(name, arguments)` → answer. */
  action: 'action',
  /** Page → shell, at once: `()` → HostFacts, or null where they are refused. */
  facts: 'facts',
  /** Shell → page: `(id, Progress)`. */
  progress: 'progress',
  /** Shell → page: `(HostEvent)`. */
  event: 'event',
} as const;
