import { Button, Link } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ProjectState } from '../../../shared/contract/app-views.ts';
import { SYNC_HEADERS } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { ActionsTitle } from '../../ui/actions-title.tsx';
import { encodingName } from '../../ui/encoding-name.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { TenantChoice } from '../../ui/tenants/tenant-choice.tsx';
import { TenantQuestion } from '../../ui/tenants/tenant-question.tsx';
import styles from './evidence.module.css';
import { FindingsPanel } from './findings-panel.tsx';

type File = ProjectState['evidence'][number];

/** Every file of the project; one of them is looked at beside the list. */
export function FilesTab({ state }: { readonly state: ProjectState }) {
  const text = useText('evidence');
  const focus = useApp(({ location }) => location.focus);
  const chosen = state.evidence.find(({ id }) => id === focus) ?? null;
  return (
    <SplitPane
      sideLabel={text('file.details')}
      side={chosen && <Details key={chosen.id} file={chosen} state={state} />}
    >
      <div className={styles.scroll}>
        <TenantQuestion state={state} />
        <Files files={state.evidence} chosen={chosen?.id ?? null} />
      </div>
    </SplitPane>
  );
}

interface FilesProps {
  readonly files: readonly File[];
  readonly chosen: string | null;
}

function Files({ files, chosen }: FilesProps) {
  const text = useText('evidence');
  const words = useText('words');
  const store = useAppStore();
  const remove = useRemove();
  const number = (value: number) => text('number', { value });
  return (
    <LongTable
      label={text('files')}
      rows={files}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: text('file.name'),
          cell: ({ id, file }) => (
            <Link
              as="button"
              className={styles.file}
              aria-expanded={id === chosen}
              onClick={() => store.getState().refocus(id === chosen ? null : id)}
            >
              {file}
            </Link>
          ),
        },
        { key: 'format', title: text('file.format'), cell: ({ format }) => words(`format.${format}`) },
        ...(chosen === null
          ? [
              { key: 'encoding', title: text('file.encoding'), cell: ({ encoding }: File) => encodingName(encoding) },
              { key: 'rows', title: text('file.rows'), isNumber: true, cell: ({ rows }: File) => number(rows) },
              {
                key: 'records',
                title: text('file.records'),
                isNumber: true,
                cell: ({ records }: File) => number(records),
              },
            ]
          : []),
        {
          key: 'date',
          title: text('file.date'),
          cell: ({ date }) => <span className={styles.date}>{date.slice(0, 10)}</span>,
        },
        ...(chosen === null && files.some(({ tenantId }) => tenantId !== null)
          ? [
              {
                key: 'tenant',
                title: text('file.tenant'),
                cell: ({ tenantId }: File) => tenantId ?? text('file.tenant.none'),
              },
            ]
          : []),
        {
          key: 'findings',
          title: text('file.findings'),
          cell: ({ findings, warnings }) =>
            warnings === 0 ? number(findings) : text('file.warnings', { findings, count: warnings }),
        },
        {
          key: 'tools',
          title: <ActionsTitle />,
          cell: ({ id, file }) => (
            <IconButton
              label={text('file.remove', { file })}
              icon={<DeleteRegular />}
              onClick={() => void remove(id)}
            />
          ),
        },
      ]}
    />
  );
}

/** A file that is taken out can be had back: its rows stay in the project, out of count. */
function useRemove(): (id: string) => Promise<void> {
  const store = useAppStore();
  return async (id) => {
    const { edit, tell, location, refocus } = store.getState();
    if (!(await edit('evidence.remove', { id }))) return;
    if (location.focus === id) refocus(null);
    tell('edited', { offersUndo: true });
  };
}

function Details({ file, state }: { readonly file: File; readonly state: ProjectState }) {
  const text = useText('evidence');
  const words = useText('words');
  const store = useAppStore();
  const remove = useRemove();
  const number = (value: number) => text('number', { value });
  // A sync asked a tenant; a file is somebody's word.
  const isOfSync = file.headers === SYNC_HEADERS;
  return (
    <div className={styles.details}>
      <header className={styles.head}>
        <h2 className={styles.file}>{file.file}</h2>
        <IconButton
          label={text('file.close')}
          icon={<DismissRegular />}
          onClick={() => store.getState().refocus(null)}
        />
      </header>
      <KeyValues
        entries={[
          { key: text('file.format'), value: words(`format.${file.format}`) },
          { key: text('file.encoding'), value: encodingName(file.encoding) },
          { key: text('file.rows'), value: number(file.rows) },
          { key: text('file.records'), value: number(file.records) },
          { key: text('file.date'), value: file.date.slice(0, 10) },
          { key: text('file.tenant'), value: isOfSync ? file.tenantId : null },
          { key: text('file.imported'), value: file.importedAt.slice(0, 16).replace('T', ' ') },
          { key: text('file.digest'), value: file.digest },
        ]}
      />
      {!isOfSync && (
        <TenantChoice
          key={file.tenantId}
          file={file}
          state={state}
          label={text('file.tenant')}
          hint={text('tenant.hint')}
        />
      )}
      <Button size="small" icon={<DeleteRegular />} className={styles.remove} onClick={() => void remove(file.id)}>
        {text('file.removeThis')}
      </Button>
      <h3>{text('findings')}</h3>
      <FindingsPanel evidence={file.id} name={file.file} />
    </div>
  );
}
