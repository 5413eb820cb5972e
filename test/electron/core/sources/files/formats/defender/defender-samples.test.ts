import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { goldenReading } from '../../../../../../support/golden-reading.ts';
import { readAll } from '../../../../../../support/read-all.ts';

const SAMPLES = fileURLToPath(new URL('../../../../../../fixtures/samples/', import.meta.url));
const GOLDEN = fileURLToPath(new URL('../../../../../../golden/formats/', import.meta.url));

describe('samples of Defender', () => {
  it.each([
    ['mde-api-machines.json', 'mde-machines'],
    ['mdc-inventory.en.unverified-headers.csv', 'mdc-inventory'],
  ])('%s is read as %s, whole', async (file, format) => {
    const read = await readAll([SAMPLES + file]);
    expect(read[0]?.format).toBe(format);
    await expect(goldenReading(read)).toMatchFileSnapshot(`${GOLDEN}${file}.txt`);
  });

  it("reads the documentation's sample of /api/machines, which is not valid JSON", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'defender-'));
    const path = join(folder, 'machines.json');
    const device = (id: string, more: string) =>
      `{ "id": "${id.repeat(40)}", "ComputerDnsName": "srv${id}.contoso.example", "osPlatform": "WindowsServer2022", "HealthStatus": "Active", "onboardingStatus": "onboarded", ${more} }`;
    writeFileSync(
      path,
      `{ "@odata.context": "https://example/$metadata#Machines", "value": [\n${device('a', '"machineTags": [ "test tag 1", "env=prod", ],')}\n${device('b', '"vmMetadata": { "cloudProvider": "Azure" }')} ] }`,
    );
    const read = await readAll([path]);
    rmSync(folder, { recursive: true });
    expect(read[0]?.recordsRead).toMatchObject([
      { type: 'read', what: 'defender' },
      {
        name: 'srva.contoso.example',
        fqdn: 'srva.contoso.example',
        sensorOnboarding: 'onboarded',
        tags: { 'test tag 1': '', env: 'prod' },
      },
      { name: 'srvb.contoso.example', cloudProvider: 'azure' },
    ]);
  });
});
