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
import type { ImportStatus } from '../../state/import-slice.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { useNewProject } from '../../state/use-new-project.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { Loading } from '../../ui/loading.tsx';
import styles from './import.module.css';

/** What the files are and what is in them, before anything is taken. */
export function ImportDialog() {
  const files = useApp((state) => state.files);
  const store = useAppStore();
  if (files.kind === 'none') return null;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && store.getState().dropImport()}>
      <DialogSurface className={styles.dialog}>
        {files.kind === 'needs-project' ? <ProjectFirst paths={files.paths} /> : <Files files={files} />}
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

function Files({ files }: { readonly files: Exclude<ImportStatus, { kind: 'none' | 'needs-project' }> }) {
  const text = useText('import');
  const store = useAppStore();
  const { confirmImport, dropImport } = store.getState();
  const view = 'view' in files ? files.view : null;
  return (
    <DialogBody>
      <DialogTitle>{text('title')}</DialogTitle>
      <DialogContent className={styles.content}>
        {files.kind === 'inspecting' && <Loading label={text('inspecting', { count: files.paths.length })} />}
        {files.kind === 'failed' && <FailureNote failure={files.failure} effect={text('failed.effect')} />}
        {view && <Inspected view={view} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={dropImport}>{text('cancel')}</Button>
        <Button
          appearance="primary"
          disabled={files.kind !== 'inspected' || (view?.evidence.every(({ records }) => records === 0) ?? true)}
          onClick={() => void confirmImport()}
        >
          {files.kind === 'importing' ? text('importing') : text('import', { count: files.paths.length })}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

function Inspected({ view }: { readonly view: InspectView }) {
  const text = useText('import');
  const words = useText('words');
  const findings = view.evidence.flatMap((each) => each.findings).filter(({ severity }) => severity !== 'info');
  return (
    <>
      <p className={styles.summary}>
        {text('summary', { machines: view.machines, excluded: view.excluded, count: view.evidence.length })}
      </p>
      <DataTable
        label={text('title')}
        rows={view.evidence}
        keyOf={({ id }) => id}
        columns={[
          { key: 'file', title: text('column.file'), cell: ({ file }) => <span className={styles.file}>{file}</span> },
          { key: 'format', title: text('column.format'), cell: ({ format }) => words(`format.${format}`) },
          { key: 'encoding', title: text('column.encoding'), cell: ({ encoding }) => encoding },
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
