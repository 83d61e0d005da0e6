export const board = {
  title: '看板',
};
