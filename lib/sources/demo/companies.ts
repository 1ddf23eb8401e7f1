import type { PlaceId } from "./places";

/** An invented employer. `.example` addresses can never be anyone's. */
export interface DemoCompany {
  name: string;
  domain: string;
  does: string;
  people: number;
  home: PlaceId;
}

const company = (name: string, does: string, people: number, home: PlaceId): DemoCompany => ({
  name,
  domain: `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.example`,
  does,
  people,
  home,
});

export const COMPANIES: readonly DemoCompany[] = [
  company("Larkspur Systems", "builds scheduling software that hospitals use to plan their wards", 240, "berlin"),
  company(
    "Tidewater Ledger",
    "gives small exporters one place for invoices, customs papers and payments",
    130,
    "rotterdam",
  ),
  company("Quillstone", "makes a writing and review tool for legal teams", 85, "london"),
  company("Fernhollow Energy", "balances rooftop solar, batteries and car chargers for 90,000 homes", 310, "munich"),
  company("Copperline Freight", "books and tracks rail freight across eleven countries", 190, "vienna"),
  company("Pinemark Analytics", "measures how shops use shelf space, from a single photo", 60, "lisbon"),
  company("Saltgrass Health", "runs online follow-up care for people after surgery", 420, "boston"),
  company("Kestrel Point", "maps wildfire risk parcel by parcel for insurers", 75, "denver"),
  company("Oatfield Robotics", "builds weeding robots for vegetable farms", 110, "eindhoven"),
  company("Brightmoor Bank", "is a licensed bank for freelancers", 650, "dublin"),
  company("Veldt Mobility", "operates shared cargo bikes in 23 cities", 280, "amsterdam"),
  company("Juniper Row", "sells tickets for small theaters and music clubs", 48, "barcelona"),
  company("Harrowgate Data", "keeps a registry of clinical trials that researchers can query", 95, "cambridge"),
  company("Mistral Kitchens", "plans production for bakeries and central kitchens", 55, "lyon"),
  company("Stonebridge Learning", "teaches mathematics to two million pupils with adaptive exercises", 210, "toronto"),
  company(
    "Cobalt Harbor",
    "secures software supply chains by rebuilding open-source packages from source",
    140,
    "seattle",
  ),
  company("Moonrise Maps", "offers offline maps and routing for emergency services", 70, "zurich"),
  company("Driftwood Studio", "makes a browser-based tool for motion graphics", 65, "stockholm"),
  company("Palisade Insure", "prices liability insurance for craftspeople in minutes", 230, "hamburg"),
  company("Alder & Finch", "runs the booking system behind 4,000 veterinary practices", 180, "manchester"),
  company("Northlake Grid", "forecasts load for municipal power utilities", 120, "montreal"),
  company("Sundial Payroll", "pays contractors in 70 currencies and files their taxes", 540, "newyork"),
  company("Bluefen", "monitors water quality for fisheries and ports", 40, "copenhagen"),
  company("Marrow Biosciences", "automates lab work for antibody discovery", 260, "sanfrancisco"),
  company("Tallgrass Commerce", "hosts storefronts for 30,000 independent makers", 390, "austin"),
  company("Inkwell Public", "modernizes case management for city administrations", 150, "washington"),
  company("Redshank Aero", "writes ground software for small satellites", 160, "toulouse"),
  company("Willowbrook Care", "matches families with home carers and handles the paperwork", 220, "bristol"),
  company("Granite Signal", "provides tracing and log search for regulated industries", 175, "warsaw"),
  company("Lantern Street", "helps tenants and landlords settle repairs without lawyers", 35, "edinburgh"),
  company("Opaline Games", "makes co-operative puzzle games for phones and browsers", 90, "helsinki"),
  company("Cedarwood Telecom", "runs voice and text messaging for appointment reminders", 330, "bangalore"),
  company("Heron Procurement", "turns public tenders into structured data", 50, "oslo"),
  company("Riverside Parcel", "operates parcel lockers and the network behind them", 480, "krakow"),
  company("Amber Atlas", "sells market data about renewable power plants", 105, "madrid"),
  company("Thistle Security", "runs a managed detection service for mid-size firms", 200, "telaviv"),
  company("Clearwell Finance", "offers invoice financing to restaurants", 145, "singapore"),
  company("Silverbirch", "makes accessible form and survey software", 58, "remote_eu"),
  company("Outpost Collective", "builds developer tools for offline-first apps", 32, "remote_world"),
  company("Meadowlark AI", "turns call recordings into structured notes for service teams", 88, "sanfrancisco"),
  company("Ravensworth Rail", "plans crews and rolling stock for regional trains", 125, "london"),
  company("Solano Fields", "gives growers satellite-based irrigation advice", 77, "saopaulo"),
  company("Kitebridge", "moves money between mobile wallets in East Africa", 300, "nairobi"),
  company("Porcelain Cloud", "hosts managed PostgreSQL with point-in-time recovery", 98, "remote_us"),
  company("Yarrow Media", "builds the publishing system of 60 regional newspapers", 165, "berlin"),
  company("Dovetail Build", "checks building plans against local codes", 84, "melbourne"),
  company("Fathom Ocean", "charts sea floors with autonomous boats", 115, "vancouver"),
  company("Citrine Labs", "offers a testing laboratory for battery cells as a service", 135, "tokyo"),
];
