export const field = {
  title: '上门',
};
