/** Tools of building, testing, designing and organizing. */
export const devTools = `
Jest | jestjs, jest.js | > unit-testing, javascript | ~ vitest .4, mocha .4, jasmine .4
Vitest | vite test, =Vitest | > unit-testing, javascript
Mocha [mocha] | ?Mocha, mocha.js, mochajs, mocha/chai | > unit-testing, javascript
Chai [chai] | ?Chai, chai.js, chaijs, sinon.js | > unit-testing, javascript | & Sinon
Jasmine [jasmine] | ?Jasmine, jasmine.js, jasmine/karma | > unit-testing, javascript
Karma [karma] | ?Karma, karma.js, karma runner | > javascript
QUnit | q unit, tape.js, =AVA tests | > unit-testing, javascript
Enzyme [enzyme] | ?Enzyme, enzyme.js | > react
Testing Library | testing-library, @testing-library, dom testing library | > unit-testing, javascript
Cypress | ?Cypress, cypress.io, cypress e2e | > e2e-testing | ~ playwright .4, selenium .3
Playwright | ?Playwright, playwright test, microsoft playwright | > e2e-testing
Selenium | selenium webdriver, selenium grid, webdriver | > e2e-testing
Puppeteer | ?Puppeteer, puppeteer.js, headless chrome | > e2e-testing
WebdriverIO | webdriver.io, wdio | > e2e-testing
TestCafe | test cafe, nightwatch.js | > e2e-testing | & Nightwatch, Protractor
Appium | appium mobile | > e2e-testing, mobile-development
Detox [detox] | ?Detox, detox e2e, maestro mobile | > e2e-testing, react-native
Robot Framework | robotframework | > automated-testing
Cucumber | ?Cucumber, cucumber.js, gherkin | > bdd | & SpecFlow, Behave BDD
MSW [msw] | =MSW, mock service worker | > javascript | & =Nock, WireMock
Pact [pact] | ?Pact, pact.io, contract testing, pact tests | > automated-testing
JUnit | junit 4, junit 5, junit5, assertj | > unit-testing, java | & TestNG
Mockito |  | > unit-testing, java | & PowerMock, MockK, EasyMock
Spock [spock] | ?Spock, spock framework | > unit-testing, groovy
Testcontainers | test containers | > automated-testing
pytest | py.test, unittest python, python unittest, hypothesis python | > unit-testing, python
RSpec | rspec-rails | > unit-testing, ruby | & Minitest, Capybara
PHPUnit | php unit | > unit-testing, php | & Pest PHP, =Behat
NUnit | xunit.net | > unit-testing, dotnet | & xUnit, MSTest, Moq
Google Test | gtest, googletest | > unit-testing, cpp | & Catch2
XCTest | xcuitest, quick/nimble | > unit-testing, ios
Espresso [espresso] | ?Espresso, espresso tests, robolectric | > automated-testing, android
k6 [k6] | =k6, k6.io, grafana k6 | > performance-testing | & Locust, Gatling, Artillery.io
JMeter | apache jmeter | > performance-testing | & LoadRunner, BlazeMeter
Postman | ?Postman, postman collections, newman postman | > api-testing | & Insomnia REST, Bruno API
SoapUI |  | > api-testing | & ReadyAPI, =REST Assured, Karate DSL
BrowserStack | browser stack | > e2e-testing | & Sauce Labs, LambdaTest
=Percy [percy] | percy.io, visual regression testing | > visual-testing | & =Chromatic, Applitools
TestRail |  | > test-management | & Zephyr Scale, Xray Jira, qTest
Lighthouse | ?Lighthouse, google lighthouse, pagespeed insights, webpagetest | > web-performance
=axe [axe] | axe-core, axe devtools, wave accessibility | > accessibility | & pa11y
Screen readers | nvda, voiceover, jaws screen reader, screen reader | > accessibility
Webpack | web pack, webpack 5 | > javascript | ~ vite .4, rollup .4, parcel .35
Vite | vite.js, vitejs, =Vite | > javascript
Rollup | ?Rollup, rollup.js | > javascript
Parcel [parcel] | ?Parcel, parcel.js, parceljs, parcel bundler | > javascript
esbuild | es build, SWC, swc compiler | > javascript | & Rspack, Turbopack
Babel [babel] | ?Babel, babel.js, babeljs | > javascript
Gulp | ?Gulp, gulp.js, gulpjs, ?Grunt, grunt.js | > javascript
ESLint | es lint | > javascript | & TSLint, Biome.js, Oxlint
Prettier | ?Prettier, prettier.js
npm | NPM, npm packages, npm scripts | > javascript
Yarn [yarn] | ?Yarn, yarn workspaces, yarnpkg | > javascript
pnpm | pnpm workspaces | > javascript
Turborepo | turbo repo, turborepo monorepo | > monorepo
Nx [nx] | =Nx, nx monorepo, nrwl nx, nrwl | > monorepo
Lerna | lerna.js | > monorepo
Bazel | pants build | > build-systems | & Buck2
Gradle | gradle build, gradle kotlin dsl | > build-systems | ~ maven .4
Maven | apache maven, =Maven | > build-systems
Apache Ant [ant] | apache ant | > build-systems
sbt [sbt] | SBT, scala sbt | > build-systems, scala
GCC [gcc] | gnu compiler collection
Clang | clang/llvm, clang-tidy
Keil | keil mdk, iar embedded workbench | > embedded-systems
CMake | c make, makefiles, makefile, ninja build | > build-systems
?Make [make] | gnu make | > build-systems
MSBuild | nuget, ms build | > dotnet
pip [pip] | pipenv, python poetry, virtualenv, conda, anaconda, uv python | > python
Composer [composer] | php composer, ?Composer | > php
=Bundler [bundler] | rubygems, ruby bundler, rubocop | > ruby
?Cargo [cargo] | rust cargo, crates.io | > rust
Fastlane | fast lane, testflight, app store connect | > mobile-development
Xcode | x code, xcode cloud | > ios
Visual Studio Code | vs code, vscode, visual studio code
Visual Studio | visual studio 2019, visual studio 2022, ms visual studio
IntelliJ IDEA | intellij, jetbrains, rider ide | & WebStorm, PyCharm, PhpStorm, GoLand
Eclipse IDE [eclipse] | eclipse ide, eclipse rcp, ?Eclipse | & NetBeans
Vim | neovim, =VIM | & Emacs
Jira | atlassian jira, jira software, jira/confluence, jira service management, JIRA, atlassian suite, atlassian tools
Confluence | ?Confluence, atlassian confluence | 
Linear [linear] | linear.app, ?Linear
Asana | =Asana | & Monday.com, ClickUp, Basecamp
Trello | trello boards
Notion [notion] | ?Notion, notion.so
Slack [slack] | ?Slack, slack api, slack bots
Miro [miro] | ?Miro, figjam, mural boards | & Lucidchart
Microsoft Teams | ms teams
Figma | figma design, figma dev mode, figma variables | > ui-design | ~ sketch .4, adobe-xd .4
Sketch [sketch] | ?Sketch, sketch app | > ui-design
Adobe XD | adobexd | > ui-design
InVision | in vision app | > prototyping
Zeplin | abstract app | > ui-design
Framer [framer] | ?Framer, framer sites | > prototyping
Axure | axure rp, marvel app | > prototyping | & Balsamiq
Photoshop | adobe photoshop, adobe illustrator, =Illustrator, adobe creative suite, adobe creative cloud, creative cloud | & InDesign
After Effects | adobe after effects, rive.app | > motion-design | & Lottie, Premiere Pro
Blender | ?Blender, blender 3d | > 3d-modeling | & Autodesk Maya, 3ds Max, Cinema 4D
AutoCAD |  | > cad | & SolidWorks, CATIA, Autodesk Revit, Fusion 360
Altium | altium designer, eagle pcb | > pcb-design | & KiCad
Style Dictionary | design tokens, token studio | > design-systems
Sourcegraph | code search tools
Chrome DevTools | chrome dev tools, browser devtools, react devtools
=Fiddler | proxyman | & Charles Proxy, mitmproxy
Swagger Codegen | openapi generator, orval | > openapi
Doxygen | sphinx docs | > technical-writing | & Docusaurus, MkDocs, Javadoc
UML [uml] | UML, plantuml, mermaid diagrams, enterprise architect sparx | > software-architecture
C4 model | c4 diagrams | > software-architecture
UiPath | uipath | > rpa | & Blue Prism, Automation Anywhere
Docusign API | adobe sign
GDB [gdb] | GDB | > debugging | & LLDB, Valgrind
JTAG [jtag] | JTAG, oscilloscope, logic analyzer | > embedded-systems
CAN bus [can-bus] | can bus, canoe, CANopen, =CAN/LIN | > automotive
I2C [i2c] | I2C, =SPI, UART, i2c/spi | > embedded-systems
FFmpeg | hls.js, video.js, shaka player | > video-streaming | & GStreamer
Yocto | yocto project | > linux, embedded-systems | & Buildroot
Google Maps API | google maps platform | > gis
`;
