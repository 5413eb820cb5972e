import { finding } from '../../../../shared/i18n/findings/index.ts';
import type { Finding } from '../../../../shared/model/index.ts';
import type { Planning } from '../../../../shared/plan/index.ts';
import { iterateRecords, type Project, readEvidence } from '../../store/index.ts';

/**
 * Where an imported `plan.csv` decided otherwise than the plan made now. It restores machines and states, not the
 * rules, overrides and assumptions that its decisions came from.
 */
export function compareExported(project: Project, planning: Planning): Finding[] {
  const exported = readEvidence(project).filter(({ format }) => format === 'plan-csv');
  return exported.flatMap(({ id, file }) => {
    const decidedAt = new Map<number, { readonly method: string; readonly plan: string }>();
    for (const { record } of iterateRecords(project, { evidenceId: id })) {
      if (record.type === 'machine' && record.decided) decidedAt.set(record.row, record.decided);
    }
    return planning.planned.flatMap(({ machine, method, plan }) => {
      const row = machine.evidence.find((place) => place.id === id)?.row;
      const before = row === undefined ? undefined : decidedAt.get(row);
      if (row === undefined || !before || (before.method === method && before.plan === plan)) return [];
      const params = {
        file,
        name: machine.name,
        methodBefore: before.method,
        planBefore: before.plan,
        methodAfter: method,
        planAfter: plan,
      };
      return [finding('plan-differs', params, { file, row, machineId: machine.id })];
    });
  });
}
