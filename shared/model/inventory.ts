import type { Finding } from './finding.ts';
import type { DeclinedOffer, ExcludedMachine, Machine, MergeOffer } from './machine.ts';
import type { SourceRecord } from './record.ts';
import type { NamedList } from './requirement.ts';
import type { Subscription } from './subscription.ts';

/** A record with the evidence that it stands in. */
export interface LocatedRecord {
  readonly evidenceId: string;
  readonly record: SourceRecord;
}

/**
 * What ties a machine's id to the world, so that it stays through re-import, merge and split.
 * An anchor is a text made from a record's own strongest key and its source; it does not change
 * when the same machine comes again in a newer file.
 */
export interface KnownMachine {
  readonly id: string;
  /** Order of first appearance: the lower one is the older machine, whose id stays on a merge. */
  readonly sequence: number;
  readonly anchors: readonly string[];
}

/** A person's word about identity; kept as anchors, so that it survives re-import. */
export type IdentityDecision =
  | { readonly kind: 'merge'; readonly anchors: readonly [string, string] }
  /** The record with this anchor leaves the machine that it was joined to, and stays alone. */
  | { readonly kind: 'split'; readonly anchor: string }
  /** No two of these are one machine: they are not offered for merging. */
  | { readonly kind: 'decline'; readonly anchors: readonly string[] };

/** Hours that were really billed for one resource, from cost details: one entry for each resource and meter. */
export interface MachineUsage {
  /** Null: the resource meets no machine. */
  readonly machineId: string | null;
  readonly resourceId: string;
  readonly subscriptionId: string;
  readonly meterName: string;
  /** Decimal strings, summed over the days. */
  readonly hours: string;
  readonly cost: string;
  readonly currency: string;
  /** ISO dates, first and last day seen. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

/** What all evidence of a project together says. */
export interface Inventory {
  readonly machines: readonly Machine[];
  readonly subscriptions: readonly Subscription[];
  readonly offers: readonly MergeOffer[];
  readonly declined: readonly DeclinedOffer[];
  readonly excluded: readonly ExcludedMachine[];
  readonly lists: readonly NamedList[];
  readonly usage: readonly MachineUsage[];
  readonly findings: readonly Finding[];
  /** To be kept for the next time. */
  readonly known: readonly KnownMachine[];
}
