import { NotAllowed } from "@/components/access/not-allowed";

export default function Forbidden() {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <NotAllowed />
    </main>
  );
}
