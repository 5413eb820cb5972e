import type { When } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { type ConditionRow, rowsOfWhen } from './conditions.ts';
import styles from './rules.module.css';

/** The conditions of a rule in words; `every` where there are none. */
export function ConditionChips({ when, every }: { readonly when: When; readonly every: string }) {
  const text = useText('requirements');
  const nameOf = useConditionName();
  const wordOf = useValueName();
  const rows = rowsOfWhen(when);
  if (rows.length === 0) return <span className={styles.every}>{every}</span>;
  return (
    <span className={styles.chips}>
      {rows.map((row) => (
        <span
          key={`${row.field} ${row.tag}`}
          className={styles.chip}
          data-open={row.patterns.length === 0 || undefined}
        >
          {text('condition.is', {
            field: nameOf(row),
            values:
              row.patterns.map((pattern) => wordOf(row, pattern)).join(text('condition.or')) || text('condition.open'),
          })}
        </span>
      ))}
    </span>
  );
}

/** "Tag env" or "Name": what a condition looks at. */
export function useConditionName(): (row: Pick<ConditionRow, 'field' | 'tag'>) => string {
  const text = useText('requirements');
  return ({ field, tag }) => (field === 'tag' ? `${text('field.tag')} ${tag}`.trim() : text(`field.${field}`));
}

/** A value as people read it: kinds have names, everything else is a text of the data. */
export function useValueName(): (row: Pick<ConditionRow, 'field'>, pattern: string) => string {
  const text = useText('requirements');
  return ({ field }, pattern) => {
    if (field !== 'kind') return pattern;
    switch (pattern) {
      case 'azure-vm':
      case 'vmss':
      case 'arc':
      case 'mde-only':
      case 'mde-direct':
      case 'on-premises':
        return text(`kind.${pattern}`);
      default:
        return pattern;
    }
  };
}
