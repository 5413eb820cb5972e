import type { ExtensionRecord } from '../../../../../../../shared/model/index.ts';
import { parseArmId } from '../../../../../../../shared/text/arm-id.ts';
import { lowerOf, textOf } from '../../values.ts';
import { at, isObject, listOf, property, type Resource, resourceOf } from './item.ts';

const STATES: ReadonlyMap<string, ExtensionRecord['state']> = new Map([
  ['succeeded', 'succeeded'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
  ['creating', 'in-progress'],
  ['updating', 'in-progress'],
  ['deleting', 'in-progress'],
]);

/** The state of an extension by its provisioning state in any case; `unknown` for words that are not Azure's. */
export function extensionState(text: string | undefined): ExtensionRecord['state'] {
  return STATES.get(lowerOf(text) ?? '') ?? 'unknown';
}

/** An extension of a VM, an Arc machine or a scale set (ARM, `az vm extension list`, `az connectedmachine extension list`). */
export function extension(resource: Resource, row: number): ExtensionRecord {
  const { item } = resource;
  const machineResourceId = parseArmId(resource.id)?.parentId ?? undefined;
  const state = extensionState(textOf(property(item, 'provisioningState')));
  return {
    type: 'extension',
    row,
    machineResourceId,
    machineName: machineResourceId?.split('/').at(-1),
    subscriptionId: resource.subscriptionId,
    extension: textOf(at(at(item, 'properties'), 'type')) ?? textOf(at(item, 'typePropertiesType')) ?? resource.name,
    publisher: textOf(property(item, 'publisher')),
    state,
    error: state === 'failed' ? errorOf(item) : undefined,
  };
}

/** Extensions that come inside a VM or Arc machine (`resources`). */
export function embeddedExtensions(machine: Resource, row: number): readonly ExtensionRecord[] {
  return listOf(at(machine.item, 'resources')).flatMap((item) => {
    const resource = isObject(item) ? resourceOf(item) : 'no-id';
    return typeof resource === 'object' && resource.type.endsWith('/extensions') ? [extension(resource, row)] : [];
  });
}

function errorOf(item: Resource['item']): string | undefined {
  const statuses = [
    ...listOf(property(item, 'instanceView.statuses')),
    property(item, 'instanceView.status'),
    ...listOf(property(item, 'instanceView.substatuses')),
  ];
  return statuses.map((status) => textOf(at(status, 'message'))).find((message) => message !== undefined);
}
