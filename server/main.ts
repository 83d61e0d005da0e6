import { withKeptCompilation } from './keep-compiled.ts';

await withKeptCompilation(async () => {
  const { runProcess } = await import('./run-process.ts');
  await runProcess();
});
