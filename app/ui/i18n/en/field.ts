export const field = {
  title: 'Visits',
};
