import { NotAllowed } from "@/components/access/not-allowed";

/** Inside the frame, so that the way back is at hand. */
export default function Forbidden() {
  return (
    <div className="p-4 sm:p-7">
      <NotAllowed />
    </div>
  );
}
