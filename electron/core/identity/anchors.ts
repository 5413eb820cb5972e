import type { FormatId, MachineRecord } from '../../../shared/model/index.ts';
import { foldName, fqdnKey, smbiosKey } from './names.ts';
import { type ArmResource, ownResource } from './resources.ts';

/**
 * The text that ties one record to a machine's id, and that decisions of a person are kept as. It is made from the
 * record's own strongest key and its source, never from file, row or date: a newer export of the same source gives the same.
 * @param format of the evidence; told apart only where nothing but a name is known, since two lists may name two machines.
 * @param own the record's own resource, where the caller has it already
 */
export function anchorOf(
  record: MachineRecord,
  format: FormatId,
  own: ArmResource | null = ownResource(record),
): string {
  const id = own?.id ?? record.resourceId;
  if (id !== undefined) return `${record.source}|id:${id}`;
  if (record.mdeDeviceId !== undefined) return `${record.source}|device:${record.mdeDeviceId}`;
  const smbios = smbiosKey(record.smbiosUuid);
  if (smbios !== null) return `${record.source}|smbios:${smbios}`;
  if (record.vmId !== undefined) return `${record.source}|vm:${record.vmId}`;
  const fqdn = fqdnKey(record.fqdn);
  if (fqdn !== null) return `${record.source}|fqdn:${fqdn}`;
  const place = [
    record.subscriptionId ?? foldName(record.subscriptionName ?? ''),
    record.resourceGroup ?? '',
    record.domain ?? '',
  ];
  return `${record.source}|name:${foldName(record.name)}|${place.join('|')}|${format}`;
}

/** The anchor of the nth machine (from 0) that shares it: two lines of one list with one name and nothing else. */
export function numberedAnchor(anchor: string, position: number): string {
  return position === 0 ? anchor : `${anchor}#${position + 1}`;
}
