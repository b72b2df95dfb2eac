import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/editors/**', 'test/tools/**'],
          sequence: { groupOrder: 0 },
          // Against hanging: a property that draws hundreds of manifests takes its time on a busy machine.
          testTimeout: 180_000,
        },
      },
      {
        // Programs of others that read what we write; they are installed first.
        test: {
          name: 'tools',
          include: ['test/tools/*.test.ts'],
          sequence: { groupOrder: 0 },
          globalSetup: ['test/tools/setup.ts'],
          testTimeout: 180_000,
        },
      },
      {
        // Real editors: slow to start and easily disturbed, so they run after everything else and one at a time.
        test: {
          name: 'editors',
          include: ['test/editors/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/editors/.work/**'],
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          // Once more, in a window of its own: VS Code loses a click or a key now and then on a busy machine. Vitest says where it did.
          retry: 1,
          globalSetup: ['test/editors/setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
