'use client';

import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from '../field.module.css';
import { typedDecimal } from '../typed-decimal.ts';

/** What was charged, as typed. */
export interface Fee {
  amount: string;
  invoiceNo: string;
}

/** What goes with the signature: nothing when nothing was charged (SITE-19). */
export function feeOf({ amount, invoiceNo }: Fee): { chargedAmount?: number; invoiceNo?: string } {
  const charged = Number(amount);
  if (!(charged > 0)) return {};
  return { chargedAmount: charged, ...(invoiceNo.trim() === '' ? {} : { invoiceNo: invoiceNo.trim() }) };
}

/** Amount and invoice, folded away where nothing is charged, as it mostly is. */
export function FeeFields({ fee, onChange }: { fee: Fee; onChange: (fee: Fee) => void }) {
  const m = useMessages().onSite.fee;
  return (
    <details className={classes.doneList} open={fee.amount !== ''}>
      <summary>{m.title}</summary>
      <div className={classes.stack}>
        <p className={classes.hint}>{m.hint}</p>
        <label className={classes.field}>
          <span>{m.amount}</span>
          <input
            type="text"
            inputMode="decimal"
            value={fee.amount}
            onChange={(event) =>
              onChange({ ...fee, amount: typedDecimal(fee.amount, event.currentTarget.value) })
            }
          />
        </label>
        <label className={classes.field}>
          <span>{m.invoiceNo}</span>
          <input
            type="text"
            maxLength={40}
            value={fee.invoiceNo}
            onChange={(event) => onChange({ ...fee, invoiceNo: event.currentTarget.value })}
          />
        </label>
      </div>
    </details>
  );
}
