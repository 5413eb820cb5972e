import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { PlayRegular } from '@fluentui/react-icons/svg/play';
import type { RenderedView } from '../../../shared/contract/app-views.ts';
import { useText } from '../../i18n/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './export.module.css';
import { fileUse, isRun } from './file-uses.ts';

interface FileTableProps {
  readonly files: RenderedView['files'];
  readonly download: (name: string) => void;
  readonly isBusy: boolean;
}

/** Every file with its rows and what it is for; those that a script runs say so. */
export function FileTable({ files, download, isBusy }: FileTableProps) {
  const text = useText('export');
  return (
    <DataTable
      label={text('files', { count: files.length })}
      rows={files}
      keyOf={({ name }) => name}
      columns={[
        { key: 'name', title: text('file'), cell: ({ name }) => <span className={styles.name}>{name}</span> },
        { key: 'rows', title: text('rows'), isNumber: true, cell: ({ rows }) => text('number', { value: rows }) },
        {
          key: 'use',
          title: text('for'),
          cell: ({ name }) => {
            const use = fileUse(name);
            return (
              <>
                {isRun(use) && (
                  <span className={styles.run}>
                    <Icon of={PlayRegular} className={styles.runIcon} />
                    {text('run')}
                  </span>
                )}
                {use && text(`use.${use}`)}
              </>
            );
          },
        },
        {
          key: 'save',
          title: <span className="visually-hidden">{text('save')}</span>,
          cell: ({ name }) => (
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowDownloadRegular />}
              disabledFocusable={isBusy}
              aria-label={text('saveOf', { name })}
              onClick={() => download(name)}
            />
          ),
        },
      ]}
    />
  );
}
