'use client';

import { Alert, Button } from '@mantine/core';
import { IMPORT_KINDS, type ImportKind, type ImportReport } from '#protocol/import.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { reasonWords } from './report.ts';

/** Why the file was not read at all; where its headers are those of another kind, that kind is offered. */
export function FileFault({
  fault,
  kind,
  onReadAs,
}: {
  fault: NonNullable<ImportReport['fileFault']>;
  kind: ImportKind;
  onReadAs: (kind: ImportKind) => void;
}) {
  const m = useMessages().imports;
  const other = IMPORT_KINDS.find((each) => each === fault.facts.looksLike && each !== kind);
  return (
    <Alert color="red" variant="light" role="alert" title={m.refused.title}>
      {reasonWords({ reason: fault.reason, facts: fault.facts as never }, m.fileFault, m.unknownReason)}
      {other ? (
        <Button mt="sm" display="block" onClick={() => onReadAs(other)}>
          {m.readAs(m.kind[other])}
        </Button>
      ) : null}
    </Alert>
  );
}
