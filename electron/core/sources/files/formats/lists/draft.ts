import type { MachineRecord, PowerState } from '../../../../../../shared/model/index.ts';
import { isGuid, parseArmId } from '../../../../../../shared/text/arm-id.ts';
import type { ColumnKind } from '../../../../../../shared/text/column-target.ts';
import { fold } from '../../../../../../shared/text/fold.ts';
import { domainOf, fqdnOf, guidOf, isMaskedId, parseTags, uuidOf } from '../values.ts';
import {
  ipAddresses,
  isBlank,
  isHostShaped,
  looksLikeDeviceId,
  looksLikeOs,
  smbiosUuid,
  wholeNumber,
  withoutIps,
} from './looks.ts';
import { type Mark, readMark } from './marks.ts';
import { isNoServerWord, readCloudWord, readPlanWord, readPowerWord } from './words.ts';

/** What one row of a list says so far, cell by cell. */
export interface ListDraft {
  readonly row: number;
  name?: string;
  fqdn?: string;
  os?: string;
  osVersion?: string;
  power?: PowerState;
  isGone?: boolean;
  subscriptionName?: string;
  subscriptionId?: string;
  resourceGroup?: string;
  resourceId?: string;
  location?: string;
  domain?: string;
  cores?: number;
  vmSize?: string;
  cloud?: MachineRecord['cloudProvider'];
  smbiosUuid?: string;
  vmId?: string;
  mdeDeviceId?: string;
  plan?: 'P1' | 'P2' | 'off';
  count?: number;
  isNoServer?: boolean;
  readonly ips: string[];
  readonly tags: Record<string, string>;
  /** List name → what its cell says. */
  readonly marks: Map<string, Mark>;
}

export function newDraft(row: number): ListDraft {
  return { row, ips: [], tags: Object.create(null) as Record<string, string>, marks: new Map() };
}

/** `false`: the cell has text that could not be read as what its column is. */
export type CellReader = (
  draft: ListDraft,
  value: string,
  column: { readonly header: string; readonly word: string | null },
) => boolean;

/** How a cell of each kind goes into the draft. Values come trimmed; blank ones only for `list`. */
export const CELL_READERS: Readonly<Record<ColumnKind, CellReader>> = {
  name: (draft, value) => {
    const text = value
      .normalize('NFKC')
      .replace(/[ \t]+/g, ' ')
      .trim();
    // ホスト名/IPアドレス in one column: `web01 (10.0.0.1)`, or on two lines.
    const rest = withoutIps(text);
    const isBoth = rest !== text && isHostShaped(rest);
    draft.name = isBoth ? rest : text;
    if (isBoth) draft.ips.push(...ipAddresses(text));
    return true;
  },
  fqdn: (draft, value) => {
    const fqdn = fqdnOf(value.normalize('NFKC'));
    if (fqdn !== undefined) draft.fqdn = fqdn;
    else draft.name ??= value.normalize('NFKC').trim();
    return fqdn !== undefined;
  },
  os: put('os'),
  osVersion: put('osVersion'),
  vmSize: put('vmSize'),
  ip: (draft, value) => {
    const found = ipAddresses(value);
    draft.ips.push(...found.filter((ip) => !draft.ips.includes(ip)));
    return found.length > 0 || /dhcp|動的|自動/i.test(value);
  },
  power: (draft, value) => {
    const state = readPowerWord(value);
    if (state === 'gone') draft.isGone = true;
    else if (state !== null) draft.power = state;
    return state !== null;
  },
  subscription: (draft, value) => {
    if (isGuid(value)) draft.subscriptionId = value.toLowerCase();
    else draft.subscriptionName = oneLine(value);
    return true;
  },
  subscriptionId: (draft, value) => {
    const id = guidOf(value.normalize('NFKC'));
    if (id !== undefined) draft.subscriptionId = id;
    return id !== undefined;
  },
  resourceGroup: (draft, value) => {
    draft.resourceGroup = fold(value);
    return true;
  },
  resourceId: (draft, value) => {
    const id = isMaskedId(value) ? null : parseArmId(value);
    if (id) draft.resourceId = id.id;
    return id !== null;
  },
  location: (draft, value, column) => {
    draft.location = oneLine(value);
    return tag(draft, column.header, value);
  },
  domain: (draft, value) => {
    const domain = domainOf(value.normalize('NFKC'));
    if (domain !== undefined) draft.domain = domain;
    return true;
  },
  environment: (draft, value, column) => {
    if (!ENVIRONMENT_KEYS.has(fold(column.header))) tag(draft, 'env', value);
    return tag(draft, column.header, value);
  },
  cores: (draft, value) => {
    const cores = wholeNumber(value);
    if (cores !== null) draft.cores = cores;
    return cores !== null;
  },
  cloud: (draft, value, column) => {
    const cloud = readCloudWord(value);
    if (cloud !== null) draft.cloud = cloud;
    return tag(draft, column.header, value);
  },
  deviceType: (draft, value, column) => {
    if (isNoServerWord(value)) draft.isNoServer = true;
    return tag(draft, column.header, value);
  },
  smbiosUuid: (draft, value, column) => {
    const id = smbiosUuid(value);
    const uuid = id === null ? undefined : uuidOf(id);
    if (uuid !== undefined) draft.smbiosUuid = uuid;
    return uuid !== undefined || !/uuid/i.test(column.header);
  },
  vmId: (draft, value) => {
    const id = guidOf(value);
    if (id !== undefined) draft.vmId = id;
    return id !== undefined;
  },
  mdeDeviceId: (draft, value) => {
    const isId = looksLikeDeviceId(value);
    if (isId) draft.mdeDeviceId = value.trim().toLowerCase();
    return isId;
  },
  plan: (draft, value) => {
    const plan = readPlanWord(value);
    if (plan !== null) draft.plan = plan;
    return plan !== null;
  },
  count: (draft, value) => {
    const count = wholeNumber(value);
    if (count !== null) draft.count = count;
    return count !== null;
  },
  tags: (draft, value) => {
    const found = parseTags(value.normalize('NFKC'));
    Object.assign(draft.tags, found);
    return found !== undefined;
  },
  tag: (draft, value, column) => tag(draft, column.word ?? column.header, value),
  list: (draft, value, column) => {
    const mark = readMark(value);
    draft.marks.set(column.word ?? column.header, mark);
    return mark !== 'unclear';
  },
  ignore: () => true,
};

/** Tag names that the first rules of a new project look at; other headers get `env` beside their own name. */
const ENVIRONMENT_KEYS = new Set(['env', 'environment', '環境']);

function put(field: 'os' | 'osVersion' | 'vmSize'): CellReader {
  return (draft, value) => {
    draft[field] = oneLine(value);
    return true;
  };
}

function tag(draft: ListDraft, key: string, value: string): boolean {
  draft.tags[key] = oneLine(value);
  return true;
}

/** In one line, full-width letters and digits as half-width ones. */
function oneLine(value: string): string {
  return value.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** The record of a row; null when it has no name, no FQDN and no resource id. */
export function toRecord(draft: ListDraft): MachineRecord | null {
  const arm = draft.resourceId === undefined ? null : parseArmId(draft.resourceId);
  const name = draft.name ?? draft.fqdn ?? arm?.name;
  if (name === undefined || isBlank(name)) return null;
  const fqdn = draft.fqdn ?? fqdnOf(isHostShaped(name) ? name : undefined) ?? joinedFqdn(name, draft.domain);
  const subscriptionId = draft.subscriptionId ?? arm?.subscriptionId;
  const resourceGroup = draft.resourceGroup ?? arm?.resourceGroup ?? undefined;
  return {
    type: 'machine',
    source: 'list',
    row: draft.row,
    name,
    ...(draft.resourceId !== undefined && { resourceId: draft.resourceId }),
    ...(draft.mdeDeviceId !== undefined && { mdeDeviceId: draft.mdeDeviceId }),
    ...(draft.vmId !== undefined && { vmId: draft.vmId }),
    ...(draft.smbiosUuid !== undefined && { smbiosUuid: draft.smbiosUuid }),
    ...(fqdn !== undefined && { fqdn }),
    ...(subscriptionId !== undefined && { subscriptionId }),
    ...(draft.subscriptionName !== undefined && { subscriptionName: draft.subscriptionName }),
    ...(resourceGroup !== undefined && { resourceGroup }),
    ...(draft.location !== undefined && { location: draft.location }),
    ...(draft.domain !== undefined && { domain: draft.domain }),
    ...osOf(draft),
    ...(draft.power !== undefined && { power: draft.power }),
    ...(Object.keys(draft.tags).length > 0 && { tags: { ...draft.tags } }),
    ...(draft.ips.length > 0 && { ipAddresses: draft.ips }),
    ...(draft.vmSize !== undefined && { vmSize: draft.vmSize }),
    ...(draft.cores !== undefined && { cores: draft.cores }),
    ...(draft.cloud !== undefined && { cloudProvider: draft.cloud }),
    ...(draft.plan !== undefined && { plan: draft.plan }),
    ...(draft.isNoServer && { notServer: 'device-type' }),
  };
}

/**
 * "Windows Server" with "2019 Standard" beside it is one name, and beside "Linux" a version "RHEL 8.6" is the name:
 * without the version nobody can tell what is supported.
 */
function osOf(draft: ListDraft): Pick<MachineRecord, 'osText' | 'osVersion'> {
  const { os, osVersion } = draft;
  const isSplit = os !== undefined && osVersion !== undefined && !/\d/.test(os);
  return {
    ...(os !== undefined && { osText: !isSplit ? os : looksLikeOs(osVersion) ? osVersion : `${os} ${osVersion}` }),
    ...(osVersion !== undefined && { osVersion }),
  };
}

/** A host name and a DNS domain beside it are a full name. */
function joinedFqdn(name: string, domain: string | undefined): string | undefined {
  return domain?.includes('.') && isHostShaped(name) ? `${name.toLowerCase()}.${domain}` : undefined;
}
