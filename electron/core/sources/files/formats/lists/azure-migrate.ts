import { plainTable } from '../azure/table.ts';
import { fqdnOf, parseAddresses, parseCount } from '../values.ts';

/** Columns of the import template of Azure Migrate; the rest of it is sizing. https://learn.microsoft.com/azure/migrate/tutorial-discover-import */
const COLUMNS = {
  name: ['*Server name'],
  ip: ['IP addresses'],
  cores: ['*Cores'],
  memory: ['*Memory (In MB)'],
  os: ['*OS name'],
  osVersion: ['OS version'],
  architecture: ['OS architecture'],
  hypervisor: ['Hypervisor'],
} as const satisfies Record<string, readonly string[]>;

/** The list that a customer filled in for Azure Migrate: servers outside Azure. */
export const AZURE_MIGRATE = plainTable<keyof typeof COLUMNS>({
  id: 'azure-migrate',
  columns: COLUMNS,
  required: ['name', 'cores', 'memory', 'os', ['architecture', 'hypervisor']],
  score: 90,
  row(row, header, notes) {
    const name = header.text(row, 'name');
    if (name === undefined) {
      notes.sink.finding('migrate-row-without-name', {}, row.row);
      return;
    }
    notes.sink.record({
      type: 'machine',
      source: 'list',
      row: row.row,
      name,
      fqdn: fqdnOf(name),
      osText: header.text(row, 'os'),
      osVersion: header.text(row, 'osVersion'),
      ipAddresses: parseAddresses(header.text(row, 'ip')),
      cores: parseCount(header.text(row, 'cores')),
    });
  },
});
