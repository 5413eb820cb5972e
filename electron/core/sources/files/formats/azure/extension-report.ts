import { guidOf } from '../values.ts';
import { extensionState } from './arm/extensions.ts';
import { plainTable } from './table.ts';

/** Headers as the script writes them; two of them begin with a blank. */
const COLUMNS = {
  subscription: ['Subscription'],
  machine: ['VM Name'],
  extension: ['VM Extension'],
  os: ['OS'],
  status: ['VM Extension Status'],
  code: ['Error Code'],
  description: ['Error Description'],
  error: ['VM Extension Error'],
  details: ['VM Extension Error Details'],
} as const satisfies Record<string, readonly string[]>;

/** Words of the portal beside the API's own. */
const FAILED = /fail|error|失敗|エラー/i;

/** `MDEExtErrorReport`: Defender for Endpoint extensions that did not install, with the reason. Attaches to known machines. */
export const EXTENSION_REPORT = plainTable<keyof typeof COLUMNS>({
  id: 'mde-extension-report',
  columns: COLUMNS,
  required: ['machine', 'extension', 'status', ['code', 'error', 'details', 'description']],
  score: 95,
  row(row, header, notes) {
    const text = (column: keyof typeof COLUMNS) => header.text(row, column);
    const [machineName, extension] = [text('machine'), text('extension')];
    if (machineName === undefined || extension === undefined) {
      return notes.sink.finding('azure-row-without-name', {}, row.row);
    }
    const written = text('subscription');
    const subscriptionId = guidOf(written);
    const state = FAILED.test(text('status') ?? '') ? 'failed' : extensionState(text('status'));
    const reasons = [text('code'), text('description'), text('error'), text('details')].filter((reason) => reason);
    notes.sink.record({
      type: 'extension',
      row: row.row,
      machineName,
      subscriptionId,
      subscriptionName: subscriptionId === undefined ? written : undefined,
      extension,
      state,
      error: reasons.length > 0 ? [...new Set(reasons)].join(': ') : undefined,
    });
    if (state === 'failed') notes.count('azure-extensions-failed', row.row, machineName);
  },
});
