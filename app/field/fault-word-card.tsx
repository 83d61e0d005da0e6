import { faultWord } from '#domain/script/fault-word.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { Say } from './say.tsx';
import type { WizardProps } from './step-props.ts';

/** What the customer of a fault may be told now, by its phase and cause (ATTR-02…06); nothing while something is missing for it. */
export function FaultWordCard({ order }: Pick<WizardProps, 'order'>) {
  const m = useMessages().onSite.faultWord;
  if (order.type !== 'fault' || order.acceptedAt === null) return null;
  const text = faultWord(order, {}).rendered?.text ?? null;
  return text === null ? null : <Say heading={m.title}>{text}</Say>;
}
