/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // the call centre's seat is known by this name as well; its work lists and its intake are pages of their own
  redirects: async () => [{ source: '/desk', destination: '/calls', permanent: false }],
  // `npm run types` checks the whole tree, tests included; a build for a user need not do it again.
  typescript: { ignoreBuildErrors: true },
};
