/** Ideas, ways of working and fields. They carry less weight than a named technology. */
export const concepts = `
# concept
Algorithms | data structures, algorithms and data structures, data structures and algorithms, algorithm design
Object-oriented programming [oop] | OOP, object oriented programming, object-oriented design, =OOD, =OO, object oriented, object-oriented, ooa/d, objektorientierte programmierung
Functional programming | =FP, functional-programming, functional languages
Reactive programming | reactive streams, reactive systems, reactivex
Asynchronous programming | async/await, async programming, async io | 
Concurrency | multithreading, multi-threading, multithreaded, concurrent programming, parallel programming, parallel computing
Design patterns | software design patterns, design-patterns, gof patterns
SOLID principles [solid-principles] | =SOLID, solid design principles
Clean architecture | hexagonal architecture, onion architecture, ports and adapters
Clean code | clean coding
Domain-driven design [ddd] | DDD, domain driven design | > software-architecture
Software architecture | system architecture, softwarearchitektur, application architecture, solution architecture, technical architecture, enterprise architecture, software-architecture
System design | systems design, large-scale system design
Distributed systems | distributed system, distributed computing, verteilte systeme
Microservices | micro services, micro-services, microservice, microservice architecture, microservices architecture, mikroservices, =SOA, service oriented architecture, service-oriented architecture | > distributed-systems
Micro frontends | microfrontends, micro-frontends, micro frontend, microfrontend, micro front-ends
Event-driven architecture | event driven architecture, event-driven, event driven, event-driven systems | > software-architecture
Event sourcing | CQRS, cqrs/es | > event-driven-architecture
Event streaming | stream processing, data streaming, streaming data, real-time streaming
Message queues | message queue, message brokers, messaging systems, message broker, message-oriented middleware
REST API [rest-api] | =REST, restful, rest api, rest apis, restful api, restful apis, rest-api, restful web services, rest services, restful services, rest-based, rest/json | > api-design
OData | odata services | > api-design
SOAP [soap] | =SOAP, soap web services, =WSDL
Web services | web-services, webservices, web service
API design | api development, apis, =API, api integration, api integrations, web apis, schnittstellen
Webhooks | webhook
OAuth [oauth] | oauth2, oauth 2.0, OAuth, openid connect, OIDC, oauth 2 | > authentication
SAML [saml] | SAML, SSO, single sign-on, single sign on | > authentication
JWT [jwt] | JWT, json web tokens, json web token | > authentication
Authentication | authorization systems, authn, authz, RBAC, passkeys, webauthn, MFA
IAM [iam] | IAM, identity and access management, identity management, access management
Cryptography | encryption, =PKI, public key infrastructure, kryptographie
TLS [tls] | TLS, SSL, ssl/tls, tls/ssl, =mTLS
HTTP | HTTPS, http/2, http2, http/3, http protocols | > networking
TCP/IP | TCP, UDP, tcp ip, tcp/udp, network protocols | > networking
DNS [dns] | DNS, DHCP, dns/dhcp | > networking
?Networking | computer networks, =LAN/WAN, network engineering, computer networking, netzwerktechnik, BGP, OSPF, MPLS
VPN [vpn] | VPN, VPNs, zero trust, ztna | > networking
CDN [cdn] | CDN, CDNs, content delivery network, edge computing
Load balancing | load balancer, load balancers, load-balancing
Caching | cache strategies, distributed cache, distributed caching, http caching
Web servers | web server, webserver, application servers
Databases | database, database design, DBMS, datenbanken, database systems, data modelling, data modeling, database administration, =DBA
Relational databases | relational database, RDBMS, relational db, relationale datenbanken, sql databases, sql database
NoSQL | no-sql, nosql databases, nosql database, non-relational databases, document databases | > databases
Graph databases | graph database, graph db | > databases
Time series databases | time-series databases, time series database, tsdb | > databases
Search engines | full-text search, full text search, search infrastructure, information retrieval, search relevance
ORM [orm] | ORM, ORMs, object relational mapping, object-relational mapping
OLAP [olap] | OLAP, OLTP, columnar databases
Data warehouse | data warehousing, =DWH, data warehouses, data-warehouse, =EDW
Data lake | lakehouse, data lakes, data lakehouse, medallion architecture
Dimensional modeling | star schema, kimball, data vault
Data engineering | data pipelines, data pipeline, data platform, data platforms, dateninfrastruktur
ETL [etl] | ETL, ELT, etl pipelines, etl/elt, extract transform load, etl processes
Big data | bigdata, big-data
Data analysis | data analytics, datenanalyse, data-analysis
Data science | data-science
Data visualization | data visualisation, dashboards, data viz, dataviz, interactive visualizations
Data governance | data catalog, data lineage, data mesh, master data management, =MDM
Data quality | data validation, data observability
Business intelligence | =BI, bi tools
Statistics | statistical analysis, statistical modeling, statistical methods, statistik, bayesian statistics
A/B testing [ab-testing] | ab testing, a/b tests, a/b-testing, experimentation platform, split testing, multivariate testing
Product analytics | user analytics, behavioral analytics
Web analytics | digital analytics
Linear algebra | numerical methods, numerical analysis, discrete mathematics
Mathematical optimization | operations research, linear programming
Cloud computing | cloud technologies, public cloud, cloud platforms, cloud platform, cloud services, cloud infrastructure, cloud providers, cloud-computing, cloud, cloud environments
Cloud native [cloud-native] | cloud-native, cloud native applications, cncf, twelve-factor, 12-factor, twelve-factor app
Serverless | serverless architecture, serverless framework, FaaS, function as a service, sst.dev
Containers | containerization, containerisation, containerized, container orchestration, container technologies, containerised
Service mesh | service-mesh
Infrastructure as code [iac] | IaC, infrastructure-as-code, infrastructure as a code
Configuration management | config management
Virtualization | virtualisation, virtual machines, VDI, hypervisors
Object storage | blob storage
High availability | disaster recovery, fault tolerance, fault-tolerant, resiliency, reliability engineering
Scalability | scalable systems, high scalability, horizontal scaling, highly scalable
Performance optimization | performance tuning, performance optimisation, performance engineering, performance improvements, low latency, low-latency
Web performance | core web vitals, web vitals, page speed, frontend performance, performance budgets, bundle size
Observability | tracing and metrics, distributed tracing, telemetry
Monitoring | monitoring and alerting, application monitoring, system monitoring, =APM
Log management | centralized logging, log aggregation
Operating systems | operating system, os internals, systems programming, betriebssysteme
Compilers | compiler, compiler design, =LLVM, llvm, static analysis tools
Computer graphics | graphics programming, rendering engines, 3d graphics, ray tracing
Embedded systems | embedded software, ?Embedded, embedded development, firmware, firmware development, microcontrollers, microcontroller, eingebettete systeme, device drivers
RTOS [rtos] | RTOS, real-time operating system, real-time operating systems, qnx, vxworks
IoT [iot] | IoT, internet of things, IIoT, industrial iot
Robotics | robotik, =SLAM, motion planning
Augmented reality | =AR/VR, virtual reality, =VR, =XR, mixed reality
Blockchain | smart contracts, web3, DeFi, distributed ledger, DLT
CRDT [crdt] | =CRDT, =CRDTs, real-time collaboration, operational transformation, local-first
Web scraping | web crawling, web crawlers, scraping, web-scraping
Web development | web applications, web application development, web apps, webentwicklung, web-development, web technologies
Frontend development | front-end development, frontend, front end development, front-end, client-side development, front end
Backend development | back-end development, backend, back end development, server-side development, back-end, server-side
Full-stack development | full stack development, fullstack development, full-stack, fullstack, full stack
Mobile development | mobile app development, mobile applications, mobile apps, native mobile
Desktop development | desktop applications, desktop application development
Game development | game programming, game engines, gameplay programming
Server-side rendering [ssr] | =SSR, server side rendering, static site generation, SSG, =JAMstack, jamstack, isomorphic rendering, islands architecture
Single-page applications [spa] | single page applications, single page application, single-page application, SPAs
State management | client-side state, state machines
Responsive design | responsive web design, mobile-first, responsive ui, mobile first design, adaptive design
Cross-browser compatibility | cross-browser, cross browser compatibility, browser compatibility
Accessibility | =a11y, a11y, web accessibility, WCAG, wcag 2.1, wcag 2.2, section 508, aria, wai-aria, barrierefreiheit
Internationalization | =i18n, i18n, internationalisation, localization, localisation, =l10n
SEO [seo] | SEO, search engine optimization, technical seo
Design systems | design system, component libraries, component library, ui libraries, pattern libraries
UI design [ui-design] | user interface design, visual design, ui/ux, ux/ui, ui/ux design, ux/ui design, interface design
UX design [ux-design] | =UX, user experience, user experience design, interaction design, user-centered design, human-computer interaction, HCI, usability
UX research | user research, usability testing, user interviews
Prototyping | wireframes, wireframing, rapid prototyping
Motion design | ui animation, animations, motion graphics
CMS [cms] | CMS, content management system, content management systems
Headless CMS | headless-cms | > cms
Low-code | low code, no-code, no code
RPA [rpa] | =RPA, robotic process automation
Workflow automation | process automation, business process automation
Workflow orchestration | workflow engines, job scheduling, data orchestration
Systems integration | system integration, enterprise integration, =iPaaS, =EAI
Application security | AppSec, secure coding, owasp, owasp top 10, SAST, DAST, secure development
Cybersecurity | cyber security, information security, it security, infosec, it-sicherheit, cyber-security
Network security | firewalls, =IDS/IPS, =WAF
Cloud security | CSPM, =CNAPP, cloud security posture
Endpoint security | EDR, XDR, endpoint protection
Penetration testing | pentesting, pen testing, ethical hacking, red team, red teaming, penetration tests
Vulnerability management | vulnerability scanning, vulnerability assessment
Threat modeling | threat modelling, threat detection, threat intelligence, threat hunting
Incident response | digital forensics, =SOC analyst, dfir
SIEM [siem] | SIEM, SOAR, security monitoring
Secrets management | secret management
Policy as code | policy-as-code
GDPR [gdpr] | GDPR, CCPA, data privacy, data protection, DSGVO, datenschutz
Compliance frameworks [compliance] | HIPAA, PCI, NIST, =SOX | + SOC 2, ISO 27001, PCI DSS, FedRAMP
Functional safety | iso 26262, =ASIL, iec 61508, do-178c
Model-based design | model-based systems engineering, =MBSE
Digital signal processing [dsp] | =DSP, signal processing
Control systems | control theory, =PID controllers
PCB design [pcb-design] | pcb layout, schematic design, circuit design
CAD [cad] | CAD, 3d cad
3D modeling [3d-modeling] | 3d modelling
GIS [gis] | GIS, geospatial, geospatial data, geoinformatics
High-performance computing [hpc] | HPC, high performance computing, gpu programming, GPU, supercomputing, =SIMD
Quantum computing | qiskit
Video streaming | HLS, video encoding, video processing, live streaming
Audio processing | audio programming, web audio api
Payments | payment processing, payment gateways, payment systems, payment integrations
Feature flags | feature flagging, feature toggles
Multi-tenancy [multi-tenant] | multi-tenant, multi tenant, multitenant
Monorepo | monorepos, mono-repo
Build systems | build tools, build automation, build tooling, package managers
Version control | source control, versioning systems, version control systems, =VCS, versionskontrolle
Debugging | troubleshooting, root cause analysis
Code quality | code analysis, static code analysis, linting
`;

export const practices = `
# practice
CI/CD [ci-cd] | ci/cd, cicd, ci-cd, ci / cd, =CI, continuous integration, continuous delivery, continuous deployment, ci/cd pipelines, build pipelines, deployment pipelines, deployment automation
DevOps | dev ops, devops practices, dev-ops
DevSecOps | dev/sec ops, dev sec ops, shift-left security | > devops, application-security
GitOps | git ops | > devops
Platform engineering | internal developer platform, developer platform, developer experience, =DevEx, developer productivity
Site reliability engineering [sre] | =SRE, site reliability, =SLOs, error budgets | > devops
Incident management | on-call, on call rotation, postmortems, incident postmortems
Chaos engineering | resilience testing
FinOps | cloud cost optimization, cost optimization
ITIL [itil] | ITIL, it service management, ITSM
Agile | agile development, agile methodologies, agile methodology, agile software development, agile practices, agile environment, agil, agile methods, agile teams
Scrum | scrum master, scrum methodology, scrum/kanban, =CSM, sprint planning | > agile
Kanban | kanban boards | > agile
SAFe [safe] | =SAFe, scaled agile, scaled agile framework | > agile
Extreme programming [xp] | =XP, extreme programming | > agile
?Lean [lean] | lean software development, lean startup, lean methodologies, lean principles
?Waterfall [waterfall] | waterfall model, waterfall methodology
Pair programming | mob programming, pairing sessions
Code review | code reviews, peer review of code, pull requests, peer code review
Test-driven development [tdd] | TDD, test driven development, test-first, testgetriebene entwicklung | > unit-testing
BDD [bdd] | BDD, behavior-driven development, behaviour-driven development, behavior driven development | > automated-testing
Unit testing | unit tests, unit test, unittests, unittesting | > automated-testing
Integration testing | integration tests, component testing | > automated-testing
E2E testing [e2e-testing] | end-to-end testing, e2e tests, end to end testing, end-to-end tests, =E2E, ui testing, browser testing | > automated-testing
Automated testing | test automation, automation testing, automated tests, testautomatisierung, testing frameworks, test frameworks
API testing | api tests | > automated-testing
Performance testing | load testing, stress testing, load tests
Visual testing | snapshot testing | > automated-testing
Manual testing | exploratory testing, regression testing, manual qa
Quality assurance | =QA, software testing, software quality, qualitätssicherung, softwaretests
Test management | test planning, test plans, test cases
Refactoring | legacy modernization, legacy code, code refactoring, technical debt
SDLC [sdlc] | SDLC, software development life cycle, software development lifecycle, software-development-lifecycle
Technical writing | technical documentation, software documentation, api documentation
Mentoring | mentorship, coaching engineers, mentoring engineers, mentor junior
Technical leadership | tech lead, technical lead, team leadership, engineering leadership, tech leadership
People management | engineering management, line management, personnel management, performance reviews
Technical hiring | technical interviewing, recruiting engineers, technical interviews
Stakeholder management | stakeholder communication, cross-functional collaboration
Project management | =PMP, =PRINCE2, projektmanagement, technical project management, program management
Product management | product ownership, product owner, product roadmap, product strategy
Requirements engineering | requirements analysis, requirement gathering, requirements gathering, anforderungsanalyse, user stories
Business analysis | business process modeling, business analyst
Roadmapping | technical roadmap, quarterly planning, =OKRs
Open source | open-source, open source contributions, =OSS
Release management | release engineering, app releases, change management
Data migration | database migration, cloud migration
Reverse engineering | malware analysis
Technical support | customer-facing engineering, solutions engineering, pre-sales
Developer relations | DevRel, developer advocacy, developer advocate
Remote collaboration | distributed teams, async communication, asynchronous communication, remote teams
`;

export const domains = `
# domain
Fintech | fin-tech, financial technology
Banking | retail banking, core banking, online banking
Capital markets | trading systems, algorithmic trading, electronic trading, =HFT, high-frequency trading, fixed income, fix protocol
Financial services | finance industry, asset management, wealth management
Insurance industry [insurance] | insurtech
Healthcare | healthtech, health tech, digital health, EHR, FHIR, HL7, electronic health records
Biotech | biotechnology, bioinformatics, life sciences, genomics
Pharma | pharmaceutical, pharmaceuticals, clinical trials
Medical devices | =FDA regulated, iec 62304, =MDR
E-commerce | ecommerce, e commerce, online retail, online shop, digital commerce
Marketplaces | two-sided marketplace, marketplace platform
Retail | point of sale, retail technology
Logistics | supply chain, supply chain management, warehouse management, last-mile delivery
Travel tech | hospitality, booking systems
Automotive | =ADAS, connected cars, automobilindustrie, infotainment
Autonomous vehicles | self-driving, autonomous driving, self driving cars, autonomes fahren, lidar
Aerospace | avionics, space systems, satellites
Defense industry | national security, military systems
Energy sector | renewable energy, smart grid, oil and gas
Climate tech | climatetech, cleantech, sustainability software, carbon accounting
Manufacturing | industry 4.0, industrie 4.0, =MES, smart manufacturing
Industrial automation | automation engineering, factory automation
Telecommunications | telecom, telco, 5G, LTE, telekommunikation, VoIP, =SIP
Media and entertainment | media industry, streaming platforms, digital media, publishing industry
Gaming industry [gaming] | video games, mobile games, gaming
Ad tech [adtech] | adtech, ad-tech, programmatic advertising, real-time bidding, =RTB, ad serving
Marketing automation | martech, marketing technology, email marketing, =CDP
Edtech | ed-tech, education technology, e-learning, elearning, learning management system, LMS
Proptech | real estate technology, property technology
Legal tech | legaltech, contract management
HR tech [hr-tech] | hr-tech, hrtech, HRIS, hr software, payroll systems, talent acquisition software
CRM [crm] | CRM, customer relationship management
ERP [erp] | ERP, enterprise resource planning
Customer support | customer service software, help desk, helpdesk
SaaS | SaaS, software as a service, b2b saas, software-as-a-service
B2B | =B2C, b2b software, business-to-business
Startups | early-stage startup, startup experience, scale-up
Public sector | government technology, govtech, e-government, öffentlicher dienst
Nonprofit | non-profit, social impact, ngo
Agriculture tech [agritech] | agritech, agtech, precision agriculture
Food tech [foodtech] | food delivery, foodtech, restaurant technology
Identity verification | KYC, AML, fraud detection, anti-money laundering, fraud prevention, risk engines
Crypto [crypto] | cryptocurrency, cryptocurrencies, crypto exchange, digital assets
Social networks | social media platforms, social network, community platforms
Digital mapping [mapping] | navigation systems, location-based services
Sports tech [sportstech] | sportstech, sports betting, igaming
Human resources | personalwesen
Semiconductors | semiconductor, =ASIC, chip design, VLSI, =EDA tools, =RTL design
Consumer electronics | wearables, smart home
`;
