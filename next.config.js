/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run types` checks the whole tree, tests included; a build for a user need not do it again.
  typescript: { ignoreBuildErrors: true },
};
