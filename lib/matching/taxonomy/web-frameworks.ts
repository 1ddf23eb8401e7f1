/** Frameworks and libraries that run in the browser. */
export const webFrameworks = `
React | reactjs, react.js, react js, react 16, react 17, react 18, react 19, =ReactJs | > javascript | ~ vue .3, angular .3, svelte .3, preact .4, solid .3
React Hooks | react hook | > react
React Server Components | =RSC, server components | > react
React Query | tanstack query, react-query, @tanstack/react-query, =TanStack Query | > react
React Router | react-router, react router dom | > react
React Hook Form | react-hook-form | > react
React Testing Library | react-testing-library, =RTL | > react, testing-library
React Three Fiber | react-three-fiber, r3f | > react, three-js
TanStack | tanstack router, tanstack start, tanstack table, react table | > javascript
Redux | react-redux, react redux, redux toolkit, redux-toolkit, RTK, rtk query, redux saga, redux-saga, redux thunk, redux-thunk | > javascript | ~ mobx .3, zustand .35, vuex .3, ngrx .35
MobX | mobx, mobx-state-tree | > javascript
Zustand | zustand | > react
Jotai | jotai | > react
Recoil | ?Recoil, recoil.js, recoiljs | > react
XState | xstate, xstate.js | > javascript
SWR [swr] | =SWR, vercel swr | > react
Next.js [nextjs] | next.js, nextjs, next js, next.js 13, next.js 14, next.js 15 | > react | ~ nuxt .3, remix .3, gatsby .3
Remix | ?Remix, remix.run, remix run, remix.js, remixjs | > react
Gatsby | gatsby.js, gatsbyjs | > react
Preact | preact.js | > javascript
Angular | angular 2, angular 2+, angular2+, angular.io, angular cli | > typescript | ~ react .25, vue .25, angularjs .4
AngularJS | angular.js, angular js, angularjs 1.x, angular 1 | > javascript
NgRx | ngrx, ngrx store | > angular
Angular Material | ng-material | > angular
RxJS | rxjs, rx.js | > javascript, reactive-programming
Vue [vue] | vue.js, vuejs, vue js, vue 2, vue 3, =Vue, composition api | > javascript | ~ react .3, angular .25, svelte .3
Vuex | vuex | > vue | ~ pinia .4
Pinia | pinia | > vue
Vuetify | vuetify.js | > vue
Quasar | ?Quasar, quasar framework | > vue
Nuxt | nuxt.js, nuxtjs, nuxt 3 | > vue
Svelte | svelte.js, sveltejs, svelte 5 | > javascript
SvelteKit | svelte kit | > svelte
SolidJS [solid] | solid.js, solidjs, solid js, solidstart, solid start | > javascript
Qwik | qwik.js, qwikcity | > javascript
Astro | ?Astro, astro.js, astro.build, astrojs | > javascript
Lit [lit] | ?Lit, lit-element, litelement, lit-html, lit html | > web-components
Stencil [stencil] | ?Stencil, stencil.js, stenciljs | > web-components
Polymer [polymer] | ?Polymer, polymer.js, polymerjs | > web-components
Ember.js [ember] | ?Ember, ember.js, emberjs, ember js, ember octane | > javascript
Backbone.js [backbone] | ?Backbone, backbone.js, backbonejs, backbone js | > javascript
Knockout.js [knockout] | ?Knockout, knockout.js, knockoutjs | > javascript
Meteor [meteor] | ?Meteor, meteor.js, meteorjs | > javascript
Alpine.js [alpine] | alpine.js, alpinejs | > javascript
htmx | htmx.org, =HTMX | > html
Hotwire | ?Hotwire, hotwire turbo, turbo hotwire, hotwired | > rails
Stimulus | ?Stimulus, stimulus.js, stimulusjs | > javascript
jQuery | jquery ui, jquery mobile | > javascript
Ext JS [extjs] | extjs, ext.js, sencha ext, sencha, sencha touch | > javascript
Dojo | ?Dojo, dojo toolkit | > javascript
GWT | =GWT, google web toolkit | > java
Prototype.js | prototypejs | > javascript
Lodash | lodash.js | > javascript | & Underscore.js
Ramda | ramda.js, ramdajs | > javascript, functional-programming
fp-ts | fp ts, io-ts | > typescript, functional-programming | & Effect-TS
Immutable.js | immutablejs | > javascript | & Immer.js
Zod | ?Zod, zod schema | > typescript
tRPC | trpc, t3 stack | > typescript
Apollo GraphQL [apollo] | apollo client, apollo server, apollo federation, apollo graphql, graphql federation, =Apollo GraphQL | > graphql
Relay [relay] | ?Relay, relay modern, graphql relay, react relay | > graphql, react
urql | urql | > graphql
Hasura | =Hasura | > graphql
GraphQL Yoga | graphql-yoga, pothos graphql, graphql codegen | > graphql
Tailwind CSS [tailwind] | tailwind, tailwindcss, tailwind.css | > css
Bootstrap | ?Bootstrap, bootstrap 3, bootstrap 4, bootstrap 5, twitter bootstrap, react bootstrap, react-bootstrap, ng-bootstrap | > css
Material UI [material-ui] | MUI, material-ui, materialui, mui core | > react | ~ chakra-ui .35, ant-design .35
Material Design | google material design, material design 3 | > ui-design
Chakra UI | chakra-ui | > react
Ant Design | antd, ant-design | > react
shadcn/ui | shadcn, shadcn-ui, shadcn ui | > react, tailwind
Radix UI | radix-ui, radix primitives | > react
Headless UI | headlessui | > react
Mantine | mantine ui | > react
Fluent UI | office ui fabric, fluentui | > react
Semantic UI | semantic-ui | > css
Foundation CSS [foundation] | zurb foundation, foundation css | > css
Bulma | bulma css | > css
styled-components | styled components, styledcomponents | > css-in-js
?Emotion [emotion] | emotion.js, @emotion/react, emotion css | > css-in-js
CSS-in-JS | css in js, stitches css | > css | + vanilla-extract, Linaria
CSS Modules | css-modules | > css
PostCSS | post css, autoprefixer | > css
CSS Grid | css grid layout, flexbox, css flexbox | > css
Framer Motion | framer-motion | > react
GSAP | greensock | > javascript
D3.js [d3] | d3.js, d3js, =D3 | > javascript, data-visualization
Chart.js | chartjs, chart js | > javascript, data-visualization
Highcharts | highcharts.js, highstock | > javascript, data-visualization
Recharts | recharts | > react, data-visualization
ECharts | apache echarts | > javascript, data-visualization
Visx |  | > react, data-visualization | & Nivo Charts, Victory Charts
AG Grid | ag-grid | > javascript
Three.js [three-js] | three.js, threejs, three js | > javascript, webgl
Babylon.js | babylonjs, babylon js | > javascript, webgl
PixiJS | pixi.js | > javascript, webgl
WebGL | webgl2, web gl
WebGPU | web gpu
Canvas API | html5 canvas, html canvas, canvas api | > javascript
SVG | =SVG, scalable vector graphics, svg animation
Leaflet | ?Leaflet, leaflet.js, leafletjs | > javascript
Mapbox | mapbox gl, mapbox-gl | > javascript | & MapLibre
OpenLayers | open layers | > javascript
Storybook | story book, storybook.js
Web Components | webcomponents, custom elements, shadow dom, shadow-dom | > javascript
Web Workers | service workers, service worker, web worker | > javascript
PWA | progressive web app, progressive web apps, progressive web application, progressive web applications, PWAs | > javascript
WebRTC | web rtc
WebSockets | websocket, web sockets, web socket
Server-sent events | =SSE, server sent events
Socket.IO | socket io, socketio | > websockets, nodejs
i18next | react-i18next, react-intl, formatjs, i18n frameworks | > internationalization
ProseMirror | prosemirror | > javascript | & Tiptap, Slate.js, Lexical Editor, Draft.js
Yjs | =Yjs | > crdt | & Automerge
Monaco Editor |  | > javascript | & CodeMirror
AMP [amp] | google amp, amp html, accelerated mobile pages | > html
Handlebars | handlebars.js | & Mustache.js, EJS Templates, Pug Templates
Electron | ?Electron, electron.js, electronjs | > javascript
Tauri | tauri apps | > rust
Single-spa | single spa, singlespa | > micro-frontends
Module Federation | webpack module federation | > micro-frontends
SAPUI5 | sap ui5, openui5, ui5, sap fiori, fiori | > javascript, sap
Lightning Web Components | =LWC, salesforce lwc, lightning components | > salesforce, javascript
?Liquid [liquid] | shopify liquid, liquid templates | > shopify
`;
