import { expect, it } from 'vitest';
import { proxyOf } from '../../../electron/main/system-proxy.ts';

it.each([
  ['DIRECT', null],
  ['', null],
  ['PROXY proxy.example:8080', 'http://proxy.example:8080'],
  ['PROXY 10.0.0.1:3128; DIRECT', 'http://10.0.0.1:3128'],
  ['HTTPS proxy.example:443;PROXY other.example:80', 'https://proxy.example:443'],
  ['SOCKS5 proxy.example:1080', null],
  ['DIRECT; PROXY proxy.example:8080', null],
  ['PROXY user@proxy.example:8080', null],
])('takes the first way of “%s”', (answer, proxy) => {
  expect(proxyOf(answer)).toBe(proxy);
});
