import { Tab } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import styles from './counted-tab.module.css';

interface CountedTabProps {
  readonly value: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** A tab that says how many things are behind it. */
export function CountedTab({ value, count, children }: CountedTabProps) {
  const text = useText('common');
  return (
    <Tab value={value}>
      {children} <span className={styles.count}>{text('number', { value: count })}</span>
    </Tab>
  );
}
