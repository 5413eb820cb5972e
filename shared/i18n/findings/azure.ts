import type { FindingText } from '../../model/index.ts';

/** Findings of a sync with Azure: what could not be read, and what that means. */
export const AZURE_FINDINGS = {
  'azure-sync-right': {
    severity: 'warning',
    message: {
      en: '{what} of {scope} could not be read: the right {right} is missing ({detail}).',
      ja: '{scope} の {what} を読み取れませんでした。権限 {right} がありません ({detail})。',
    },
    next: {
      en: 'Have the right given, then sync again: only what is missing is read.',
      ja: '権限の付与を依頼してから再度同期してください。不足分だけを読み取ります。',
    },
  },
  'azure-sync-failed': {
    severity: 'warning',
    message: {
      en: '{what} of {scope} could not be read: {detail}',
      ja: '{scope} の {what} を読み取れませんでした: {detail}',
    },
    next: {
      en: 'Sync again: only what is missing is read. If it stays, the text above is for Microsoft support.',
      ja: '再度同期してください。不足分だけを読み取ります。解消しない場合は、上記の内容を Microsoft サポートに伝えてください。',
    },
  },
  'azure-sync-dropped': {
    severity: 'warning',
    message: {
      en: 'Azure answered without {count, plural, one {# subscription} other {# subscriptions}} that were asked ({subscriptions}): the account cannot read them.',
      ja: '要求したサブスクリプションのうち {count} 件 ({subscriptions}) が応答に含まれていません。アカウントに読み取り権限がありません。',
    },
    next: {
      en: 'Have the role Reader given there, then sync again. Until then their servers are missing from plan and cost.',
      ja: '閲覧者ロールの付与を依頼してから再度同期してください。それまで対象サーバーは計画とコストに含まれません。',
    },
  },
  'azure-sync-unknown-subscription': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# subscription was} other {# subscriptions were}} asked for that the account does not see in this tenant: {subscriptions}.',
      ja: '指定されたサブスクリプションのうち {count} 件は、このテナントでアカウントから参照できません: {subscriptions}。',
    },
    next: {
      en: 'Check the ids and the tenant, or have the role Reader given.',
      ja: 'ID とテナントを確認するか、閲覧者ロールの付与を依頼してください。',
    },
  },
  'azure-sync-partial': {
    severity: 'warning',
    message: {
      en: 'The sync of {tenant} of {date} is not whole: {missing} of {parts} parts are missing ({examples}). Every number and total here may be too low.',
      ja: '{date} の {tenant} の同期は完全ではありません。{parts} 件中 {missing} 件が不足しています ({examples})。ここに示す数値と合計は実際より少ない可能性があります。',
    },
    next: {
      en: 'Sync again: it goes on where it stopped. "coverage" says what is missing of which subscription.',
      ja: '再度同期すると続きから読み取ります。不足の内訳は「coverage」で確認できます。',
    },
  },
  'azure-sync-rows': {
    severity: 'warning',
    message: {
      en: '{what} answered {rows, plural, one {# row} other {# rows}} and had announced {total}.',
      ja: '{what} は {total} 行を通知しましたが、実際の応答は {rows} 行でした。',
    },
    next: {
      en: 'Resources may have come or gone meanwhile. Where the difference is large, sync anew.',
      ja: '同期中にリソースが増減した可能性があります。差が大きい場合は、最初から同期し直してください。',
    },
  },
  'azure-sync-limited': {
    severity: 'warning',
    message: {
      en: 'The tenant has more subscriptions than Azure Resource Graph searches in one query; {what} may lack some.',
      ja: 'テナントのサブスクリプション数が Azure Resource Graph の上限を超えています。{what} に漏れがある可能性があります。',
    },
    next: {
      en: 'Sync in several runs with fewer subscriptions each.',
      ja: 'サブスクリプションを分けて複数回に分割して同期してください。',
    },
  },
  'azure-sync-started-again': {
    severity: 'info',
    message: {
      en: 'Azure no longer knew where {what} had stopped, so it was read from its beginning.',
      ja: '{what} の中断位置が Azure で無効になったため、最初から読み取りました。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'azure-sync-machine-plans': {
    severity: 'warning',
    message: {
      en: 'The plan of {count, plural, one {# machine} other {# machines}} of {scope} could not be read (for example {example}: {detail}).',
      ja: '{scope} のマシン {count} 台のプランを読み取れませんでした (例: {example}: {detail})。',
    },
    next: {
      en: 'Sync again: only these machines are asked. Until then they count as inheriting their plan, unconfirmed.',
      ja: '再度同期すると該当マシンだけを確認します。それまでは、未確認のままプランを継承しているものとして扱います。',
    },
  },
  'azure-sync-machines-gone': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# machine} other {# machines}} of {scope} went away while the sync ran (for example {example}).',
      ja: '{scope} のマシン {count} 台が同期中に削除されました (例: {example})。',
    },
    next: { en: 'A refresh takes them out of the list.', ja: '最新の情報に更新すると一覧から除かれます。' },
  },
  'azure-sync-refreshed': {
    severity: 'info',
    message: {
      en: 'Since the sync before: {new, plural, one {# server is} other {# servers are}} new ({newNames}), {gone} are gone ({goneNames}), {changed} changed ({changedNames}).',
      ja: '前回の同期以降: 新規 {new} 台 ({newNames})、削除 {gone} 台 ({goneNames})、変更 {changed} 台 ({changedNames})。',
    },
    next: {
      en: 'Look at overrides and named lists that meant servers which are gone.',
      ja: '削除されたサーバーを対象とする個別指定や名前付きリストを確認してください。',
    },
  },
  'azure-defender-consent': {
    severity: 'warning',
    message: {
      en: 'Defender for Endpoint of {scope} could not be read: {detail}',
      ja: '{scope} の Defender for Endpoint を読み取れませんでした: {detail}',
    },
    next: {
      en: "Sign in with the customer's own app registration that has the delegated permission Machine.Read (WindowsDefenderATP), or import the devices as a file.",
      ja: '委任されたアクセス許可 Machine.Read (WindowsDefenderATP) を持つ顧客のアプリ登録でサインインするか、デバイスの一覧をファイルで取り込んでください。',
    },
  },
  'azure-integration-off': {
    severity: 'warning',
    message: {
      en: 'The Defender for Endpoint integration (WDATP) is off in {count, plural, one {# subscription} other {# subscriptions}} ({subscriptions}): their machines get no sensor, whatever plan they have.',
      ja: '{count} 件のサブスクリプション ({subscriptions}) で Defender for Endpoint 統合 (WDATP) がオフです。プランに関係なく、マシンにセンサーが展開されません。',
    },
    next: {
      en: 'Switch it on: Environment settings > Settings and monitoring > Endpoint protection.',
      ja: '環境設定 >「設定と監視」>「エンドポイント保護」でオンにしてください。',
    },
  },
  'azure-mde-servers-none': {
    severity: 'warning',
    message: {
      en: 'Direct onboarding is on, yet Azure lists no directly onboarded server. The type is not documented, so their number is unknown, not 0.',
      ja: '直接オンボードはオンですが、直接オンボードされたサーバーが Azure の一覧にありません。公開されていない種類のため、台数は 0 ではなく不明です。',
    },
    next: {
      en: 'Take them from Defender for Endpoint: sync it too, or import its devices.',
      ja: 'Defender for Endpoint を同期するか、デバイスの一覧を取り込んで確認してください。',
    },
  },
} as const satisfies Record<string, FindingText>;
