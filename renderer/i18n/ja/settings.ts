import type { settings as english } from '../en/settings.ts';
import type { Translated } from '../types.ts';

export const settings: Translated<typeof english> = {
  title: '設定',
  app: 'このコンピューター',
  language: '言語',
  'language.system': 'システムに合わせる',
  'language.en': 'English',
  'language.ja': '日本語',
  theme: '外観',
  'theme.system': 'システムに合わせる',
  'theme.light': 'ライト',
  'theme.dark': 'ダーク',
  'theme.high-contrast': 'ハイ コントラスト',
  by: '名前',
  'by.hint': '個別指定を行ったときに、プロジェクトとエクスポートに記録されます。',
  azure: 'Azure へのサインイン',
  'azure.hint':
    'プロジェクトの最初の同期の既定値です。以降は前回の同期の値が既定になります。21Vianet が運用する Azure (中国) では Defender for Cloud の提供が終了しています。',
  project: '開いているプロジェクト',
  projectOf: 'プロジェクト: {{name}}',
  'project.none': 'プロジェクトを開くと、ルールの版、価格の出典、時間数などを設定できます。',
  data: 'データ',
  'data.text':
    'プロジェクト、設定、バックアップは次のフォルダーに保存されます。テレメトリ、更新の確認、フォントの読み込みなど、外部への通信は行いません。Azure と通信するのは同期を開始したときだけで、読み取りのみです。',
  'data.show': 'フォルダーを表示',
};
