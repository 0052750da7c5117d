import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openRuns } from '../../../src/github/runs.js';
import { createTestPorts } from '../http/test-ports.js';
import { temporaryFolder } from '../runner/step-process.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

// In a file of its own: Node loads a module once, and remembers that it could not.
test('an event that cannot be read is told by the variable that names it', async () => {
  const path = join(temporaryFolder(), 'event.json');
  writeFileSync(path, '{');
  vi.stubEnv('GITHUB_EVENT_PATH', path);
  const forge = { apiUrl: 'https://api.github.example', token: 'not-a-real-token' };
  await expect(openRuns(forge, createTestPorts())).rejects.toThrow(/the file of GITHUB_EVENT_PATH is not to be read/);
});
