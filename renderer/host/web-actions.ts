import type { Reply } from '../../shared/contract/failures.ts';
import { type FilePurpose, type HostActions, type HostFacts, isExternalLink } from '../../shared/contract/host.ts';

interface Needed {
  /** Hands a file to the core. */
  readonly upload: (file: File) => Promise<Reply<{ readonly path: string }>>;
  /** Where the host keeps projects; the page reaches no other folder. */
  readonly projectsFolder: () => Promise<string>;
}

/** Endings that the file dialog proposes. */
const ACCEPT: Readonly<Record<FilePurpose, string>> = {
  evidence: '.csv,.tsv,.txt,.json,.jsonl,.xlsx,.zip',
  'column-map': '.json',
  prices: '.json,.csv',
};

/** What a browser can do: upload, download, print, open links. */
export function webActions(facts: HostFacts, { upload, projectsFolder }: Needed): HostActions<File> {
  const pathsOf: HostActions<File>['pathsOf'] = async (files, onProgress) => {
    const total = files.reduce((sum, { size }) => sum + size, 0);
    const paths: string[] = [];
    let done = 0;
    for (const file of files) {
      const reply = await upload(file);
      if (!reply.ok) throw new UploadFailed(reply.failure);
      paths.push(reply.value.path);
      done += file.size;
      onProgress?.(done, total);
    }
    return paths;
  };
  return {
    ...facts,
    can: { anyProjectPath: false, folders: false, reveal: false },
    pathsOf,
    async chooseFiles(purpose) {
      const files = await pickFiles(ACCEPT[purpose]);
      return files.length === 0 ? null : pathsOf(files);
    },
    chooseFolder: async () => null,
    chooseProject: async () => null,
    chooseProjectToSave: async (name) => `${await projectsFolder()}/${fileName(name)}.dfsplan`,
    async saveFile(name, bytes) {
      download(name, bytes);
      return name;
    },
    reveal: async () => undefined,
    async openExternal(url) {
      if (isExternalLink(url)) window.open(url, '_blank', 'noopener,noreferrer');
    },
    print: async () => window.print(),
    setMenuLanguage: async () => undefined,
  };
}

/** An upload that the host refused, in words. */
export class UploadFailed extends Error {
  readonly failure: Extract<Reply<never>, { ok: false }>['failure'];
  constructor(failure: UploadFailed['failure']) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The browser's own file dialog; an empty list is the user's "no". */
function pickFiles(accept: string): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = accept;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Without what no file system takes. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|]/g, '_').trim() || '_';
}
