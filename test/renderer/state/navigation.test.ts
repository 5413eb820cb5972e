import { afterAll, beforeEach, expect, it } from 'vitest';
import { openTestPage } from '../core-host.ts';

const page = openTestPage();
afterAll(() => page.close());
beforeEach(() => page.store.setState({ location: { screen: 'start', focus: null }, past: [], future: [] }));

it('goes back and forward over screens, and forgets what was ahead on a new way', () => {
  const { navigate, back, forward } = page.store.getState();
  navigate('inventory');
  navigate('cost');
  back();
  expect(page.store.getState().location.screen).toBe('inventory');
  forward();
  expect(page.store.getState().location.screen).toBe('cost');
  back();
  navigate('export');
  forward();
  expect(page.store.getState().location.screen).toBe('export');
});

it('walking through a list is no step of its own', () => {
  const { navigate, refocus, back } = page.store.getState();
  navigate('inventory', 'm1');
  refocus('m2');
  refocus('m3');
  back();
  expect(page.store.getState().location).toEqual({ screen: 'start', focus: null });
});

it('going where one is changes nothing', () => {
  page.store.getState().navigate('start');
  expect(page.store.getState().past).toEqual([]);
});
