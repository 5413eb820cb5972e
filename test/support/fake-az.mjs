// A stand-in for the Azure CLI: answers from fixtures what the collector asks, and refuses everything else.
// Environment: FAKE_AZ_LOG (a file that gets one line a call), FAKE_AZ_PAGE (rows a page), FAKE_AZ_FAIL (a regular
// expression: calls that match fail), FAKE_AZ_LOOP (any text: the skip token never changes).
import { appendFileSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const fixtures = join(import.meta.dirname, '..', 'fixtures');
const read = (path) => JSON.parse(readFileSync(join(fixtures, path), 'utf8'));
const azure = read('collector/azure.json');
const args = process.argv.slice(2);
const call = args.join(' ');
appendFileSync(process.env.FAKE_AZ_LOG, `${call}\n`);
if (process.env.FAKE_AZ_FAIL && new RegExp(process.env.FAKE_AZ_FAIL).test(call)) fail('(AuthorizationFailed) no right');

function fail(message) {
  process.stderr.write(`ERROR: ${message}\n`);
  process.exit(1);
}

/** Values that follow an option, up to the next one. */
function option(name) {
  const start = args.indexOf(name);
  if (start < 0) return [];
  const end = args.findIndex((arg, index) => index > start && arg.startsWith('-'));
  return args.slice(start + 1, end < 0 ? undefined : end);
}

const TYPES = {
  'virtual-machines': 'microsoft.compute/virtualmachines',
  'scale-sets': 'microsoft.compute/virtualmachinescalesets',
  'arc-machines': 'microsoft.hybridcompute/machines',
  'mde-servers': 'microsoft.security/mdeservers',
};

function graphQuery() {
  const [file] = option('-q');
  if (!file?.startsWith('@')) fail('expected -q @file');
  readFileSync(file.slice(1));
  const name = basename(file, '.kql');
  const machines = read('samples/az-graph-query-servers.json').data.filter((row) => row.type === TYPES[name]);
  const all = (azure.graph[name] ?? machines).filter((row) => option('--subscriptions').includes(row.subscriptionId));
  const size = Math.min(Number(option('--first')[0]), Number(process.env.FAKE_AZ_PAGE ?? 1000));
  const start = process.env.FAKE_AZ_LOOP ? 0 : Number(option('--skip-token')[0]?.slice(5) ?? 0);
  const data = all.slice(start, start + size);
  const more = process.env.FAKE_AZ_LOOP || start + size < all.length;
  return { count: data.length, data, skip_token: more ? `token${start + size}` : null, total_records: all.length };
}

function rest() {
  if (option('--method')[0] !== 'get') fail('not a GET');
  const url = new URL(option('--url')[0]);
  if (url.host === 'api.security.microsoft.com') return read('samples/mde-api-machines.json');
  if (url.searchParams.get('api-version') !== '2024-01-01') fail('api-version');
  const path = decodeURIComponent(url.pathname);
  if (azure.plans[path]) return azure.plans[path];
  const known = read('samples/pricings-per-resource.json').find((answer) => answer.id === path);
  if (known) return known;
  const properties = { pricingTier: 'Standard', subPlan: 'P2', inherited: 'True', inheritedFrom: path.slice(0, 51) };
  return { id: path, name: 'VirtualMachines', type: 'Microsoft.Security/pricings', properties };
}

const ofSubscription = (rows) =>
  rows.filter((row) => row.id.startsWith(`/subscriptions/${option('--subscription')[0]}/`));

/** The whole list of what the collector may ask. */
const COMMANDS = {
  'account show': () => ({ tenantId: azure.tenantId }),
  'account list': () => azure.subscriptions.filter((row) => row.tenantId === azure.tenantId),
  'extension show': () => ({ name: option('--name')[0] }),
  'graph query': graphQuery,
  rest,
  'policy assignment list': () => azure.assignments[option('--subscription')[0]] ?? [],
  'policy exemption list': () => azure.exemptions[option('--subscription')[0]] ?? [],
  'vm list': () => ofSubscription(read('samples/az-vm-list-d.json')),
  'connectedmachine list': () => ofSubscription(read('samples/az-connectedmachine-list.json')),
};

const command = Object.keys(COMMANDS).find((name) => call === name || call.startsWith(`${name} `));
if (!command) fail(`refused: ${call}`);
const answer = COMMANDS[command]();
const [format] = option('-o');
if (format === 'tsv') process.stdout.write(`${answer.tenantId}\n`);
else if (format !== 'none') process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
