// SPDX-License-Identifier: Apache-2.0
import { mount } from 'svelte';
import '../shared/ui/base.css';
import App from './App.svelte';
import './reporter.css';

mount(App, { target: document.body });
