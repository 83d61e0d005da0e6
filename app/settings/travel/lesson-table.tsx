import type { Area } from '#domain/area/area.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayWords } from '../../ui/time.ts';
import classes from './travel.module.css';
import type { Lesson } from './travel-page.tsx';

/** The factors that multiply estimates, each with the trips that it comes from and what was believed before. */
export function LessonTable(props: {
  lessons: readonly Lesson[];
  areas: readonly Pick<Area, 'id' | 'name'>[];
}) {
  const m = useMessages();
  const l = m.travel.lessons;
  const language = useLanguage();
  const names = new Map(props.areas.map(({ id, name }) => [id, name]));
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{l.area}</th>
            <th scope="col">{l.mode}</th>
            <th scope="col">{l.part}</th>
            <th scope="col">{l.factor}</th>
            <th scope="col">{l.trips}</th>
            <th scope="col">{l.sample}</th>
            <th scope="col">{l.prior}</th>
            <th scope="col">{l.since}</th>
          </tr>
        </thead>
        <tbody>
          {props.lessons.map(({ areaId, mode, part, trips, leftOut, sample, prior, value, fromAt }) => (
            <tr key={`${areaId} ${mode} ${part}`} data-lesson={areaId ?? ''}>
              <th scope="row">{areaId === null ? l.all : (names.get(areaId) ?? areaId)}</th>
              <td>{m.travel.modes[mode]}</td>
              <td>{m.travel.parts[part]}</td>
              <td>
                <strong>{times(value)}</strong>
              </td>
              <td>
                {trips}
                {leftOut > 0 ? <small>{l.leftOut(leftOut)}</small> : null}
              </td>
              <td>{sample === null ? '–' : times(sample)}</td>
              <td>{times(prior)}</td>
              <td>{dayWords(fromAt, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function times(factor: number): string {
  return `× ${factor.toFixed(2)}`;
}
