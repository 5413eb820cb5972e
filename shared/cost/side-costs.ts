import { supportOf } from '../matrix/operating-systems.ts';
import type { CostItem, PlannedMachine } from '../model/index.ts';
import { billingOf } from './billing-states.ts';
import { cspmLines, type DefenderLines, type View, viewed } from './defender-lines.ts';
import { ONE, ZERO } from './exact.ts';
import type { DraftLine } from './line.ts';
import type { MeterId } from './meters.ts';
import type { Rates } from './rates.ts';

/**
 * What comes beside Defender for Servers for one machine. Update Manager and machine configuration cost for Arc
 * machines only; they are included with an active ESU licence through Arc, with attested Software Assurance and with
 * pay-as-you-go, and Update Manager also with P2, unless a security connector brings the plan.
 * Source: https://learn.microsoft.com/azure/update-manager/update-manager-faq
 */
export function sideCosts(planned: PlannedMachine, rates: Rates, view: View): DefenderLines {
  const cspm = cspmLines(planned, rates, view);
  const arc = isInArc(planned) ? arcLines(planned, rates, view) : [];
  return {
    lines: [...cspm.lines, ...arc],
    isOpen: cspm.isOpen || arc.some((line) => line.isCounted && (line.unitPrice === null || line.state === 'unknown')),
  };
}

function isInArc({ machine, connectsTo }: PlannedMachine): boolean {
  return connectsTo === 'arc' || machine.placement === 'arc' || machine.placement === 'arc-connector';
}

function arcLines(planned: PlannedMachine, rates: Rates, view: View): DraftLine[] {
  const line = (item: CostItem, meter: MeterId, rule: string) => arcLine(planned, rates, view, item, meter, rule);
  const { machine, needs, plan } = planned;
  const hasEsu = hasActiveEsu(planned, rates.asOf);
  const isIncluded = hasEsu || machine.hasSoftwareAssurance;
  const isConnector = machine.placement === 'arc-connector';
  const isWaived = isIncluded || (plan === 'P2' && !isConnector);
  const lines: DraftLine[] = [];
  if (!isWaived) lines.push(line('update-manager', 'update-manager', updateManagerRule(planned, isConnector)));
  if (!isIncluded) {
    const rule = needs.includes('azure-policy') ? 'MC-wanted' : 'MC-possible';
    lines.push(line('machine-configuration', 'machine-configuration', rule));
  }
  if (hasEsu) lines.push(line('esu', 'esu', needs.includes('esu') && !machine.hasEsu ? 'ESU-wanted' : 'ESU-active'));
  if (machine.hasSoftwareAssurance) lines.push(line('software-assurance', 'software-assurance', 'SA-active'));
  return lines;
}

function updateManagerRule({ needs, plan }: PlannedMachine, isConnector: boolean): string {
  if (isConnector && plan === 'P2') return 'UM-connector';
  return needs.includes('update-manager') ? 'UM-wanted' : 'UM-possible';
}

/** An ESU licence counts until its programme is over; the dates stand with the operating systems. */
function hasActiveEsu({ machine, needs }: PlannedMachine, asOf: string): boolean {
  const isOver = ['over', 'not-offered'].includes(supportOf(machine.os.product, asOf).esu);
  return !isOver && (machine.hasEsu || needs.includes('esu'));
}

/** Connected days only; a monthly price in any case. */
function arcLine(
  planned: PlannedMachine,
  rates: Rates,
  view: View,
  item: CostItem,
  meter: MeterId,
  rule: string,
): DraftLine {
  const rate = rates.rate(meter);
  const billing = viewed(billingOf(planned), view);
  return {
    item,
    meter: rate.meter,
    quantity: planned.machine.capacity,
    unitPrice: rate.price,
    unit: rate.unit,
    hours: { now: billing.billed === true ? ONE : ZERO, always: ONE },
    state: billing.state,
    rule,
    source: rate.source,
    priceDate: rate.priceDate,
    isCounted: rates.isCounted(item),
  };
}
