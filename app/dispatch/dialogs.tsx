import { AssignMenu } from './assign/assign-menu.tsx';
import { OutcomeDialog } from './assign/outcome-dialog.tsx';
import { ChangeDialog } from './change/change-dialog.tsx';
import { ConfirmDialog } from './change/confirm-dialog.tsx';
import { CallDialog } from './contact/call-dialog.tsx';
import { OffDutyDialog } from './duty/off-duty-dialog.tsx';
import { KeysSheet } from './keys/keys-sheet.tsx';
import { LateDialog } from './ripple/late-dialog.tsx';
import { WhyDialog } from './why/why-dialog.tsx';

/** Everything that may be open over the console, one at a time. */
export function Dialogs() {
  return (
    <>
      <AssignMenu />
      <OutcomeDialog />
      <ChangeDialog />
      <ConfirmDialog />
      <CallDialog />
      <LateDialog />
      <WhyDialog />
      <OffDutyDialog />
      <KeysSheet />
    </>
  );
}
