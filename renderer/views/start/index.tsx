import { useText } from '../../i18n/use-text.ts';
import { selectMachines, selectOpenProject } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { SaveCollector } from './collector.tsx';
import { Coverage } from './coverage.tsx';
import { KeyFigures } from './key-figures.tsx';
import { FirstSteps, Projects, StartActions } from './projects.tsx';
import styles from './start.module.css';
import { TopFindings } from './top-findings.tsx';

/** The first screen: which project, how much of it is known, and what matters in it. */
export default function StartScreen() {
  const text = useText('start');
  const project = useApp(selectOpenProject);
  const status = useApp((state) => state.project);
  const hasMachines = useApp((state) => selectMachines(state).length > 0);
  const isEmpty = !hasMachines && (project?.state.coverage.length ?? 0) === 0;
  return (
    <Page
      title={project ? project.state.project.name : text('title')}
      summary={project ? project.state.project.path : text('summary')}
      actions={project && <StartActions />}
    >
      {status.kind === 'failed' && (
        <div className={styles.failure}>
          <FailureNote failure={status.failure} effect={text('failed.effect')} />
        </div>
      )}
      {isEmpty && <FirstSteps isOpen={project !== null} />}
      {project && !isEmpty && (
        <>
          <KeyFigures />
          <Section title={text('findings')}>
            <TopFindings />
          </Section>
          <Section title={text('coverage')} actions={<SaveCollector />}>
            <Coverage coverage={project.state.coverage} />
          </Section>
        </>
      )}
      {project ? (
        <Section title={text('projects')}>
          <Projects />
        </Section>
      ) : (
        <Projects isFirst />
      )}
    </Page>
  );
}
