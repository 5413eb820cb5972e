/** An operating system as far as a source tells it. */
export interface OperatingSystem {
  /** As written in the strongest source; null when none tells. */
  readonly text: string | null;
  readonly family: 'windows' | 'linux' | 'unknown';
  /** Id of the product in `shared/matrix/operating-systems.ts`; null when not recognised: unknown, never assumed to be supported. */
  readonly product: string | null;
  /** Windows 10 and 11 are clients; appliances and hypervisors are neither. */
  readonly role: 'server' | 'client' | 'appliance' | 'unknown';
}
