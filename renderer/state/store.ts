import { createStore, type StateCreator, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../../shared/model/index.ts';
import type { Host } from '../host/host.ts';
import { type CompareSlice, compareSlice } from './compare-slice.ts';
import { type ConnectSlice, connectSlice } from './connect-slice.ts';
import { type ImportSlice, importSlice } from './import-slice.ts';
import { type InventorySlice, inventorySlice } from './inventory-slice.ts';
import { type NavigationSlice, navigationSlice } from './navigation-slice.ts';
import { type NoticeSlice, noticeSlice } from './notice-slice.ts';
import { type PlanningSlice, planningSlice } from './planning-slice.ts';
import { type ProjectSlice, projectSlice } from './project-slice.ts';
import { type RequirementsSlice, requirementsSlice } from './requirements-slice.ts';
import { type SessionSlice, sessionSlice } from './session-slice.ts';

/** Everything that the page knows and does. A screen with a state of its own adds its slice here. */
export interface AppState
  extends SessionSlice,
    ProjectSlice,
    PlanningSlice,
    NavigationSlice,
    NoticeSlice,
    CompareSlice,
    ConnectSlice,
    ImportSlice,
    RequirementsSlice,
    InventorySlice {}

/** A part of the store, made with the host that its actions call. */
export type Slice<Part> = (host: Host, systemLanguage: Language) => StateCreator<AppState, [], [], Part>;

export type AppStore = StoreApi<AppState>;

export function createAppStore(host: Host, systemLanguage: Language): AppStore {
  return createStore<AppState>()((...store) => ({
    ...sessionSlice(host, systemLanguage)(...store),
    ...projectSlice(host, systemLanguage)(...store),
    ...planningSlice(host, systemLanguage)(...store),
    ...navigationSlice(host, systemLanguage)(...store),
    ...noticeSlice(host, systemLanguage)(...store),
    ...compareSlice(host, systemLanguage)(...store),
    ...connectSlice(host, systemLanguage)(...store),
    ...importSlice(host, systemLanguage)(...store),
    ...requirementsSlice(host, systemLanguage)(...store),
    ...inventorySlice(host, systemLanguage)(...store),
  }));
}
