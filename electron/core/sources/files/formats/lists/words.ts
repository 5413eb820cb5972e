import type { MachineRecord, PowerState } from '../../../../../../shared/model/index.ts';
import { fold } from '../../../../../../shared/text/fold.ts';

/** Words that customers write into state, platform, type and plan columns, as data. */

/** `gone`: the row says that the server is no longer there. */
const POWER_WORDS: Readonly<Record<PowerState | 'gone', string>> = {
  running: 'running|vm running|実行中|powerstate/running',
  starting: 'starting|vm starting|開始中',
  stopping: 'stopping|vm stopping|停止処理中',
  stopped: 'vm stopped|powerstate/stopped',
  deallocating: 'deallocating|vm deallocating|割り当て解除中',
  deallocated:
    'stopped (deallocated)|deallocated|vm deallocated|停止済み (割り当て解除)|停止済み(割り当て解除)|停止(割り当て解除)|割り当て解除|割り当て解除済み|powerstate/deallocated',
  on: 'on|powered on|poweredon|power on|up|online|active|in use|in service|in operation|live|started|operational|稼働|稼働中|稼動|稼動中|運用中|起動|起動中|電源オン|オン|使用中|利用中|本稼働|正常|正常稼働|常時稼働',
  off: 'off|powered off|poweredoff|power off|down|offline|inactive|stopped|shutdown|shut down|halted|suspended|停止|停止中|停止済み|非稼働|未稼働|電源オフ|オフ|シャットダウン|休止|休止中|サスペンド|未使用',
  gone: 'decommissioned|retired|disposed|removed|deleted|scrapped|廃止|廃止済|廃止済み|撤去|撤去済|撤去済み|廃棄|廃棄済|廃棄済み|退役|削除|削除済|削除済み|除却|除却済|除却済み|返却済|返却済み',
};

const POWER_BY_WORD = new Map(
  (Object.keys(POWER_WORDS) as (PowerState | 'gone')[]).flatMap((state) =>
    POWER_WORDS[state].split('|').map((word) => [fold(word), state] as const),
  ),
);

/** A state as a list writes it; a mark counts in such a column (○ = on, × = off). Null: not understood. */
export function readPowerWord(text: string): PowerState | 'gone' | null {
  const word = fold(text);
  if (/^[○〇◯●]$/u.test(word)) return 'on';
  if (/^[×✕✖]$/u.test(word)) return 'off';
  return POWER_BY_WORD.get(word) ?? null;
}

/** The platform that a column like 基盤 or "Cloud" names; null when it names none that is known. */
export function readCloudWord(text: string): MachineRecord['cloudProvider'] | null {
  const word = fold(text);
  if (/azure arc|^arc$/.test(word)) return 'arc';
  if (/\b(?:aws|ec2|amazon)\b|アマゾン/.test(word)) return 'aws';
  if (/\b(?:gcp|google|gce)\b/.test(word)) return 'gcp';
  if (/azure stack|azure local|\bhci\b|\bavs\b|azure vmware/.test(word)) return 'other';
  if (/\bazure\b|アジュール/.test(word)) return 'azure';
  if (
    /オンプレ|on-?prem|物理|physical|vmware|vsphere|hyper-?v|nutanix|\bkvm\b|仮想|データセンター|dc|社内|自社/.test(
      word,
    )
  )
    return 'other';
  return null;
}

const NOT_SERVER_WORDS =
  /スイッチ|ルータ|ファイア?ウォール|ロードバランサ|負荷分散|無線|アクセスポイント|プリンタ|複合機|\bups\b|無停電|ストレージ装置|nas装置|ネットワーク機器|クライアント|ノート|デスクトップ|パソコン|ワークステーション|タブレット|スマートフォン|電話機|\bpc\b|\bswitch|\brouter|firewall|load balancer|access point|printer|\bworkstation|laptop|notebook|desktop|tablet|smartphone|mobile|network device|camera|iot/;

/** A word of a type column that names something other than a server. */
export function isNoServerWord(text: string): boolean {
  const word = fold(text);
  return NOT_SERVER_WORDS.test(word) && !/サーバ|server/.test(word);
}

/** A Defender plan written in a cell: P1, プラン 2, "Plan 2 (P2)", オフ, なし; null when none. */
export function readPlanWord(text: string): 'P1' | 'P2' | 'off' | null {
  const word = fold(text).replace(/[\s_-]/g, '');
  if (/^(?:defenderforservers)?(?:p2|plan2|プラン2|2)(?:\(p2\))?$/.test(word)) return 'P2';
  if (/^(?:defenderforservers)?(?:p1|plan1|プラン1|1)(?:\(p1\))?$/.test(word)) return 'P1';
  return /^(?:off|free|none|オフ|無効|なし|無し|未導入|未適用|対象外|無料)$/.test(word) ? 'off' : null;
}

/** A group heading or a value that names an environment. */
export function isEnvironmentWord(text: string): boolean {
  return /本番|開発|検証|ステージング|テスト|災対|\bdr\b|production|\bprod\b|development|\bdev\b|staging|\bstg\b|\btest|\buat\b|\bqa\b|sandbox/.test(
    fold(text),
  );
}
