import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { InspectView } from '../../../shared/contract/views.ts';
import { useText } from '../../i18n/use-text.ts';
import type { ImportStatus, PreviewedTable } from '../../state/import-slice.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { useNewProject } from '../../state/use-new-project.ts';
import { ActionsTitle } from '../../ui/actions-title.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { encodingName } from '../../ui/encoding-name.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { ColumnMap, tableName } from './column-map.tsx';
import styles from './import.module.css';
import { Imported } from './imported.tsx';
import { Running } from './running.tsx';

/** What the files are and what is in them, before anything is taken. */
export function ImportDialog() {
  const files = useApp((state) => state.files);
  const store = useAppStore();
  if (files.kind === 'none') return null;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && store.getState().dropImport()}>
      <DialogSurface className={styles.dialog}>
        {files.kind === 'needs-project' && <ProjectFirst paths={files.paths} />}
        {files.kind === 'imported' && <Imported view={files.view} change={files.change} />}
        {files.kind !== 'needs-project' && files.kind !== 'imported' && <Files files={files} />}
      </DialogSurface>
    </Dialog>
  );
}

function ProjectFirst({ paths }: { readonly paths: readonly string[] }) {
  const text = useText('import');
  const store = useAppStore();
  const create = useNewProject();
  const [name, setName] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await create(name.trim())) await store.getState().offerFiles(paths);
    else store.getState().dropImport();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <DialogBody>
        <DialogTitle>{text('project.title')}</DialogTitle>
        <DialogContent>
          <Field label={text('project.name')} hint={text('project.hint', { count: paths.length })}>
            <Input value={name} onChange={(_, { value }) => setName(value)} />
          </Field>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => store.getState().dropImport()}>{text('cancel')}</Button>
          <Button type="submit" appearance="primary" disabled={name.trim() === ''}>
            {text('project.create')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}

type FilesStatus = Exclude<ImportStatus, { kind: 'none' | 'needs-project' | 'imported' }>;

function Files({ files }: { readonly files: FilesStatus }) {
  const text = useText('import');
  const store = useAppStore();
  const [mapped, setMapped] = useState<PreviewedTable | null>(null);
  const { confirmImport, dropImport } = store.getState();
  const isRunning = files.kind === 'inspecting' || files.kind === 'importing';
  if (isRunning && mapped) setMapped(null);
  const table =
    files.kind === 'inspected' && mapped
      ? files.tables.find(({ file, sheet }) => file === mapped.file && sheet === mapped.sheet)
      : undefined;
  if (table) return <ColumnMap key={table.fingerprint} table={table} back={() => setMapped(null)} />;
  return (
    <DialogBody>
      <DialogTitle>{text('title')}</DialogTitle>
      <DialogContent className={styles.content}>
        {files.kind === 'inspecting' && <Running label={text('inspecting', { count: files.paths.length })} />}
        {files.kind === 'importing' && <Running label={text('importing')} />}
        {files.kind === 'failed' && <FailureNote failure={files.failure} effect={text('failed.effect')} />}
        {files.kind === 'inspected' && <Inspected view={files.view} tables={files.tables} openMap={setMapped} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={dropImport}>{text(isRunning ? 'stop' : 'cancel')}</Button>
        {!isRunning && (
          <Button
            appearance="primary"
            disabled={files.kind !== 'inspected' || !files.view.evidence.some(bringsSomething)}
            onClick={() => void confirmImport()}
          >
            {text('import', { count: files.paths.length })}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}

type InspectedFile = InspectView['evidence'][number];

/** The project has it: it brings nothing, and the sum of all files would not say why. */
function isKnown({ findings }: InspectedFile): boolean {
  return findings.some(({ code }) => code === 'evidence-known');
}

function bringsSomething(file: InspectedFile): boolean {
  return file.records > 0 && !isKnown(file);
}

interface InspectedProps {
  readonly view: InspectView;
  readonly tables: readonly PreviewedTable[];
  readonly openMap: (table: PreviewedTable) => void;
}

function Inspected({ view, tables, openMap }: InspectedProps) {
  const text = useText('import');
  const words = useText('words');
  const count = view.evidence.length;
  const areKnown = view.evidence.every(isKnown);
  const findings = view.evidence.flatMap((each) => each.findings).filter(({ severity }) => severity !== 'info');
  return (
    <>
      <p className={styles.summary}>
        {areKnown
          ? text('summary.known', { count })
          : text('summary', { machines: view.machines, excluded: view.excluded, count })}
      </p>
      <DataTable
        label={text('title')}
        rows={view.evidence}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'file',
            title: text('column.file'),
            cell: (each) => (
              <>
                <span className={styles.file}>{each.file}</span>
                {!areKnown && isKnown(each) && <div className={styles.quiet}>{text('known')}</div>}
              </>
            ),
          },
          { key: 'format', title: text('column.format'), cell: ({ format }) => words(`format.${format}`) },
          {
            key: 'encoding',
            title: text('column.encoding'),
            isShort: true,
            cell: ({ encoding }) => encodingName(encoding),
          },
          {
            key: 'rows',
            title: text('column.rows'),
            isNumber: true,
            cell: ({ rows }) => text('number', { value: rows }),
          },
          {
            key: 'records',
            title: text('column.records'),
            isNumber: true,
            cell: ({ records }) => text('number', { value: records }),
          },
          {
            key: 'columns',
            title: <ActionsTitle />,
            cell: ({ file }) =>
              tables
                .filter((table) => table.file === file || file.endsWith(`/${table.file}`))
                .map((table) => (
                  <Button
                    key={table.sheet}
                    size="small"
                    aria-label={text('file.columnsOf', { file: tableName(table) })}
                    onClick={() => openMap(table)}
                  >
                    {table.sheet ?? text('file.columns')}
                  </Button>
                )),
          },
        ]}
      />
      {findings.length > 0 && (
        <>
          <h3 className={styles.heading}>{text('findings', { count: findings.length })}</h3>
          <FindingList findings={findings} first={5} />
        </>
      )}
    </>
  );
}
