import type { EditionId, PlannedMachine, Text } from '../model/index.ts';
import { EDITIONS } from './editions.ts';
import { SOURCES, type Source } from './sources.ts';

/** Where a capability works, once the plan brings it. */
type Reach =
  /** Everywhere, direct onboarding included. */
  | 'anywhere'
  /** In Azure, or through Azure Arc. */
  | 'azure-or-arc'
  /** Azure's own machines only. */
  | 'azure';

/** Something that Defender for Servers does for a server under a plan. */
export interface Capability {
  readonly id: string;
  readonly name: Text;
  readonly plans: readonly ('P1' | 'P2')[];
  readonly reach: Reach;
  /** What the figure does not say. */
  readonly note: Text | null;
}

/** The table of the overview page. Its environment column is `reach`; what it leaves open is in `note`. */
export const CAPABILITY_SOURCE: Source = SOURCES.overview;

const BOTH = ['P1', 'P2'] as const;
const P2_ONLY = ['P2'] as const;

export const CAPABILITIES: readonly Capability[] = [
  of('hybrid', BOTH, 'anywhere', {
    en: 'Protection in Azure, other clouds and on-premises',
    ja: 'Azure、他クラウド、オンプレミスの保護',
  }),
  of('auto-onboarding', BOTH, 'azure-or-arc', {
    en: 'Automatic onboarding to Defender for Endpoint',
    ja: 'Defender for Endpoint への自動オンボード',
  }),
  of('edr', BOTH, 'anywhere', {
    en: 'Endpoint detection and response, integrated alerts, software inventory',
    ja: 'EDR、統合アラート、ソフトウェア インベントリ',
  }),
  of(
    'compliance',
    BOTH,
    'anywhere',
    { en: 'Regulatory compliance', ja: '規制コンプライアンス' },
    {
      en: 'Another page says: with Plan 2 or any other paid plan.',
      ja: '別のページでは「プラン 2 またはその他の有料プランで利用可」とされています。',
    },
  ),
  of('agent-vulnerabilities', BOTH, 'anywhere', {
    en: 'Vulnerability scanning with the agent',
    ja: 'エージェント ベースの脆弱性スキャン',
  }),
  of(
    'agentless-vulnerabilities',
    P2_ONLY,
    'azure-or-arc',
    {
      en: 'Vulnerability scanning without an agent',
      ja: 'エージェントレスの脆弱性スキャン',
    },
    {
      en: 'Not for Databricks machines, nor for disks of the types Ultra and Premium v2.',
      ja: 'Databricks のマシン、Ultra ディスク、Premium SSD v2 は対象外です。',
    },
  ),
  of('malware-secrets', P2_ONLY, 'azure-or-arc', {
    en: 'Malware and secrets scanning without an agent',
    ja: 'エージェントレスのマルウェア スキャンとシークレット スキャン',
  }),
  of(
    'premium-vulnerability-management',
    P2_ONLY,
    'azure-or-arc',
    {
      en: 'Premium vulnerability management',
      ja: 'Defender 脆弱性の管理 (Premium)',
    },
    {
      en: 'In the Defender portal only. Since 2026 also for direct onboarding on a Plan 2 subscription.',
      ja: 'Defender ポータルのみ。2026 年以降はプラン 2 の指定サブスクリプションへの直接オンボードでも利用できます。',
    },
  ),
  of('file-integrity', P2_ONLY, 'azure-or-arc', {
    en: 'File integrity monitoring',
    ja: 'ファイルの整合性の監視 (FIM)',
  }),
  of('system-updates', P2_ONLY, 'azure-or-arc', {
    en: 'Assessment of missing system updates',
    ja: 'システム更新プログラムの評価',
  }),
  of(
    'baselines',
    P2_ONLY,
    'azure-or-arc',
    {
      en: 'Assessment against the OS baseline (MCSB)',
      ja: 'OS ベースラインの評価 (MCSB)',
    },
    {
      en: 'Sources disagree: a footnote of the same table counts it to the free CSPM.',
      ja: '情報源により異なります。同じ表の脚注では無料の CSPM に含まれるとされています。',
    },
  ),
  of('dns', P2_ONLY, 'azure-or-arc', { en: 'Alerts on DNS', ja: 'DNS アラート' }),
  of('network-layer', P2_ONLY, 'azure', {
    en: 'Detection at the network layer of Azure',
    ja: 'Azure ネットワーク層での脅威検出',
  }),
  of(
    'just-in-time',
    P2_ONLY,
    'azure',
    {
      en: 'Just-in-time access to management ports',
      ja: 'Just-In-Time VM アクセス',
    },
    {
      en: 'Also for AWS through a connector; those servers are not counted here.',
      ja: 'コネクタ経由の AWS でも利用できますが、ここでは数えていません。',
    },
  ),
  of('network-map', P2_ONLY, 'azure', { en: 'Network map', ja: 'ネットワーク マップ' }),
  of('data-allowance', P2_ONLY, 'azure-or-arc', {
    en: '500 MB of free security data a day',
    ja: '1 日 500 MB の無料セキュリティ データ',
  }),
];

/** What of a planned machine decides about its capabilities. */
export type CapabilityCase = Pick<PlannedMachine, 'plan' | 'method' | 'connectsTo' | 'designatedPlan'> & {
  readonly machine: Pick<PlannedMachine['machine'], 'placement'>;
};

/** Whether a machine has a capability once it is as planned. A plan that is not known brings nothing that could be promised. */
export function hasCapability(capability: Capability, planned: CapabilityCase, edition: EditionId): boolean {
  const { plan, method, machine } = planned;
  if (plan === 'off' || plan === 'unknown' || machine.placement === 'aks') return false;
  if (method === 'direct') return hasDirectly(capability, planned, edition);
  if (!capability.plans.includes(plan)) return false;
  if (machine.placement === 'databricks' && AGENTLESS.has(capability.id)) return false;
  return capability.reach !== 'azure' || isAzure(planned);
}

/**
 * Direct onboarding brings Plan 1's features; on a Plan 2 subscription, after the newer documents, premium vulnerability
 * management as well. https://learn.microsoft.com/azure/defender-for-cloud/onboard-machines-with-defender-for-endpoint
 */
function hasDirectly(
  { id, reach, plans }: Capability,
  { designatedPlan }: CapabilityCase,
  edition: EditionId,
): boolean {
  if (id === 'premium-vulnerability-management') {
    return designatedPlan === 'P2' && EDITIONS[edition].hasPremiumOnP2Direct;
  }
  return reach === 'anywhere' && plans.includes('P1');
}

/** Databricks machines are not scanned without an agent: the page in `SOURCES.agentless`. */
const AGENTLESS: ReadonlySet<string> = new Set(['agentless-vulnerabilities', 'malware-secrets']);

function isAzure({ machine: { placement }, connectsTo }: CapabilityCase): boolean {
  if (connectsTo !== null) return false;
  return placement === 'azure-vm' || placement === 'vmss-uniform' || placement === 'databricks';
}

function of(id: string, plans: Capability['plans'], reach: Reach, name: Text, note: Text | null = null): Capability {
  return { id, name, plans, reach, note };
}
