import type { JsonEnvelope, JsonFormat, JsonItem } from '../../format.ts';
import { at, isCut, isObject, listOf } from '../azure/arm/item.ts';
import { type Notes, takeNotes } from '../azure/arm/notes.ts';
import { textOf } from '../values.ts';
import { deviceRecord, tellRead } from './device.ts';

/**
 * Answer of Defender for Endpoint's `GET /api/machines`. Keys are read without case, since scripts write them anew.
 * https://learn.microsoft.com/defender-endpoint/api/get-machines; `vmMetadata`, `mergedIntoMachineId`,
 * `isPotentialDuplication` and `isExcluded` are seen in answers and public scripts, not in that page.
 */
export const MDE_MACHINES: JsonFormat = {
  id: 'mde-machines',
  detect({ items, envelope }) {
    if (items.length === 0) return isAnswerOfMachines(envelope) ? 90 : null;
    const known = items.filter(({ value }) => isObject(value) && at(value, 'computerDnsName') !== undefined);
    return known.length > 0 && known.length >= items.length / 2 ? 90 : null;
  },
  reader({ sink }) {
    const notes = takeNotes(sink);
    let items = 0;
    return {
      item(item) {
        items++;
        readMachine(item, notes);
      },
      end(envelope) {
        if (items === 0 && isAnswerOfMachines(envelope)) {
          sink.record({ type: 'read', row: 1, what: 'defender' });
          sink.finding('azure-answer-empty', { asked: 'Defender for Endpoint /api/machines' }, null);
        }
        if (isCut(envelope)) sink.finding('azure-answer-cut', { count: items }, null);
        notes.end();
      },
    };
  },
};

/** OData says what was asked for: no devices is an answer, too. */
function isAnswerOfMachines(envelope: JsonEnvelope): boolean {
  return /\$metadata#machines\b/i.test(textOf(at(envelope, '@odata.context')) ?? '');
}

function readMachine({ row, value }: JsonItem, notes: Notes): void {
  const name = textOf(at(value, 'computerDnsName')) ?? textOf(at(value, 'id'));
  if (!isObject(value) || name === undefined) {
    notes.sink.finding('mde-item-not-understood', {}, row);
    return;
  }
  const metadata = at(value, 'vmMetadata');
  const record = deviceRecord(
    {
      row,
      id: at(value, 'id'),
      name,
      system: at(value, 'osPlatform'),
      systemVersion: at(value, 'osVersion') ?? at(value, 'version'),
      health: at(value, 'healthStatus'),
      onboarding: at(value, 'onboardingStatus'),
      sensorVersion: at(value, 'agentVersion'),
      lastSeen: at(value, 'lastSeen'),
      addresses: [
        at(value, 'lastIpAddress'),
        ...listOf(at(value, 'ipAddresses')).map((entry) => at(entry, 'ipAddress')),
      ],
      tags: [at(value, 'machineTags')],
      types: [at(value, 'deviceType'), at(value, 'deviceCategory')],
      cloud: at(metadata, 'cloudProvider'),
      resourceId: at(metadata, 'resourceId'),
      vmId: at(metadata, 'vmId'),
      subscriptionId: at(metadata, 'subscriptionId'),
      mergedInto: at(value, 'mergedIntoMachineId'),
      isDuplicate: at(value, 'isPotentialDuplication'),
      isExcluded: at(value, 'isExcluded'),
    },
    notes,
  );
  tellRead(record, notes);
  notes.sink.record(record);
}
