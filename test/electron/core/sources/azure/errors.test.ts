import { describe, expect, it } from 'vitest';
import { clockToMs, errorOfAnswer, errorOfFailure, waitOf } from '../../../../../electron/core/sources/azure/errors.ts';
import { fixture } from '../../../../support/azure-server/contract.ts';

const none = () => undefined;

describe('an answer that is no success', () => {
  it('is told by what the service says inside: published errors', () => {
    const { errors } = fixture<{ errors: { status: number | null; body?: object }[] }>('published/errors.json');
    const read = errors.flatMap(({ status, body }) =>
      status !== null && body ? [errorOfAnswer(status, none, JSON.stringify(body))] : [],
    );
    expect(read.map(({ problem, code }) => [problem, code])).toEqual([
      ['throttled', 'RateLimiting'],
      ['refused', 'InvalidUrlConfiguration'],
      ['throttled', 'ResourceRequestsThrottled'],
    ]);
  });

  it.each([
    [400, { error: { code: 'BadRequest', details: [{ code: 'ResponsePayloadTooLarge', message: 'm' }] } }, 'too-large'],
    [
      400,
      { error: { code: 'BadRequest', details: [{ code: 'NoValidSubscriptionsInQueryRequest', message: 'm' }] } },
      'forbidden',
    ],
    [401, {}, 'unauthorized'],
    [403, { error: { code: 'AuthorizationFailed', message: 'm' } }, 'forbidden'],
    [404, {}, 'not-found'],
    [407, {}, 'proxy'],
    [409, {}, 'refused'],
    [500, {}, 'server'],
    [503, {}, 'server'],
  ])('%i %j is %s', (status, body, problem) => {
    expect(errorOfAnswer(status, none, JSON.stringify(body)).problem).toBe(problem);
  });

  it('of a proxy that answers in HTML is no crash', () => {
    expect(errorOfAnswer(502, none, '<html>Bad gateway</html>')).toMatchObject({
      problem: 'server',
      message: 'HTTP 502',
    });
  });
});

describe('how long a throttled caller waits', () => {
  const header = (headers: Record<string, string>) => (name: string) => headers[name];

  it.each([
    [{ 'retry-after': '17' }, 17_000],
    [{ 'retry-after-ms': '250', 'retry-after': '1' }, 250],
    [{ 'x-ms-user-quota-resets-after': '00:01:05' }, 65_000],
    [{}, null],
  ])('%j: %s ms', (headers, expected) => {
    expect(waitOf(429, header(headers))).toBe(expected);
  });

  it('takes no quota for a reason where another one was given', () => {
    expect(waitOf(500, header({ 'x-ms-user-quota-resets-after': '00:00:05' }))).toBeNull();
  });

  it('reads clocks', () => {
    expect(['00:00:05', '1.00:00:00', '5', undefined].map(clockToMs)).toEqual([5_000, 86_400_000, null, null]);
  });
});

describe('a request that got no answer', () => {
  const failure = (code: string, message = code) => Object.assign(new Error(message), { code });

  it.each([
    [failure('ENOTFOUND'), false, 'network'],
    [failure('ECONNREFUSED'), true, 'proxy'],
    [failure('SELF_SIGNED_CERT_IN_CHAIN'), true, 'tls'],
    [failure('REQUEST_SEND_ERROR', 'Proxy connection ended before receiving CONNECT response'), false, 'proxy'],
    [Object.assign(new Error('wrapped'), { cause: failure('CERT_HAS_EXPIRED') }), false, 'tls'],
    [Object.assign(new Error('no'), { name: 'CredentialUnavailableError' }), false, 'sign-in'],
    [Object.assign(new Error('aborted'), { name: 'AbortError' }), false, 'timeout'],
    [new SyntaxError('Unexpected token <'), false, 'contract'],
  ])('%s (proxy %s) is %s', (error, isProxied, problem) => {
    expect(errorOfFailure(error, undefined, isProxied).problem).toBe(problem);
  });

  it('is cancelled where the caller wished it', () => {
    expect(errorOfFailure(new Error('aborted'), AbortSignal.abort(), false).problem).toBe('cancelled');
  });
});
