import type { Instant } from '#domain/base/brand.ts';
import type { CommandType } from '#protocol/command.ts';

/** What every panel and form of the page is given. */
export interface PanelProps {
  /** Commands that this person's role may send. */
  readonly may: ReadonlySet<CommandType>;
  readonly now: Instant;
  readonly onBack: () => void;
}
