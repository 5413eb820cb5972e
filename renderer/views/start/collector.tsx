import { Button } from '@fluentui/react-components';
import { bytesOf } from '../../host/bytes.ts';
import { useHost } from '../../host/use-host.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAppStore } from '../../state/use-app.ts';

/** Saves what a customer's administrator runs where we have no access, as one zip in the language of the app. */
export function SaveCollector() {
  const text = useText('start');
  const host = useHost();
  const store = useAppStore();
  const save = async () => {
    const { fail, tell } = store.getState();
    const reply = await host.call('collector.render', {});
    if (!reply.ok) return fail(reply.failure);
    const { name, base64 } = reply.value;
    const saved = await host.actions.saveFile(name, bytesOf(base64));
    if (saved !== null) tell('saved', { name: saved });
  };
  return <Button onClick={() => void save()}>{text('collector.save')}</Button>;
}
