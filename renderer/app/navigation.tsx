import { Tooltip } from '@fluentui/react-components';
import { useText } from '../i18n/use-text.ts';
import { SCREENS, SCREENS_WITHOUT_PROJECT, type Screen } from '../state/navigation-slice.ts';
import { selectOpenProject } from '../state/selectors.ts';
import { useApp, useAppStore } from '../state/use-app.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './navigation.module.css';
import { SCREEN_ENTRIES } from './screens.tsx';
import { useMedia } from './theme.ts';

/** The screens at the left; only their icons where the window is narrow. */
export function Navigation() {
  const text = useText('shell');
  const current = useApp(({ location }) => location.screen);
  const hasProject = useApp((state) => selectOpenProject(state) !== null);
  return (
    <nav className={styles.nav} aria-label={text('navigation')} data-pane="navigation">
      <ul className={styles.list}>
        {SCREENS.map((screen) => (
          <li key={screen} className={screen === 'settings' ? styles.apart : undefined}>
            <Item
              screen={screen}
              isCurrent={screen === current}
              isQuiet={!hasProject && !SCREENS_WITHOUT_PROJECT.has(screen)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ItemProps {
  readonly screen: Screen;
  readonly isCurrent: boolean;
  /** Nothing is there yet without a project; it can be opened all the same, and says what to do. */
  readonly isQuiet: boolean;
}

function Item({ screen, isCurrent, isQuiet }: ItemProps) {
  const text = useText('shell');
  const store = useAppStore();
  const isNarrow = useMedia('(max-width: 1000px)');
  const { icon } = SCREEN_ENTRIES[screen];
  const name = text(`screen.${screen}`);
  const button = (
    <button
      type="button"
      className={styles.item}
      aria-current={isCurrent ? 'page' : undefined}
      data-quiet={isQuiet || undefined}
      onClick={() => store.getState().navigate(screen)}
    >
      <Icon of={icon} className={styles.icon} />
      <span className={styles.name}>{name}</span>
    </button>
  );
  if (!isNarrow) return button;
  return (
    <Tooltip content={name} relationship="label" positioning="after">
      {button}
    </Tooltip>
  );
}
