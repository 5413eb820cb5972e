import { verifyFile } from './verify-file.ts';

// The process that `verifyInChild` starts: looks through one file and answers once.
process.send?.(verifyFile(process.argv[2] ?? ''), () => process.disconnect());
