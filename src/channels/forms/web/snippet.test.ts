import { expect, it } from 'vitest';
import { snippetFor } from './snippet.ts';

it('the code for the company’s page holds the address, and no name can break out of it', () => {
  const snippet = snippetFor({ address: 'https://presa.example/f/abc', name: 'Scrivici "subito" <b> & bene' });
  expect(snippet).toContain('src="https://presa.example/f/abc"');
  expect(snippet).toContain('title="Scrivici &quot;subito&quot; &lt;b&gt; &amp; bene"');
});

it('listens to our origin alone, whatever stands behind it in the address', () => {
  expect(snippetFor({ address: 'https://presa.example:8443/f/abc', name: 'Scrivici' })).toContain('e.origin==="https://presa.example:8443"');
});
