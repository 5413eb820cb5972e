import { describe, expect, it } from 'vitest';
import { BILLING_STATES, estimateScenario } from '../../../shared/cost/index.ts';
import { COST_RULE_TEXTS } from '../../../shared/i18n/cost/rules.ts';
import type { Machine, PlannedMachine } from '../../../shared/model/index.ts';
import { fleet, planned, scenario } from './builders.ts';

interface Row {
  readonly rule: string;
  readonly machine: Partial<Machine>;
  readonly plan?: Partial<PlannedMachine>;
  readonly hours: string;
  readonly state: string;
  readonly isOpen?: boolean;
}

const vm = (power: Machine['power']): Partial<Machine> => ({ power });
const arc = (arcStatus: Machine['arcStatus']): Partial<Machine> => ({
  kind: 'arc',
  placement: 'arc',
  power: null,
  arcStatus,
});
const direct = (sensorHealth: Machine['sensorHealth']): Partial<Machine> => ({
  kind: 'mde-direct',
  placement: 'mde-direct',
  power: null,
  sensorHealth,
});
const onPremises = (power: Machine['power'], sensorHealth: Machine['sensorHealth'] = null): Partial<Machine> => ({
  kind: 'on-premises',
  placement: 'on-premises',
  power,
  sensorHealth,
});
const toArc = { connectsTo: 'arc', method: 'arc-then-subscription' } as const;
const toDirect = { connectsTo: 'direct', method: 'direct' } as const;

const ROWS: readonly Row[] = [
  { rule: 'VM-starting', machine: vm('starting'), hours: '0', state: 'starting' },
  { rule: 'VM-running', machine: vm('running'), hours: '730', state: 'running' },
  { rule: 'VM-stopping', machine: vm('stopping'), hours: '730', state: 'stopping' },
  { rule: 'VM-stopped', machine: vm('stopped'), hours: '730', state: 'stopped' },
  { rule: 'VM-deallocating', machine: vm('deallocating'), hours: '0', state: 'deallocating' },
  { rule: 'VM-deallocated', machine: vm('deallocated'), hours: '0', state: 'deallocated' },
  { rule: 'VM-unknown', machine: vm(null), hours: '0', state: 'unknown', isOpen: true },
  { rule: 'VM-unknown', machine: vm('off'), hours: '0', state: 'unknown', isOpen: true },
  { rule: 'ARC-connected', machine: arc('connected'), hours: '730', state: 'connected' },
  { rule: 'ARC-connecting', machine: arc('connecting'), hours: '0', state: 'connecting' },
  { rule: 'ARC-disconnected', machine: arc('disconnected'), hours: '0', state: 'disconnected' },
  { rule: 'ARC-expired', machine: arc('expired'), hours: '0', state: 'expired' },
  { rule: 'ARC-unknown', machine: arc('error'), hours: '0', state: 'unknown', isOpen: true },
  { rule: 'ARC-unknown', machine: arc(null), hours: '0', state: 'unknown', isOpen: true },
  { rule: 'DIRECT-connected', machine: direct('active'), plan: { method: 'direct' }, hours: '730', state: 'active' },
  { rule: 'DIRECT-inactive', machine: direct('inactive'), plan: { method: 'direct' }, hours: '0', state: 'inactive' },
  {
    rule: 'DIRECT-unknown',
    machine: direct(null),
    plan: { method: 'direct' },
    hours: '0',
    state: 'unknown',
    isOpen: true,
  },
  { rule: 'TOARC-on', machine: onPremises('on'), plan: toArc, hours: '730', state: 'on' },
  { rule: 'TOARC-on', machine: onPremises(null, 'active'), plan: toArc, hours: '730', state: 'active' },
  { rule: 'TOARC-off', machine: onPremises('off'), plan: toArc, hours: '0', state: 'off' },
  { rule: 'TOARC-unknown', machine: onPremises(null), plan: toArc, hours: '0', state: 'unknown', isOpen: true },
  { rule: 'TODIRECT-on', machine: onPremises('on'), plan: toDirect, hours: '730', state: 'on' },
  { rule: 'TODIRECT-off', machine: onPremises('off'), plan: toDirect, hours: '0', state: 'off' },
  { rule: 'TODIRECT-unknown', machine: onPremises(null), plan: toDirect, hours: '0', state: 'unknown', isOpen: true },
];

describe('billing states', () => {
  it.each(ROWS)(
    '$rule: $state is billed $hours hours now and all hours always',
    ({ rule, machine, plan, hours, state, isOpen }) => {
      const cost = estimateScenario(scenario(fleet(planned(plan, machine))));
      expect(cost.lines).toMatchObject([{ rule, state, hours: { now: hours, always: '730' } }]);
      expect(cost.atLeast).toBe(isOpen ?? false);
      expect(cost.atMost.now).toBe(hours === '0' && !isOpen ? '0' : '4.9056');
    },
  );

  it('has a test for every row of the table', () => {
    expect([...new Set(ROWS.map(({ rule }) => rule))].toSorted()).toEqual(
      BILLING_STATES.map(({ id }) => id).toSorted(),
    );
  });

  it('names source and date for every row, and a sentence in both languages', () => {
    for (const { id, source, date } of BILLING_STATES) {
      expect(source).not.toBe('');
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(COST_RULE_TEXTS[id]?.en).toBeTruthy();
      expect(COST_RULE_TEXTS[id]?.ja).toBeTruthy();
    }
  });
});
