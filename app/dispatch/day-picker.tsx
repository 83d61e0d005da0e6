import { DatePicker } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { useLanguage } from '../ui/i18n/provider.tsx';

interface Props {
  /** Local date, 2026-03-10. */
  readonly date: string;
  readonly onPick: (date: string) => void;
}

/** A month to pick a day from. */
export function DayPicker({ date, onPick }: Props) {
  const language = useLanguage();
  return (
    <DatePicker
      locale={language === 'en' ? 'en' : 'zh-cn'}
      monthLabelFormat={language === 'en' ? 'MMMM YYYY' : 'YYYY年M月'}
      yearLabelFormat={language === 'en' ? 'YYYY' : 'YYYY年'}
      defaultDate={date}
      value={date}
      onChange={(next) => next && onPick(next)}
    />
  );
}
