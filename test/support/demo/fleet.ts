import type { SubscriptionKey } from './ids.ts';

/**
 * The invented fleet of ミナト精機株式会社, a manufacturer: every server once, with everything that the files tell about it.
 * What each is there for stands in `electron/core/demo/README.md`. Addresses are those reserved for documentation (RFC 5737).
 */

export type System =
  | 'ws2003'
  | 'ws2008r2'
  | 'ws2012r2'
  | 'ws2016'
  | 'ws2019'
  | 'ws2022'
  | 'ws2025'
  | 'win11'
  | 'rhel6'
  | 'rhel8'
  | 'rhel9'
  | 'oracle8'
  | 'centos7'
  | 'ubuntu2004'
  | 'ubuntu2204'
  | 'ubuntu2404'
  | 'debian12'
  | 'amazon2023'
  | 'appliance'
  | 'unknown';

/** Today's plan set on the machine itself; absent: inherited. */
type OwnPlan = 'P1' | 'off';

export interface AzureVm {
  readonly name: string;
  readonly subscription: SubscriptionKey;
  readonly group: string;
  readonly system: System;
  readonly power: 'running' | 'stopped' | 'deallocated';
  readonly address: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly own?: OwnPlan;
  readonly size?: string;
  readonly scaleSet?: string;
  readonly managedBy?: string;
  /** State of the MDE extension; absent: there is none. */
  readonly extension?: 'Succeeded' | 'Failed';
}

const erp = { 環境: '本番', システム: '基幹 (ERP)' };
const mes = { 環境: '本番', システム: '生産管理 (MES)' };
const accounting = { 環境: '本番', システム: '会計' };
const databricks = {
  Vendor: 'Databricks',
  Creator: 'analytics@minato-seiki.example',
  DatabricksInstanceGroupId: '-4821',
};

export const AZURE_VMS: readonly AzureVm[] = [
  vm('erp-ap01', 'prod', 'rg-erp-prod', 'ws2022', '192.0.2.11', { tags: erp, extension: 'Succeeded' }),
  vm('erp-ap02', 'prod', 'rg-erp-prod', 'ws2022', '192.0.2.12', { tags: erp, extension: 'Succeeded' }),
  vm('erp-db01', 'prod', 'rg-erp-prod', 'ws2019', '192.0.2.13', {
    tags: erp,
    own: 'P1',
    size: 'Standard_E8s_v5',
    extension: 'Succeeded',
  }),
  vm('mes-ap01', 'prod', 'rg-mes-prod', 'ws2022', '192.0.2.21', { tags: mes, extension: 'Succeeded' }),
  vm('mes-db01', 'prod', 'rg-mes-prod', 'rhel9', '192.0.2.22', { tags: mes, extension: 'Failed' }),
  vm('mes-flex_3f1a', 'prod', 'rg-mes-prod', 'ubuntu2204', '192.0.2.23', { tags: mes, scaleSet: 'vmss-mes-flex' }),
  vm('mes-flex_8c42', 'prod', 'rg-mes-prod', 'ubuntu2204', '192.0.2.24', { tags: mes, scaleSet: 'vmss-mes-flex' }),
  vm('acct-ap01', 'prod', 'rg-acct-prod', 'ws2016', '192.0.2.31', { tags: accounting, extension: 'Succeeded' }),
  vm('acct-db01', 'prod', 'rg-acct-prod', 'ws2016', '192.0.2.32', { tags: accounting, extension: 'Succeeded' }),
  vm('web-prod01', 'prod', 'rg-web-prod', 'ubuntu2204', '192.0.2.41', {
    tags: { env: 'prod' },
    extension: 'Succeeded',
  }),
  vm('web-prod02', 'prod', 'rg-web-prod', 'ubuntu2204', '192.0.2.42', { tags: { env: 'prod' }, power: 'stopped' }),
  vm('bi-report01', 'prod', 'rg-bi-prod', 'ws2022', '192.0.2.51', { tags: { env: 'prod' }, power: 'deallocated' }),
  vm('jump01', 'prod', 'rg-ops', 'ws2022', '192.0.2.61', { tags: { env: 'ops' } }),
  vm('batch01', 'prod', 'rg-ops', 'ws2019', '192.0.2.62', { tags: { env: 'ops' }, power: 'deallocated' }),
  vm('tmp-migrate01', 'prod', 'rg-migration', 'ws2022', '192.0.2.63', {
    tags: { env: 'migration', defender: 'exclude' },
    own: 'off',
  }),
  vm('vdi-adm01', 'prod', 'rg-ops', 'win11', '192.0.2.64', { tags: { env: 'ops' } }),
  vm('vnd-edi01', 'prod', 'rg-edi', 'ws2022', '192.0.2.65', { tags: { env: 'prod', owner: 'EDI ベンダー' } }),
  vm('fw-nva01', 'prod', 'rg-network', 'appliance', '192.0.2.66', { tags: { env: 'prod' } }),
  vm('img-custom01', 'prod', 'rg-ops', 'unknown', '192.0.2.67', { tags: { env: 'ops' } }),
  vm('a1b2c3workers0', 'prod', 'databricks-rg-analytics', 'ubuntu2204', '192.0.2.71', { tags: databricks }),
  vm('a1b2c3workers1', 'prod', 'databricks-rg-analytics', 'ubuntu2204', '192.0.2.72', { tags: databricks }),
  vm('dev-web01', 'dev', 'rg-dev', 'ubuntu2404', '198.51.100.11', { tags: { env: 'dev' } }),
  vm('dev-web02', 'dev', 'rg-dev', 'ubuntu2004', '198.51.100.12', { tags: { env: 'dev' }, power: 'deallocated' }),
  vm('dev-ap01', 'dev', 'rg-dev', 'ws2022', '198.51.100.13', { tags: { env: 'dev' } }),
  vm('dev-db01', 'dev', 'rg-dev', 'ws2019', '198.51.100.14', { tags: { env: 'dev' }, power: 'stopped' }),
  vm('test-mes01', 'dev', 'rg-test', 'ws2025', '198.51.100.15', { tags: { env: 'test' } }),
  vm('ci-runner01', 'dev', 'rg-ci', 'debian12', '198.51.100.16', { tags: { env: 'dev' } }),
  vm('sandbox01', 'dev', 'rg-sandbox', 'ubuntu2204', '198.51.100.17', {
    tags: { env: 'sandbox', defender: 'exclude' },
  }),
  vm('adc-az01', 'shared', 'rg-identity', 'ws2022', '198.51.100.31', {
    tags: { env: 'common' },
    extension: 'Succeeded',
  }),
  vm('adc-az02', 'shared', 'rg-identity', 'ws2022', '198.51.100.32', {
    tags: { env: 'common' },
    extension: 'Succeeded',
  }),
  vm('mgmt01', 'shared', 'rg-mgmt', 'ws2022', '198.51.100.33', { tags: { env: 'common' } }),
  // The plant's subscription came only as the portal's list: no tags, no resource ids.
  vm('line-gw01', 'plant', 'rg-plant-osaka', 'ws2019', '198.51.100.51'),
  vm('line-gw02', 'plant', 'rg-plant-osaka', 'ws2019', '198.51.100.52', { power: 'stopped' }),
  vm('scada-hist01', 'plant', 'rg-plant-osaka', 'ws2022', '198.51.100.53'),
  vm('iot-edge01', 'plant', 'rg-plant-osaka', 'ubuntu2204', '198.51.100.54', { power: 'deallocated' }),
];

function vm(
  name: string,
  subscription: SubscriptionKey,
  group: string,
  system: System,
  address: string,
  more: Partial<AzureVm> = {},
): AzureVm {
  return { name, subscription, group, system, address, power: 'running', ...more };
}

export interface ScaleSet {
  readonly name: string;
  readonly subscription: SubscriptionKey;
  readonly group: string;
  readonly mode: 'Uniform' | 'Flexible';
  readonly capacity: number;
  readonly isAks?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
}

export const SCALE_SETS: readonly ScaleSet[] = [
  { name: 'vmss-mes-flex', subscription: 'prod', group: 'rg-mes-prod', mode: 'Flexible', capacity: 2, tags: mes },
  {
    name: 'vmss-web-stg',
    subscription: 'prod',
    group: 'rg-web-stg',
    mode: 'Uniform',
    capacity: 4,
    tags: { env: 'stg' },
  },
  {
    name: 'aks-iot-31415926-vmss',
    subscription: 'prod',
    group: 'MC_rg-aks_aks-iot_japaneast',
    mode: 'Uniform',
    capacity: 3,
    isAks: true,
  },
];

export interface ArcServer {
  readonly name: string;
  readonly subscription: SubscriptionKey;
  readonly group: string;
  readonly system: System;
  readonly status: 'Connected' | 'Disconnected' | 'Expired';
  /** Last change of the status, ISO 8601. */
  readonly changed: string;
  readonly agent: string;
  readonly address: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly isEsuAssigned?: boolean;
  readonly isAttested?: boolean;
  readonly cloud?: 'AWS';
  readonly isByConnector?: boolean;
}

export const ARC_SERVERS: readonly ArcServer[] = [
  arc('hr-db01', 'prod', 'oracle8', '203.0.113.11', { tags: { 環境: '本番', システム: '人事' } }),
  arc('plm01', 'prod', 'ws2022', '203.0.113.12', {
    tags: { 環境: '本番', システム: '図面管理 (PLM)' },
    isAttested: true,
  }),
  arc('fs01', 'shared', 'ws2019', '203.0.113.13', { tags: { 環境: '共通', システム: 'ファイルサーバー' } }),
  arc('print01', 'shared', 'ws2016', '203.0.113.14', {
    tags: { 環境: '共通' },
    status: 'Disconnected',
    changed: '2026-11-02T09:15:00Z',
    agent: '1.49.02841.1',
  }),
  arc('old2012', 'shared', 'ws2012r2', '203.0.113.15', {
    tags: { 環境: '共通', システム: '勤怠' },
    isEsuAssigned: true,
  }),
  arc('gone01', 'shared', 'centos7', '203.0.113.16', {
    tags: { 環境: '共通' },
    status: 'Expired',
    changed: '2026-08-20T00:00:00Z',
    agent: '1.21.01805.1',
  }),
  arc('ec2-shop01', 'shared', 'amazon2023', '203.0.113.21', { group: 'rg-aws', cloud: 'AWS', isByConnector: true }),
  arc('ec2-shop02', 'shared', 'amazon2023', '203.0.113.22', {
    group: 'rg-aws',
    cloud: 'AWS',
    isByConnector: true,
    tags: { env: 'prod' },
  }),
  // The agent was put on this EC2 instance by hand: no connector, so it follows the rules of any Arc machine.
  arc('ec2-hand01', 'shared', 'ubuntu2204', '203.0.113.23', { cloud: 'AWS', tags: { env: 'stg' } }),
];

function arc(
  name: string,
  subscription: SubscriptionKey,
  system: System,
  address: string,
  more: Partial<ArcServer> = {},
): ArcServer {
  return {
    name,
    subscription,
    group: `rg-arc-${subscription}`,
    system,
    address,
    status: 'Connected',
    changed: '2026-11-20T21:40:00Z',
    agent: '1.58.03228.1',
    ...more,
  };
}

/** A device of Defender for Endpoint; those with a resource are VMs and Arc machines of above. */
export interface Device {
  readonly name: string;
  readonly system: System;
  readonly address: string;
  readonly sensor: string;
  readonly health: 'Active' | 'Inactive' | 'NoSensorData';
  readonly onboarding: 'Onboarded' | 'CanBeOnboarded' | null;
  readonly lastSeen: string;
  /** ARM id in `vmMetadata`: `vm` or `arc` of the same name, or one that no inventory lists. */
  readonly resource?: 'vm' | 'arc' | 'unlisted';
  /** Shown as an `mdeServers` resource too. */
  readonly isDirect?: boolean;
  readonly tags?: readonly string[];
  readonly mergedInto?: string;
  readonly isExcluded?: boolean;
}

export const DEVICES: readonly Device[] = [
  device('erp-ap01', 'ws2022', '192.0.2.11', { resource: 'vm' }),
  device('erp-db01', 'ws2019', '192.0.2.13', { resource: 'vm' }),
  device('acct-ap01', 'ws2016', '192.0.2.31', { resource: 'vm' }),
  device('adc-az01', 'ws2022', '198.51.100.31', { resource: 'vm' }),
  device('dev-new01', 'ws2022', '198.51.100.18', { resource: 'unlisted' }),
  device('plm01', 'ws2022', '203.0.113.12', { resource: 'arc' }),
  // Arc and direct at once, with a sensor below the floor 10.8555: may be billed twice.
  device('fs01', 'ws2019', '203.0.113.13', { isDirect: true, sensor: '10.8049.17763.5576' }),
  device('sales-ap01', 'ws2019', '203.0.113.31', { isDirect: true }),
  device('sales-db01', 'ws2022', '203.0.113.32', { isDirect: true }),
  device('lab-linux01', 'rhel8', '203.0.113.33', { isDirect: true, sensor: '30.126023.0010' }),
  device('kiosk-srv01', 'ws2019', '203.0.113.34', {
    isDirect: true,
    health: 'Inactive',
    lastSeen: '2026-11-12T03:00:00Z',
  }),
  // An older export without the onboarding status: a sensor, but nobody says that it reports to this tenant's switch.
  device('rd-lab02', 'ws2019', '203.0.113.35', { onboarding: null }),
  device('file-osaka01', 'ws2022', '203.0.113.62', {
    onboarding: 'CanBeOnboarded',
    health: 'NoSensorData',
    sensor: '',
  }),
  device('sales-ap01', 'ws2019', '203.0.113.31', {
    health: 'Inactive',
    lastSeen: '2026-05-30T00:00:00Z',
    mergedInto: 'sales-ap01',
  }),
  device('old-print02', 'ws2016', '203.0.113.36', {
    isExcluded: true,
    health: 'Inactive',
    lastSeen: '2026-06-01T00:00:00Z',
  }),
  device('pc-10231', 'win11', '203.0.113.201', {}),
  device('pc-10232', 'win11', '203.0.113.202', {}),
];

function device(name: string, system: System, address: string, more: Partial<Device>): Device {
  return {
    name,
    system,
    address,
    sensor: '10.8760.20348.2461',
    health: 'Active',
    onboarding: 'Onboarded',
    lastSeen: '2026-11-20T22:10:11Z',
    ...more,
  };
}

/** A server in the company's own rooms: in VMware, in the company's own list, or in both. */
export interface OnPremises {
  readonly name: string;
  readonly system: System;
  readonly address: string;
  readonly use: string;
  readonly owner: string;
  /** As the list says it. */
  readonly environment: '本番' | '検証' | '開発' | '共通';
  readonly isOn: boolean;
  readonly isInVmware: boolean;
  readonly isInList: boolean;
  /** Marked ○ in the list's column "P2対象", "Defender対象外". */
  readonly mark?: 'P2' | 'none';
}

export const ON_PREMISES: readonly OnPremises[] = [
  own('acct-batch01', 'ws2019', '203.0.113.51', '会計バッチ', '経理部', '本番'),
  own('qc-img01', 'ubuntu2204', '203.0.113.52', '外観検査 画像解析', '品質保証部', '検証', { mark: 'P2' }),
  own('dmz-proxy01', 'rhel9', '203.0.113.53', '公開プロキシ', '情報システム部', '本番'),
  own('dmz-web01', 'ws2022', '203.0.113.54', '代理店向け Web', '営業企画部', '検証'),
  own('wsus01', 'ws2022', '203.0.113.55', '更新プログラム配信', '情報システム部', '共通'),
  own('backup01', 'ws2016', '203.0.113.56', 'バックアップ', '情報システム部', '共通'),
  own('cad-lic01', 'ws2008r2', '203.0.113.57', 'CAD ライセンス', '設計部', '共通'),
  own('line-ctl01', 'ws2003', '203.0.113.58', '第 2 工場 ライン制御', '生産技術部', '本番'),
  own('hr-legacy01', 'rhel6', '203.0.113.59', '旧人事', '人事部', '共通', { isOn: false }),
  own('spare01', 'ws2019', '203.0.113.60', '予備機', '情報システム部', '共通', { isOn: false, mark: 'none' }),
  own('nas-gw01', 'unknown', '203.0.113.61', 'NAS ゲートウェイ', '情報システム部', '共通', { isInVmware: false }),
  own('file-osaka01', 'ws2022', '203.0.113.62', '大阪ファイルサーバー', '大阪支店', '共通'),
  own('print-osaka01', 'ws2019', '203.0.113.63', '大阪プリントサーバー', '大阪支店', '共通', { isInList: false }),
  own('plm01', 'ws2022', '203.0.113.12', '図面管理', '設計部', '本番'),
  own('fs01', 'ws2019', '203.0.113.13', 'ファイルサーバー', '情報システム部', '共通'),
  own('sales-db01', 'ws2022', '203.0.113.32', '販売管理 DB', '営業企画部', '本番', { isInVmware: false }),
];

function own(
  name: string,
  system: System,
  address: string,
  use: string,
  owner: string,
  environment: OnPremises['environment'],
  more: Partial<OnPremises> = {},
): OnPremises {
  return { name, system, address, use, owner, environment, isOn: true, isInVmware: true, isInList: true, ...more };
}
