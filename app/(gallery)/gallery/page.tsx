import { notFound } from "next/navigation";
import { Tabs } from "@/components/ui/tabs";
import { GalleryFrame } from "./gallery-frame";
import { BoardView } from "./view-board";
import { ChartsView } from "./view-charts";
import { ListView } from "./view-list";
import { PiecesView } from "./view-pieces";
import { RecordView } from "./view-record";

export const metadata = { title: "Gallery" };

const VIEWS = { record: RecordView, board: BoardView, list: ListView, charts: ChartsView, pieces: PiecesView };

type ViewName = keyof typeof VIEWS;

function isView(name: unknown): name is ViewName {
  return typeof name === "string" && name in VIEWS;
}

/** All parts of the look on invented data, to be looked at while working on them. Not there in production. */
export default async function GalleryPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  if (process.env.NODE_ENV === "production") notFound();
  const { view } = await searchParams;
  const name = isView(view) ? view : "record";
  const View = VIEWS[name];
  return (
    <GalleryFrame>
      <View />
      <footer className="px-7 pb-6">
        <Tabs
          label="Views of the gallery"
          current={`/gallery?view=${name}`}
          tabs={Object.keys(VIEWS).map((each) => ({ href: `/gallery?view=${each}`, label: each }))}
        />
      </footer>
    </GalleryFrame>
  );
}
