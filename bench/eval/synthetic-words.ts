/** Words that made-up CVs and postings are put together from, and the dice. */

/** Small seeded generator (Tommy Ettinger, public domain). */
export function createRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  const pick = <T>(items: readonly T[]): T => items[int(items.length)] as T;
  const sample = <T>(items: readonly T[], count: number): T[] => {
    const rest = [...items];
    return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(int(rest.length), 1)[0] as T);
  };
  return { next, int, pick, sample };
}

export const FAMILIES: Record<string, { title: string; skills: string[] }> = {
  frontend: {
    title: "Frontend Engineer",
    skills: [
      "React",
      "TypeScript",
      "JavaScript",
      "Next.js",
      "Vue.js",
      "Redux",
      "GraphQL",
      "Tailwind CSS",
      "Jest",
      "Playwright",
      "Webpack",
      "Storybook",
      "CSS",
      "HTML",
      "Accessibility",
    ],
  },
  backend: {
    title: "Backend Engineer",
    skills: [
      "Java",
      "Spring Boot",
      "Kotlin",
      "PostgreSQL",
      "Kafka",
      "Redis",
      "Docker",
      "Kubernetes",
      "gRPC",
      "Elasticsearch",
      "Microservices",
      "AWS",
      "RabbitMQ",
      "MongoDB",
    ],
  },
  fullstack: {
    title: "Full Stack Developer",
    skills: [
      "Node.js",
      "TypeScript",
      "React",
      "NestJS",
      "PostgreSQL",
      "GraphQL",
      "Docker",
      "AWS",
      "Prisma ORM",
      "Angular",
      "MongoDB",
      "Terraform",
    ],
  },
  platform: {
    title: "Site Reliability Engineer",
    skills: [
      "Kubernetes",
      "Terraform",
      "AWS",
      "Prometheus",
      "Grafana",
      "Ansible",
      "Linux",
      "Python",
      "Helm charts",
      "Argo CD",
      "Datadog",
      "Jenkins",
      "Bash",
    ],
  },
  data: {
    title: "Data Engineer",
    skills: [
      "Python",
      "Apache Spark",
      "Airflow",
      "dbt",
      "SQL",
      "BigQuery",
      "Kafka",
      "Databricks",
      "Terraform",
      "PostgreSQL",
      "Tableau",
      "pandas",
    ],
  },
  ml: {
    title: "Machine Learning Engineer",
    skills: [
      "Python",
      "PyTorch",
      "TensorFlow",
      "scikit-learn",
      "MLflow",
      "LangChain",
      "Docker",
      "AWS",
      "NumPy",
      "Hugging Face",
      "Computer vision",
      "SQL",
    ],
  },
  mobile: {
    title: "iOS Engineer",
    skills: [
      "SwiftUI",
      "UIKit",
      "Objective-C",
      "Xcode",
      "Fastlane",
      "Firebase",
      "GraphQL",
      "Core Data",
      "Kotlin",
      "React Native",
      "XCTest",
    ],
  },
  embedded: {
    title: "Embedded Software Engineer",
    skills: [
      "C++",
      "FreeRTOS",
      "Python",
      "Linux",
      "CMake",
      "Yocto",
      "STM32",
      "MQTT",
      "Jenkins",
      "Git",
      "MATLAB",
      "FPGA",
    ],
  },
};
export const PRODUCTS = [
  "a booking journey for travelers",
  "the checkout of an online shop",
  "a risk engine for lenders",
  "scheduling for clinics",
  "a search over legal files",
  "telemetry of delivery vans",
  "invoices for freelancers",
  "a catalog of museum objects",
];
export const LEVELS = [
  { prefix: "Junior ", seniority: "junior" as const, years: 1 },
  { prefix: "", seniority: "mid" as const, years: 4 },
  { prefix: "Senior ", seniority: "senior" as const, years: 8 },
  { prefix: "Staff ", seniority: "staff" as const, years: 13 },
];
