import { ORDER_STATUSES, type OrderStatus } from '#domain/order/order-status.ts';
import { ACCESS_TYPES, type AccessType, ORDER_TYPES, type OrderType } from '#domain/order/order-type.ts';
import { NOTHING_SELECTED, type Selection } from './selection.ts';

export const POOL_SORTS = ['act_by', 'deadline', 'area', 'intake'] as const;
export type PoolSort = (typeof POOL_SORTS)[number];
export const POOL_FLAGS = [
  'unassigned',
  'at_risk',
  'needs_call',
  'promised',
  'no_place',
  'not_ready',
] as const;
export type PoolFlag = (typeof POOL_FLAGS)[number];
export const ROW_SORTS = ['name', 'load', 'area'] as const;
export type RowSort = (typeof ROW_SORTS)[number];
/** The shown day, half of it, or three days from it on. */
export const ZOOMS = ['day', 'half', 'days'] as const;
export type Zoom = (typeof ZOOMS)[number];
export const ROUTE_VIEWS = ['selected', 'all', 'none'] as const;
export type RouteView = (typeof ROUTE_VIEWS)[number];

/** What the console shows; all of it stands in the address, so that a link opens the same view. */
export interface View {
  /** Local date YYYY-MM-DD; null = today, whatever day the link is opened. */
  readonly date: string | null;
  /** Empty = every area that the viewer may see. */
  readonly areas: readonly string[];
  readonly query: string;
  readonly types: readonly OrderType[];
  readonly statuses: readonly OrderStatus[];
  readonly access: readonly AccessType[];
  readonly flags: readonly PoolFlag[];
  readonly sort: PoolSort;
  readonly rowSort: RowSort;
  readonly hideOff: boolean;
  readonly zoom: Zoom;
  readonly routes: RouteView;
  readonly selection: Selection;
  /** Selected technician: the route drawn on the map, the row lit. */
  readonly technicianId: string | null;
  /** Order whose drawer is open. */
  readonly open: string | null;
}

/** Of the pool nothing left out. The areas govern the whole surface and stay as they are. */
export const WHOLE_POOL = {
  query: '',
  types: [],
  statuses: [],
  access: [],
  flags: [],
} as const satisfies Partial<View>;

export const FIRST_VIEW: View = {
  date: null,
  areas: [],
  ...WHOLE_POOL,
  sort: 'act_by',
  rowSort: 'area',
  hideOff: false,
  zoom: 'day',
  routes: 'selected',
  selection: NOTHING_SELECTED,
  technicianId: null,
  open: null,
};

/** The address part for a view: only what differs from the first view, in a fixed order. */
export function addressOf(view: View): string {
  const address = new URLSearchParams();
  if (view.date) address.set('date', view.date);
  if (view.areas.length > 0) address.set('area', view.areas.join(','));
  if (view.query) address.set('q', view.query);
  if (view.types.length > 0) address.set('type', view.types.join(','));
  if (view.statuses.length > 0) address.set('status', view.statuses.join(','));
  if (view.access.length > 0) address.set('access', view.access.join(','));
  if (view.flags.length > 0) address.set('flag', view.flags.join(','));
  if (view.sort !== FIRST_VIEW.sort) address.set('sort', view.sort);
  if (view.rowSort !== FIRST_VIEW.rowSort) address.set('rows', view.rowSort);
  if (view.hideOff) address.set('off', 'hide');
  if (view.zoom !== FIRST_VIEW.zoom) address.set('zoom', view.zoom);
  if (view.routes !== FIRST_VIEW.routes) address.set('routes', view.routes);
  if (view.selection.ids.length > 0) address.set('sel', view.selection.ids.slice(0, 40).join(','));
  if (view.technicianId) address.set('tech', view.technicianId);
  if (view.open) address.set('open', view.open);
  return address.toString();
}

/** The view that an address names. What it does not know it leaves at the first view: a link from elsewhere must open. */
export function viewOf(search: string): View {
  const address = new URLSearchParams(search);
  const list = (name: string) => (address.get(name) ?? '').split(',').filter((word) => word !== '');
  const one = <T extends string>(name: string, known: readonly T[], otherwise: T): T =>
    known.find((word) => word === address.get(name)) ?? otherwise;
  const some = <T extends string>(name: string, known: readonly T[]): readonly T[] => {
    const asked = list(name);
    return known.filter((word) => asked.includes(word));
  };
  const date = address.get('date');
  const ids = list('sel');
  return {
    date: date !== null && isDate(date) ? date : null,
    areas: list('area'),
    query: address.get('q') ?? '',
    types: some('type', ORDER_TYPES),
    statuses: some('status', ORDER_STATUSES),
    access: some('access', ACCESS_TYPES),
    flags: some('flag', POOL_FLAGS),
    sort: one('sort', POOL_SORTS, FIRST_VIEW.sort),
    rowSort: one('rows', ROW_SORTS, FIRST_VIEW.rowSort),
    hideOff: address.get('off') === 'hide',
    zoom: one('zoom', ZOOMS, FIRST_VIEW.zoom),
    routes: one('routes', ROUTE_VIEWS, FIRST_VIEW.routes),
    selection: { ids, anchor: ids[0] ?? null },
    technicianId: address.get('tech'),
    open: address.get('open'),
  };
}

/** A day of the calendar, in this century as everywhere: there is no 30 February to show. */
function isDate(word: string): boolean {
  const at = Date.parse(`${word}T00:00:00Z`);
  return /^20\d{2}-/.test(word) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(`${word}T`);
}
