import type { FormatId, ReadTopic } from '../../../../../../../shared/model/index.ts';
import type { ItemReader, JsonContext, JsonEnvelope, JsonFormat, JsonPreview } from '../../../format.ts';
import { guidOf, textOf } from '../../values.ts';
import { at, isCut, isObject } from './item.ts';
import { takeNotes } from './notes.ts';
import { type ItemKind, kindOf, kindOfType, readItem } from './read.ts';

/** What a file of one kind of item is called; a file with several kinds is an answer of Resource Graph. */
const FORMAT_OF_KIND: Partial<Record<ItemKind, FormatId>> = {
  vm: 'az-vm-list',
  vmss: 'az-vm-list',
  arc: 'arc-machines',
  pricing: 'pricings',
  policy: 'policy',
  extension: 'extensions',
  subscription: 'subscriptions',
};

const ARM_FORMATS = [
  'resource-graph',
  'az-vm-list',
  'arc-machines',
  'pricings',
  'policy',
  'extensions',
  'subscriptions',
] as const satisfies readonly FormatId[];

/**
 * JSON of Azure Resource Manager in every wrapping: ARM answers, Resource Graph, `az`, PowerShell. One reader serves them
 * all, by the type of each item; the formats differ in what the file is called.
 */
export const ARM_JSON_FORMATS: readonly JsonFormat[] = ARM_FORMATS.map((id) => ({
  id,
  detect(preview) {
    const found = classify(preview);
    return found?.id === id ? found.score : null;
  },
  reader: armReader,
}));

function classify(preview: JsonPreview): { readonly id: FormatId; readonly score: number } | null {
  if (preview.items.length === 0) {
    // Only these containers are Azure's; the answer itself is told from others at its end.
    if (preview.container === 'data') return { id: 'resource-graph', score: 40 };
    const isOurs = preview.container === 'value' && textOf(at(preview.envelope, '@odata.context')) === undefined;
    return isOurs ? { id: 'resource-graph', score: 10 } : null;
  }
  const kinds = preview.items
    .map(({ value }) => [kindOf(value), kindOfType(value)] as const)
    .map(([kind, type]) => (kind === 'masked' ? (type ?? kind) : kind))
    .filter((kind) => kind !== 'none');
  if (kinds.length * 2 < preview.items.length) return null;
  const isGraph = preview.container === 'data' || preview.items.some((item) => isGraphRow(item.value));
  const formats = new Set(kinds.map((kind) => FORMAT_OF_KIND[kind] ?? 'resource-graph'));
  const [only] = formats;
  return { id: isGraph || formats.size !== 1 || only === undefined ? 'resource-graph' : only, score: 90 };
}

/** Resource Graph writes the subscription and the tenant beside the type of every row. */
function isGraphRow(value: unknown): boolean {
  return isObject(value) && ['type', 'tenantId', 'subscriptionId'].every((key) => at(value, key) !== undefined);
}

function armReader(context: JsonContext): ItemReader {
  const notes = takeNotes(context.sink);
  let items = 0;
  return {
    item({ row, value }) {
      items++;
      readItem(value, row, notes);
    },
    end(envelope) {
      if (items === 0) sayEmpty(envelope, context);
      if (isCut(envelope)) context.sink.finding('azure-answer-cut', { count: items }, null);
      notes.end();
    },
  };
}

/**
 * What a query or address asks for, by the resource types in it. `mdeServers` is not among them: the type is not
 * documented, and no rows while direct onboarding is on means "not known", not "none".
 */
const TOPICS: readonly { readonly words: RegExp; readonly what: ReadTopic }[] = [
  {
    words: /microsoft\.compute\/virtualmachines(?!\/extensions)|microsoft\.hybridcompute\/machines(?!\/extensions)/i,
    what: 'machines',
  },
  { words: /microsoft\.security\/pricings/i, what: 'plans' },
  { words: /microsoft\.authorization\/policyassignments/i, what: 'policies' },
];
const RESOURCE_TYPE = /microsoft\.[a-z]+\/[a-z]+/gi;

/** An answer without rows is knowledge only where it says what was asked: in a `query`, `url` or `nextLink` beside the rows. */
function sayEmpty(envelope: JsonEnvelope, { sink }: JsonContext): void {
  const asked = ['query', 'url', 'uri', 'nextLink'].map((key) => textOf(at(envelope, key)) ?? '').join(' ');
  const topics = TOPICS.filter(({ words }) => words.test(asked)).map(({ what }) => what);
  const tenantId = guidOf(at(envelope, 'tenantId'));
  const subscriptions = subscriptionsOf(envelope, asked);
  for (const what of topics) {
    for (const subscriptionId of subscriptions) sink.record({ type: 'read', row: 1, what, subscriptionId, tenantId });
  }
  const types = [...new Set(asked.toLowerCase().match(RESOURCE_TYPE) ?? [])];
  sink.finding(
    types.length > 0 ? 'azure-answer-empty' : 'azure-answer-empty-unknown',
    { asked: types.join(', ') },
    null,
  );
}

/** None named: the whole tenant was asked. */
function subscriptionsOf(envelope: JsonEnvelope, asked: string): readonly (string | undefined)[] {
  const listed = [at(envelope, 'subscriptions'), at(envelope, 'subscriptionId')]
    .flat()
    .flatMap((id) => guidOf(id) ?? []);
  const inAddress = guidOf(/\/subscriptions\/([0-9a-f-]{36})/i.exec(asked)?.[1]);
  if (listed.length > 0) return listed;
  return [inAddress];
}
