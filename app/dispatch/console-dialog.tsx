import { Modal, type ModalProps } from '@mantine/core';
import { useMessages } from '../ui/i18n/provider.tsx';

/** A dialog of the console: the kit's, with a close button that says what it does. */
export function ConsoleDialog(props: ModalProps) {
  const m = useMessages().common;
  return <Modal closeButtonProps={{ 'aria-label': m.close }} {...props} />;
}
