/** The screen of settings. */
export const settings = {
  title: 'Settings',
  app: 'This computer',
  language: 'Language',
  'language.system': 'As the system',
  'language.en': 'English',
  'language.ja': '日本語',
  theme: 'Appearance',
  'theme.system': 'As the system',
  'theme.light': 'Light',
  'theme.dark': 'Dark',
  'theme.high-contrast': 'High contrast',
  by: 'Your name',
  'by.hint': 'Stands beside the overrides that you make, in the project and in its exports.',
  azure: 'Signing in to Azure',
  'azure.hint':
    'For the first sync of a project; the next ones begin with what the last one took. Azure operated by 21Vianet (China) has no Defender for Cloud any more.',
  project: 'The open project',
  projectOf: 'Project: {{name}}',
  'project.none': 'Open a project to set its edition, prices and hours.',
  data: 'Data',
  'data.text':
    'Projects, settings and copies are kept in the folder below. Nothing is sent anywhere: no telemetry, no updates, no fonts from the network. Only a sync that you start talks to Azure, and it only reads.',
  'data.show': 'Show the folder',
} as const;
