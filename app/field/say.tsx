import classes from './field.module.css';

/** A phrase of the standard to be said to the customer. */
export function Say({ heading, children }: { heading: string; children: string }) {
  return (
    <figure className={classes.say}>
      <figcaption>{heading}</figcaption>
      <blockquote lang="zh-CN">{children}</blockquote>
    </figure>
  );
}
