import { Dropdown, Input, Option } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useMemo, useState } from 'react';
import { OVERRIDE_WANTS, type Override, type OverrideWant } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { ActionsTitle } from '../../ui/actions-title.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { MachineLink } from '../../ui/machine-link.tsx';
import styles from './requirements.module.css';
import type { Requirements } from './use-requirements.ts';

/** What people said about single machines; changed or cleared in place. */
export function OverridesTab({ requirements: { state, machines } }: { readonly requirements: Requirements }) {
  const text = useText('requirements');
  const names = useMemo(() => new Map(machines.map(({ id, name }) => [id, name])), [machines]);
  const set = useOverride();
  const nameOf = ({ machineId }: Override) => names.get(machineId) ?? machineId;
  if (state.overrides.length === 0) return <p className={styles.alone}>{text('overrides.none')}</p>;
  return (
    <div className={styles.scroll}>
      <p className={styles.quiet}>{text('overrides.intro')}</p>
      <LongTable
        label={text('tab.overrides')}
        rows={state.overrides}
        keyOf={({ machineId }) => machineId}
        columns={[
          {
            key: 'machine',
            title: text('overrides.machine'),
            cell: (override) => {
              const name = names.get(override.machineId);
              if (name === undefined) return text('overrides.lost', { id: override.machineId });
              return <MachineLink id={override.machineId} name={name} />;
            },
          },
          {
            key: 'want',
            title: text('overrides.want'),
            cell: (override) => <WantField override={override} name={nameOf(override)} set={set} />,
          },
          {
            key: 'why',
            title: text('overrides.why'),
            // A new reason from elsewhere starts the field anew.
            cell: (override) => <WhyField key={override.at} override={override} name={nameOf(override)} set={set} />,
          },
          { key: 'by', title: text('overrides.by'), cell: ({ by }) => by ?? text('overrides.noOne') },
          { key: 'at', title: text('overrides.at'), cell: ({ at }) => at.slice(0, 16).replace('T', ' ') },
          {
            key: 'tools',
            title: <ActionsTitle />,
            cell: (override) => (
              <IconButton
                label={text('overrides.clear', { name: nameOf(override) })}
                icon={<DeleteRegular />}
                onClick={() => set(override, { want: 'clear' })}
              />
            ),
          },
        ]}
      />
    </div>
  );
}

type Change = { readonly want?: OverrideWant | 'clear'; readonly why?: string };
type SetOverride = (override: Override, change: Change) => void;

function useOverride(): SetOverride {
  const store = useAppStore();
  const by = useApp(({ settings }) => settings.by);
  return ({ machineId, want, why }, change) => {
    const { edit, tell } = store.getState();
    const params = { machines: [machineId], want, why, ...change, ...(by === '' ? {} : { by }) };
    void edit('overrides.set', params).then((reply) => reply && tell('overridden', { count: 1, offersUndo: true }));
  };
}

interface FieldProps {
  readonly override: Override;
  readonly name: string;
  readonly set: SetOverride;
}

function WantField({ override, name, set }: FieldProps) {
  const text = useText('requirements');
  return (
    <Dropdown
      size="small"
      className={styles.wantField}
      aria-label={text('overrides.wantOf', { name })}
      value={text(`override.${override.want}`)}
      selectedOptions={[override.want]}
      onOptionSelect={(_, { optionValue }) => {
        const want = OVERRIDE_WANTS.find((each) => each === optionValue);
        if (want && want !== override.want) set(override, { want });
      }}
    >
      {OVERRIDE_WANTS.map((want) => (
        <Option key={want} value={want}>
          {text(`override.${want}`)}
        </Option>
      ))}
    </Dropdown>
  );
}

/** The reason is written when the field is left. */
function WhyField({ override, name, set }: FieldProps) {
  const text = useText('requirements');
  const [why, setWhy] = useState(override.why);
  return (
    <Input
      size="small"
      className={styles.whyField}
      aria-label={text('overrides.whyOf', { name })}
      value={why}
      onChange={(_, { value }) => setWhy(value)}
      onBlur={() => {
        if (why.trim() === '') setWhy(override.why);
        else if (why.trim() !== override.why) set(override, { why: why.trim() });
      }}
    />
  );
}
