import type { Known, Machine, PlannedMachine } from '../model/index.ts';
import { stateOf } from '../model/index.ts';

/** What decides about billing for a machine: where it stands, or will stand. */
type BillingSubject = 'vm' | 'arc' | 'direct' | 'to-arc' | 'to-direct';

/** One row of the billing-state table. */
export interface BillingState {
  readonly id: string;
  readonly subject: BillingSubject;
  /** The words for the state in the model; `*` is any other. */
  readonly states: readonly string[];
  readonly billed: Known<boolean>;
  readonly source: string;
  readonly date: string;
}

/** The table of billed states, as last revised. */
const FAQ = {
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/faq-defender-for-servers',
  date: '2026-06-09',
};
/** States that no source speaks of: they are shown apart, never guessed. */
const OPEN = { source: 'no source says; shown apart', date: '2026-11-24' };
/** What a machine that is not connected yet will be. */
const TO_BE = { source: 'derived: a machine that is on will be connected', date: '2026-11-24' };

/**
 * Which states are billed. Only "stopped" against "deallocated" decides for a VM that is off, so a bare "off" of an
 * Azure VM says nothing. A sensor that is active is connected; one that is inactive is not.
 */
export const BILLING_STATES: readonly BillingState[] = [
  { id: 'VM-starting', subject: 'vm', states: ['starting'], billed: false, ...FAQ },
  { id: 'VM-running', subject: 'vm', states: ['running', 'on'], billed: true, ...FAQ },
  { id: 'VM-stopping', subject: 'vm', states: ['stopping'], billed: true, ...FAQ },
  { id: 'VM-stopped', subject: 'vm', states: ['stopped'], billed: true, ...FAQ },
  { id: 'VM-deallocating', subject: 'vm', states: ['deallocating'], billed: false, ...FAQ },
  { id: 'VM-deallocated', subject: 'vm', states: ['deallocated'], billed: false, ...FAQ },
  { id: 'VM-unknown', subject: 'vm', states: ['*'], billed: 'unknown', ...OPEN },
  { id: 'ARC-connected', subject: 'arc', states: ['connected'], billed: true, ...FAQ },
  { id: 'ARC-connecting', subject: 'arc', states: ['connecting'], billed: false, ...FAQ },
  { id: 'ARC-disconnected', subject: 'arc', states: ['disconnected'], billed: false, ...FAQ },
  { id: 'ARC-expired', subject: 'arc', states: ['expired'], billed: false, ...FAQ },
  { id: 'ARC-unknown', subject: 'arc', states: ['*'], billed: 'unknown', ...OPEN },
  { id: 'DIRECT-connected', subject: 'direct', states: ['active'], billed: true, ...FAQ },
  { id: 'DIRECT-inactive', subject: 'direct', states: ['inactive'], billed: false, ...FAQ },
  { id: 'DIRECT-unknown', subject: 'direct', states: ['*'], billed: 'unknown', ...OPEN },
  { id: 'TOARC-on', subject: 'to-arc', states: ['on', 'running', 'active'], billed: true, ...TO_BE },
  { id: 'TOARC-off', subject: 'to-arc', states: ['off', 'stopped', 'deallocated'], billed: false, ...TO_BE },
  { id: 'TOARC-unknown', subject: 'to-arc', states: ['*'], billed: 'unknown', ...TO_BE },
  { id: 'TODIRECT-on', subject: 'to-direct', states: ['on', 'running', 'active'], billed: true, ...TO_BE },
  { id: 'TODIRECT-off', subject: 'to-direct', states: ['off', 'stopped', 'deallocated'], billed: false, ...TO_BE },
  { id: 'TODIRECT-unknown', subject: 'to-direct', states: ['*'], billed: 'unknown', ...TO_BE },
];

/** What a machine's state means for the bill. */
export interface Billing {
  /** The state's own word, `unknown` where no source tells it or says whether it is billed. */
  readonly state: string;
  readonly billed: Known<boolean>;
  readonly rule: string;
}

/** What of a plan the state depends on: where the machine will stand. */
export type BillingCase = Pick<PlannedMachine, 'machine' | 'connectsTo' | 'method'>;

/** Reads the billing-state table for a machine as it is planned. */
export function billingOf(planned: BillingCase): Billing {
  const subject = subjectOf(planned);
  const state = stateFor(subject, planned);
  const rows = BILLING_STATES.filter((row) => row.subject === subject);
  const row = rows.find(({ states }) => states.includes(state)) ?? rows.find(({ states }) => states.includes('*'));
  if (!row) throw new Error(`No billing state for ${subject}`);
  return { state: row.billed === 'unknown' ? 'unknown' : state, billed: row.billed, rule: row.id };
}

/** Reads the table for a machine as it stands today; outside Azure and Arc its sensor decides. */
export function billingToday(machine: Machine): Billing {
  return billingOf({ machine, connectsTo: null, method: 'direct' });
}

function subjectOf({ machine, connectsTo, method }: BillingCase): BillingSubject {
  if (connectsTo === 'arc') return 'to-arc';
  if (connectsTo === 'direct') return 'to-direct';
  switch (machine.placement) {
    case 'arc':
    case 'arc-connector':
      return 'arc';
    case 'mde-direct':
      return 'direct';
    case 'mde-only':
    case 'on-premises':
      return method === 'direct' ? 'direct' : 'to-arc';
    default:
      return 'vm';
  }
}

/** A machine that is not connected yet takes its power state; without one, an active sensor shows that it is on. */
function stateFor(subject: BillingSubject, { machine }: BillingCase): string {
  if (subject === 'direct') return machine.sensorHealth ?? 'unknown';
  if (subject === 'to-arc' || subject === 'to-direct') {
    return machine.power ?? (machine.sensorHealth === 'active' ? 'active' : 'unknown');
  }
  return stateOf(machine);
}
