import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { type Machine, OVERRIDE_WANTS, type Override, type OverrideWant } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import styles from './inventory.module.css';

interface OverrideFormProps {
  readonly machines: readonly Machine[];
  /** What holds for it now, when it is one machine. */
  readonly current: Override | null;
  readonly done: () => void;
}

type Choice = OverrideWant | 'clear';

/** A person's word about machines, with a reason: it beats every rule. */
export function OverrideForm({ machines, current, done }: OverrideFormProps) {
  const text = useText('inventory');
  const store = useAppStore();
  const by = useApp(({ settings }) => settings.by);
  const [want, setWant] = useState<Choice>(current?.want ?? 'P1');
  const [why, setWhy] = useState(current?.why ?? '');
  const [isSaving, setSaving] = useState(false);
  const apply = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    const { edit, tell } = store.getState();
    const ids = machines.map(({ id }) => id);
    const reply = await edit('overrides.set', { machines: ids, want, why, ...(by === '' ? {} : { by }) });
    setSaving(false);
    if (!reply) return;
    tell('overridden', { count: reply.machines.length, offersUndo: true });
    done();
  };
  const choices: readonly Choice[] = [...OVERRIDE_WANTS, 'clear'];
  return (
    <form className={styles.form} onSubmit={(event) => void apply(event)}>
      <Field label={text('override.want')}>
        <RadioGroup value={want} onChange={(_, { value }) => setWant(value as Choice)}>
          {choices.map((choice) => (
            <Radio key={choice} value={choice} label={text(`override.${choice}`)} />
          ))}
        </RadioGroup>
      </Field>
      {want !== 'clear' && (
        <Field
          label={text('override.why')}
          required
          hint={by === '' ? text('override.noName') : text('override.by', { by })}
        >
          <Input value={why} onChange={(_, { value }) => setWhy(value)} />
        </Field>
      )}
      <div className={styles.formButtons}>
        <Button onClick={done}>{text('cancel')}</Button>
        <Button
          type="submit"
          appearance="primary"
          disabled={isSaving || machines.length === 0 || (want !== 'clear' && why.trim() === '')}
        >
          {text('override.apply', { count: machines.length })}
        </Button>
      </div>
    </form>
  );
}
