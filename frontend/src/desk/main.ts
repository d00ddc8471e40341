// SPDX-License-Identifier: Apache-2.0
import { mount } from 'svelte';
import '../shared/ui/base.css';
import App from './App.svelte';
import { showAsChosen, speakAsChosen } from './frame/preferences.ts';

const page = document.getElementById('app');
if (!page) throw new Error('the page has no place for the desk');
showAsChosen();
await speakAsChosen();
mount(App, { target: page });
