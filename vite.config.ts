import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Three pages leave this build: the agents' app, the small page that customers and colleagues open without an account, and the chat,
 * which is smaller still. They share no entry, so that who only follows one case downloads neither the router nor the component kit.
 * Beside them stands the script that a company's own pages load: it has one name for good, and imports nothing.
 * `--mode gallery` builds the page of all components instead, which is ours alone; tests build it for themselves.
 */
const pages = {
  root: here('src/app/web'),
  outDir: here('dist/web'),
  input: { app: here('src/app/web/app.html'), public: here('src/app/web/public.html'), chat: here('src/app/web/chat.html'), 'chat-loader': here('src/channels/chat/web/loader.ts'), 'survey-loader': here('src/surveys/web/loader.ts') },
};
const gallery = { root: here('src/ui'), outDir: here('dist/gallery'), input: { gallery: here('src/ui/gallery.html') } };

export default defineConfig(({ mode }) => {
  const { root, outDir, input } = mode === 'gallery' ? gallery : pages;
  return {
    root,
    // Everything is imported where it is used; `src/app/web/public` holds screens, not files to copy.
    publicDir: false,
    plugins: [react()],
    resolve: {
      alias: {
        // Contracts are shared for their paths and types; the server alone judges. This keeps 23 kB of zod out of every page.
        zod: here('src/app/web/zod-on-the-server.ts'),
      },
    },
    build: {
      outDir, emptyOutDir: true, manifest: 'manifest.json',
      rolldownOptions: { input, output: { entryFileNames: ({ name }) => (name.endsWith('-loader') ? '[name].js' : 'assets/[name]-[hash].js') } },
    },
    server: { proxy: { '/api': process.env['PRESA_API'] ?? 'http://127.0.0.1:3000' } },
  };
});
