import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import styles from './shell.module.css';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** A screen that breaks takes nothing else with it, and says what is safe. */
export class ViewBoundary extends Component<BoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <Broken error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}

function Broken({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const text = useText('shell');
  return (
    <div className={styles.broken}>
      <FailureNote
        failure={{
          code: 'internal',
          message: text('broken.message', { detail: error.message }),
          next: text('broken.next'),
        }}
        effect={text('broken.effect')}
      />
      <Button onClick={retry}>{text('broken.retry')}</Button>
    </div>
  );
}
