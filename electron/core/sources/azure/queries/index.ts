import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadTopic, Text } from '../../../../../shared/model/index.ts';

/** One query, kept as a file: the same text is run by the app, handed to customers, and parsed by the tests. */
export interface Query {
  readonly id: QueryId;
  /** Name of the file in this folder. */
  readonly file: string;
  /** Azure Resource Graph, or advanced hunting in Microsoft Defender XDR. */
  readonly engine: 'resource-graph' | 'advanced-hunting';
  /** What its answer is evidence of; null: an extra that the plan does not depend on. */
  readonly topic: ReadTopic | null;
  /** What it answers, for a reader who does not read KQL. */
  readonly answers: Text;
}

export type QueryId =
  | 'subscriptions'
  | 'virtual-machines'
  | 'scale-sets'
  | 'arc-machines'
  | 'extensions'
  | 'mde-servers'
  | 'security-connectors'
  | 'plans'
  | 'policy-assignments'
  | 'policy-exemptions'
  | 'network-interfaces'
  | 'subnets'
  | 'network-security-groups'
  | 'direct-onboarding-check'
  | 'device-info';

/** Every query, in the order in which they are asked. */
export const QUERIES: readonly Query[] = [
  graph('subscriptions', null, 'subscriptions and their names', 'サブスクリプションとその名前'),
  graph(
    'virtual-machines',
    'machines',
    'Azure virtual machines: power state, OS, image, licence, tags, scale set',
    'Azure 仮想マシン: 電源状態、OS、イメージ、ライセンス、タグ、スケール セット',
  ),
  graph(
    'scale-sets',
    'machines',
    'scale sets: capacity, orchestration mode, AKS node pools',
    'スケール セット: インスタンス数、オーケストレーション モード、AKS ノード プール',
  ),
  graph(
    'arc-machines',
    'machines',
    'Azure Arc-enabled servers: status, agent version, OS, ESU and licence',
    'Azure Arc 対応サーバー: 状態、エージェントのバージョン、OS、ESU とライセンス',
  ),
  graph(
    'extensions',
    null,
    'Defender for Endpoint extensions (MDE.Windows, MDE.Linux) and their state',
    'Defender for Endpoint 拡張機能 (MDE.Windows、MDE.Linux) とその状態',
  ),
  graph('mde-servers', 'machines', 'directly onboarded servers', '直接オンボードされたサーバー'),
  graph('security-connectors', 'plans', 'AWS and GCP connectors and their plan', 'AWS / GCP コネクタとそのプラン'),
  graph('plans', 'plans', "each subscription's plan", '各サブスクリプションのプラン'),
  graph(
    'policy-assignments',
    'policies',
    'policy assignments that set or enforce a plan, also inside initiatives',
    'プランを設定または強制するポリシー割り当て (イニシアティブ内を含む)',
  ),
  graph('policy-exemptions', 'policies', 'policy exemptions', 'ポリシーの適用除外'),
  graph(
    'network-interfaces',
    null,
    'network interfaces of virtual machines',
    '仮想マシンのネットワーク インターフェイス',
  ),
  graph(
    'subnets',
    null,
    'subnets with security group and route table',
    'サブネットとそのセキュリティ グループ、ルート テーブル',
  ),
  graph(
    'network-security-groups',
    null,
    'network security groups and their rules',
    'ネットワーク セキュリティ グループとその規則',
  ),
  graph(
    'direct-onboarding-check',
    null,
    'a cross-check of the number of directly onboarded servers',
    '直接オンボードされたサーバー数の照合',
  ),
  {
    id: 'device-info',
    file: 'device-info.kql',
    engine: 'advanced-hunting',
    topic: 'defender',
    answers: {
      en: "Defender for Endpoint's servers: sensor, health, Azure resource",
      ja: 'Defender for Endpoint のサーバー: センサー、正常性、Azure リソース',
    },
  },
];

/** Those that Azure Resource Graph answers. */
export const RESOURCE_GRAPH_QUERIES: readonly Query[] = QUERIES.filter((query) => query.engine === 'resource-graph');

/** Path of a query's file. */
export function queryPath(id: QueryId): string {
  return fileURLToPath(new URL(`./${id}.kql`, import.meta.url));
}

/** Text of a query. @throws Error when the file is not where the program is (a mistake of packaging). */
export function readQuery(id: QueryId): string {
  return readFileSync(queryPath(id), 'utf8');
}

function graph(id: QueryId, topic: ReadTopic | null, en: string, ja: string): Query {
  return { id, file: `${id}.kql`, engine: 'resource-graph', topic, answers: { en, ja } };
}
