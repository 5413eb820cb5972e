import type { Params } from '../../../shared/contract/index.ts';
import { printSettings } from '../print/settings.ts';
import type { Session } from '../session.ts';
import { commandFailure } from '../settings-file.ts';
import type { VerbHost } from './verb.ts';

/** `settings`: what holds for the planner on this computer, in every project. */
export function registerSettings({ program, help, run }: VerbHost): void {
  program
    .command('settings')
    .argument('[key=value...]')
    .description(help('settings'))
    .action((pairs: string[], options: object) =>
      run(options, async (session) => {
        const view = await (pairs.length === 0
          ? session.call('app.settings', {})
          : session.call('app.setSettings', changeOf(pairs, session)));
        session.show('settings', view, (document) => printSettings(document, session.language));
        return 0;
      }),
    );
}

type Change = Params<'app.setSettings'>;

/** An empty value takes a setting back. A value that is none is refused by the contract, which names the others. */
const SETTINGS: Readonly<Record<string, (value: string) => Change>> = {
  language: (value) => ({ language: (value || 'system') as NonNullable<Change['language']> }),
  theme: (value) => ({ theme: (value || 'system') as NonNullable<Change['theme']> }),
  by: (value) => ({ by: value }),
  'client-id': (value) => ({ clientId: value || null }),
  cloud: (value) => ({ cloud: (value || 'public') as NonNullable<Change['cloud']> }),
};

function changeOf(pairs: readonly string[], { language }: Session): Change {
  return Object.assign(
    {},
    ...pairs.map((pair) => {
      const [key = '', ...rest] = pair.split('=');
      const setting = Object.hasOwn(SETTINGS, key) ? SETTINGS[key] : undefined;
      if (!setting || rest.length === 0) {
        const detail = `KEY=VALUE (${Object.keys(SETTINGS).join(', ')}): ${pair}`;
        throw commandFailure('wrong-use', { detail }, language);
      }
      return setting(rest.join('=').trim());
    }),
  ) as Change;
}
