import type { FluentIcon } from '@fluentui/react-icons';
import { ArrowExportRegular } from '@fluentui/react-icons/svg/arrow-export';
import { BranchRegular } from '@fluentui/react-icons/svg/branch';
import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr';
import { DocumentMultipleRegular } from '@fluentui/react-icons/svg/document-multiple';
import { HomeRegular } from '@fluentui/react-icons/svg/home';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import { MoneyRegular } from '@fluentui/react-icons/svg/money';
import { PlugConnectedRegular } from '@fluentui/react-icons/svg/plug-connected';
import { ScalesRegular } from '@fluentui/react-icons/svg/scales';
import { ServerRegular } from '@fluentui/react-icons/svg/server';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Screen } from '../state/navigation-slice.ts';

interface ScreenEntry {
  readonly icon: FluentIcon;
  /** Loaded when it is first shown. The module's default export is the screen. */
  readonly View: LazyExoticComponent<ComponentType>;
}

/** Every screen; names are in the catalogue `shell`, under `screen.<id>`. */
export const SCREEN_ENTRIES: Readonly<Record<Screen, ScreenEntry>> = {
  start: { icon: HomeRegular, View: lazy(() => import('../views/start/index.tsx')) },
  connect: { icon: PlugConnectedRegular, View: lazy(() => import('../views/connect/index.tsx')) },
  evidence: { icon: DocumentMultipleRegular, View: lazy(() => import('../views/evidence/index.tsx')) },
  inventory: { icon: ServerRegular, View: lazy(() => import('../views/inventory/index.tsx')) },
  requirements: { icon: ClipboardTaskListLtrRegular, View: lazy(() => import('../views/requirements/index.tsx')) },
  subscriptions: { icon: KeyRegular, View: lazy(() => import('../views/subscriptions/index.tsx')) },
  direct: { icon: BranchRegular, View: lazy(() => import('../views/direct/index.tsx')) },
  cost: { icon: MoneyRegular, View: lazy(() => import('../views/cost/index.tsx')) },
  compare: { icon: ScalesRegular, View: lazy(() => import('../views/compare/index.tsx')) },
  export: { icon: ArrowExportRegular, View: lazy(() => import('../views/export/index.tsx')) },
  settings: { icon: SettingsRegular, View: lazy(() => import('../views/settings/index.tsx')) },
  about: { icon: InfoRegular, View: lazy(() => import('../views/about/index.tsx')) },
};
