import type { KnownPlan, Placement, Subscription, TodayPlan } from '../../../shared/model/index.ts';
import { strongest } from './fields.ts';
import type { Switch } from './placement.ts';
import type { Row } from './rows.ts';
import type { Scopes } from './subscriptions.ts';

const ARM_SOURCES = ['azure-vm', 'vmss', 'arc'] as const;
const ROW_SOURCES = [...ARM_SOURCES, 'list'] as const;

/**
 * Today's plan: what the pricings API says of the machine itself, else the plan on its own row, else what it inherits.
 * Unknown stays unknown; it is never "off". A directly onboarded machine has Plan 1's features whatever its subscription has.
 * @param rows newest first
 */
export function todayOf(
  placement: Placement,
  resourceId: string | null,
  rows: readonly Row[],
  parent: Subscription | undefined,
  scopes: Scopes,
  directSwitch: Switch,
): TodayPlan {
  const outside = OUTSIDE[placement];
  if (outside) return { plan: outside(directSwitch), explicit: false };
  const record = resourceId === null ? undefined : scopes.machinePlans.get(resourceId)?.record;
  if (record)
    return { plan: record.plan, explicit: record.isInherited === undefined ? 'unknown' : !record.isInherited };
  const row = strongest(rows, ROW_SOURCES, ({ record: { plan } }) => plan !== undefined && plan !== 'unknown');
  if (row?.record.plan) return { plan: row.record.plan, explicit: row.record.isPlanExplicit ?? 'unknown' };
  // A connector knows no exceptions; what a subscription's machines were set to is unknown until it is read.
  return { plan: parent?.plan ?? 'unknown', explicit: placement === 'arc-connector' ? false : 'unknown' };
}

/** No Azure resource: billed only through the tenant's switch. */
const OUTSIDE: Readonly<Partial<Record<Placement, (directSwitch: Switch) => KnownPlan>>> = {
  'mde-direct': () => 'P1',
  'mde-only': (directSwitch) => (directSwitch === 'unknown' ? 'unknown' : 'off'),
  'on-premises': () => 'off',
};
