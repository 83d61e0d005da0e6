import type { RuleId } from '#domain/base/rule-id.ts';
import type { ParameterName } from '#domain/standard/parameter.ts';
import type { OriginKind, ResolvedStandard } from '#domain/standard/resolve.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import type { RuleText } from '../../ui/i18n/rule-text.ts';
import { ParameterValue } from './parameter-value.tsx';
import classes from './standards.module.css';

/** Every parameter of one standard with its value and where that comes from (§21.2). */
export function StandardTable(props: {
  standard: ResolvedStandard;
  names: readonly ParameterName[];
  m: Messages;
  rules: Readonly<Record<RuleId, RuleText>>;
}) {
  const { standard, names, m, rules } = props;
  const { columns, kinds, silent } = m.standards;
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{columns.parameter}</th>
            <th scope="col">{columns.value}</th>
            <th scope="col">{columns.origin}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const { value, kind, rule, clause, source } = standard.origin(name);
            return (
              <tr key={name} data-parameter={name} data-origin={kind}>
                <th scope="row">
                  {rules[rule].title}
                  <small>
                    {rule} · <code>{name}</code>
                  </small>
                </th>
                <td>
                  <ParameterValue name={name} value={value} m={m} />
                </td>
                <td>
                  <span className={classes.kind} data-kind={kind}>
                    {kinds[kind]}
                  </span>
                  {source ? <small>{source}</small> : null}
                  {clause ? <q lang="zh-CN">{clause}</q> : <small>{silent}</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** How many of the parameters come from where. */
export function countOrigins(
  standard: ResolvedStandard,
  names: readonly ParameterName[],
): Record<OriginKind, number> {
  const counts = { stated: 0, inherited: 0, choice: 0 };
  for (const name of names) counts[standard.origin(name).kind] += 1;
  return counts;
}
