/** The CV of the invented person behind the demo. */
export const DEMO_CV = `# Robin Demo

Senior Full-Stack Engineer
Berlin, Germany | robin@demo.example | github.com/robin-demo

## Profile

Full-stack engineer with a soft spot for calm interfaces and boring, reliable back ends. I build products end to end with
TypeScript, React and Node.js, keep PostgreSQL fast, and run what I build on AWS and Kubernetes.

## Experience

### Senior Full-Stack Engineer, Northwind Logistics

*April 2022 – present | Berlin, Germany (hybrid)*

- Lead a team of four on the shipment console: Next.js, React and TypeScript on the front, Node.js and GraphQL behind it
- Cut the p95 of the tracking API from 900 ms to 120 ms by redesigning PostgreSQL indexes and adding Redis caching
- Moved 14 services from EC2 to Kubernetes on AWS with Terraform and GitHub Actions, without a maintenance window
- Introduced Playwright end-to-end tests and accessibility reviews; the console is WCAG 2.2 AA today
- Run interviews and mentor two engineers

### Full-Stack Engineer, Fabrikam Health

*September 2019 – March 2022 | Berlin, Germany*

- Built the appointment platform with React, TypeScript, Node.js and PostgreSQL, used by 300 practices
- Designed a REST API with OpenAPI and split a NestJS monolith along its seams with RabbitMQ
- Set up Docker images, CI in GitLab and monitoring with Prometheus and Grafana
- Wrote the design system: Storybook, CSS Modules, tests with Jest

### Frontend Developer, Adatum Media

*February 2018 – August 2019 | Hamburg, Germany*

- Developed the newsroom editor in React and Redux, migrated 40,000 lines from JavaScript to TypeScript
- Tuned Webpack builds and Core Web Vitals; the article page loads in 1.3 s on a slow phone
- Maintained Node.js services with Express and MongoDB

## Projects

### Tidal, an open-source job queue (2021 – present)

- A small PostgreSQL-backed queue for Node.js in TypeScript, 900 stars

## Skills

- Languages: TypeScript, JavaScript, SQL, Python (basics)
- Front end: React, Next.js, Redux, Tailwind CSS, HTML, CSS, accessibility
- Back end: Node.js, NestJS, Express, GraphQL, REST, PostgreSQL, Redis
- Platform: AWS, Kubernetes, Docker, Terraform, GitHub Actions, Prometheus
- Testing: Vitest, Jest, Playwright

## Education

B.Sc. Computer Science, Technical University of Berlin, 2014 – 2018

## Languages

- English: fluent (C1)
- German: native
`;
