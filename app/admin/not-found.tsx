export { default } from "@/app/(app)/not-found";
