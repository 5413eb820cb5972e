import type { FindingText } from '../../model/index.ts';

/** Findings about files as a whole: the same file again, a newer or an older export of the same source, files left over. */
export const EVIDENCE_FINDINGS = {
  'evidence-known': {
    severity: 'info',
    message: {
      en: 'This file is in the project already, as {known}. Nothing changed.',
      ja: 'このファイルは {known} として既に読み込まれています。変更はありません。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'evidence-tenant-told': {
    severity: 'info',
    message: {
      en: 'This file is in the project already, as {known}. It now belongs to tenant {tenant}.',
      ja: 'このファイルは {known} として既に読み込まれています。テナント {tenant} に属するものとしました。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'evidence-replaced': {
    severity: 'info',
    message: {
      en: 'A newer export of {older} ({olderDate}): it takes its place. {appeared} appeared ({appearedNames}), {disappeared} disappeared ({disappearedNames}).',
      ja: '{older} ({olderDate}) の新しいエクスポートとして置き換えました。追加 {appeared} 件 ({appearedNames})、削除 {disappeared} 件 ({disappearedNames})。',
    },
    next: {
      en: 'Check that what disappeared is really gone, and not only filtered out of the export.',
      ja: '削除された項目が実際に存在しないか、エクスポート時の絞り込みによるものか確認してください。',
    },
  },
  'evidence-replaced-same': {
    severity: 'info',
    message: {
      en: 'A newer export of {older} ({olderDate}): it takes its place. It speaks of the same items; what it says of them counts now.',
      ja: '{older} ({olderDate}) の新しいエクスポートとして置き換えました。項目の追加と削除はなく、内容は新しいものを使用します。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'evidence-older': {
    severity: 'warning',
    message: {
      en: 'An older export ({date}) of what {newer} ({newerDate}) says: it does not count.',
      ja: '{newer} ({newerDate}) より古いエクスポート ({date}) のため、使用しません。',
    },
    next: {
      en: 'If this file is the right one, remove {newer} and import it again.',
      ja: 'このファイルが正しい場合は、{newer} を削除してから再度インポートしてください。',
    },
  },
  'export-stale-target': {
    severity: 'warning',
    message: {
      en: 'This file is from an earlier export and does not belong to this plan.',
      ja: 'このファイルは以前のエクスポートのもので、今回の計画には含まれません。',
    },
    next: {
      en: 'Delete it before anybody runs the script with it, or export into an empty folder.',
      ja: 'スクリプトで使用される前に削除するか、空のフォルダーにエクスポートしてください。',
    },
  },
  'plan-differs': {
    severity: 'warning',
    message: {
      en: '{name}: {file} has {planBefore} ({methodBefore}), the plan made now has {planAfter} ({methodAfter}).',
      ja: '{name}: {file} では{planBefore} ({methodBefore}) ですが、今回の計画では{planAfter} ({methodAfter}) です。',
    },
    next: {
      en: 'Check rules, overrides and assumptions: they are not part of plan.csv. "plan --explain" tells why.',
      ja: '要件ルール、個別指定、前提条件は plan.csv に含まれません。「plan --explain」で理由を確認してください。',
    },
  },
} as const satisfies Record<string, FindingText>;
