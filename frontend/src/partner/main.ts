// SPDX-License-Identifier: Apache-2.0
import { mount } from 'svelte';
import '../shared/ui/base.css';
import { speak } from '../shared/i18n/t.svelte.ts';
import { bestLanguage, languagesIn, type CatalogueAddresses } from '../shared/i18n/words.ts';
import App from './App.svelte';

const catalogues: CatalogueAddresses = import.meta.glob('../../messages/*/{shared,partner}.ftl', {
  query: '?url',
  import: 'default',
  eager: true,
});

const page = document.getElementById('app');
if (!page) throw new Error('the page has no place for the partner');
await speak(catalogues, bestLanguage(navigator.languages, languagesIn(catalogues)));
mount(App, { target: page });
