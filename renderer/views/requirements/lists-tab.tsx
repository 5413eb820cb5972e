import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useState } from 'react';
import type { NamedList } from '../../../shared/model/index.ts';
import { useHost } from '../../host/use-host.ts';
import { useText } from '../../i18n/use-text.ts';
import { selectOpenProject } from '../../state/selectors.ts';
import { useAppStore } from '../../state/use-app.ts';
import { ActionsTitle } from '../../ui/actions-title.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ListDialog, type ListDraft } from './list-dialog.tsx';
import styles from './requirements.module.css';
import type { Requirements } from './use-requirements.ts';

/** Lists of names, and what of each was found; those that were pasted can be changed. */
export function ListsTab({ requirements: { state } }: { readonly requirements: Requirements }) {
  const text = useText('requirements');
  const [draft, setDraft] = useState<ListDraft | null>(null);
  const { lists } = state;
  return (
    <div className={styles.scroll}>
      <div className={styles.above}>
        <p className={styles.quiet}>{text(lists.length === 0 ? 'lists.none' : 'lists.intro')}</p>
        <Button icon={<AddRegular />} onClick={() => setDraft({ known: null, names: '' })}>
          {text('lists.add')}
        </Button>
      </div>
      {lists.length > 0 && <Lists state={state} edit={setDraft} />}
      {lists.map((list) => (
        <Unmet key={list.name} list={list} />
      ))}
      {draft && <ListDialog draft={draft} state={state} close={() => setDraft(null)} />}
    </div>
  );
}

interface ListsProps {
  readonly state: Requirements['state'];
  readonly edit: (draft: ListDraft) => void;
}

function Lists({ state, edit }: ListsProps) {
  const text = useText('requirements');
  const store = useAppStore();
  const host = useHost();
  const isPasted = (name: string) => state.pastedLists.includes(name);
  const open = async (name: string) => {
    const project = selectOpenProject(store.getState());
    if (!project) return;
    const reply = await host.call('lists.get', { handle: project.handle, name });
    if (reply.ok) edit({ known: name, names: reply.value.names.join('\n') });
    else store.getState().fail(reply.failure);
  };
  const remove = async (name: string) => {
    const { edit: call, tell } = store.getState();
    if (await call('lists.remove', { name })) tell('edited', { offersUndo: true });
  };
  return (
    <DataTable
      label={text('tab.lists')}
      rows={state.lists}
      keyOf={({ name }) => name}
      columns={[
        { key: 'name', title: text('lists.name'), cell: ({ name }) => name },
        {
          key: 'source',
          title: text('lists.source'),
          cell: ({ name }) => text(isPasted(name) ? 'lists.source.pasted' : 'lists.source.file'),
        },
        {
          key: 'found',
          title: text('lists.found'),
          cell: ({ found, missing, several }) =>
            text('lists.told', { found, count: found + missing.length + several.length }),
        },
        numberColumn('missing'),
        numberColumn('several'),
        {
          key: 'tools',
          title: <ActionsTitle />,
          cell: ({ name }) =>
            isPasted(name) && (
              <span className={styles.tools}>
                <IconButton
                  label={text('lists.edit', { name })}
                  icon={<EditRegular />}
                  onClick={() => void open(name)}
                />
                <IconButton
                  label={text('lists.remove', { name })}
                  icon={<DeleteRegular />}
                  onClick={() => void remove(name)}
                />
              </span>
            ),
        },
      ]}
    />
  );

  function numberColumn(field: 'missing' | 'several') {
    return {
      key: field,
      title: text(`lists.${field}`),
      isNumber: true,
      cell: (list: NamedList) => text('number', { value: list[field].length }),
    };
  }
}

/** More names are not read on a screen; they are in the list's own dialog. */
const SHOWN = 500;

function Unmet({ list: { name, missing, several } }: { readonly list: NamedList }) {
  const text = useText('requirements');
  const comma = useText('common')('list.comma');
  return (
    <>
      {missing.length > 0 && (
        <div className={styles.unmet}>
          <h2>{text('lists.missing.title', { name })}</h2>
          <p>{missing.slice(0, SHOWN).join(comma)}</p>
        </div>
      )}
      {several.length > 0 && (
        <div className={styles.unmet}>
          <h2>{text('lists.several.title', { name })}</h2>
          <p>{several.slice(0, SHOWN).join(comma)}</p>
          <p className={styles.quiet}>{text('lists.several.next')}</p>
        </div>
      )}
    </>
  );
}
