export { default } from "@/app/(app)/loading";
