import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  /** One line under the title. */
  readonly summary?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** `fill`: the content takes the height that is left and scrolls itself. */
  readonly layout?: 'scroll' | 'fill';
  readonly children?: ReactNode;
}

/** A screen: its title, what can be done there, and its content. */
export function Page({ title, summary, actions, layout = 'scroll', children }: PageProps) {
  return (
    <main className={styles.page} data-layout={layout} data-pane="content" aria-label={title} tabIndex={-1}>
      <header className={styles.header}>
        <div className={styles.titles}>
          <h1>{title}</h1>
          {summary && <div className={styles.summary}>{summary}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.content}>{children}</div>
    </main>
  );
}

interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a screen with a heading of its own. */
export function Section({ title, actions, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.sectionHeader}>
        <h2>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
