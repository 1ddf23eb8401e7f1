export default function P() {
  return <p className="p-4">hi</p>;
}
