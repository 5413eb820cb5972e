import type { ReactNode } from 'react';
import styles from './machine.module.css';

/** A part of the pane with its heading. */
export function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.block}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
