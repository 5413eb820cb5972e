import type { ProjectState } from '../../../shared/contract/app-views.ts';
import { useText } from '../../i18n/use-text.ts';
import { filesWithoutTenant, tenantsOf } from '../../state/tenants.ts';
import { TenantChoice } from './tenant-choice.tsx';
import styles from './tenants.module.css';

/** Asks which tenant files belong to that do not say so, where the project has several; nothing where all is clear. */
export function TenantQuestion({ state }: { readonly state: ProjectState }) {
  const text = useText('evidence');
  const files = filesWithoutTenant(state);
  if (files.length === 0) return null;
  return (
    <section className={styles.question} aria-label={text('tenant.title')}>
      <h2>{text('tenant.title')}</h2>
      <p className={styles.quiet}>{text('tenant.text', { count: tenantsOf(state).length })}</p>
      <div className={styles.files}>
        {files.map((file) => (
          <TenantChoice key={file.id} file={file} state={state} label={text('tenant.of', { file: file.file })} />
        ))}
      </div>
    </section>
  );
}
