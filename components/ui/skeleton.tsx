import clsx from "clsx";
import { Card } from "./card";
import { Page, RecordLayout, TileGrid } from "./page-layout";

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx("pulse rounded bg-line", className)} />;
}

function times(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function HeaderSkeleton() {
  return (
    <div className="grid gap-2">
      <span role="status" className="sr-only">
        Loading
      </span>
      <Skeleton className="h-4 w-40" />
      <Skeleton className="h-7 w-72 max-w-full" />
      <Skeleton className="h-4 w-96 max-w-full" />
    </div>
  );
}

function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <Card>
      <div className="h-9 border-line border-b" />
      {times(rows).map((row) => (
        <div key={row} className="card-row flex h-11 items-center gap-6 border-line px-4">
          <Skeleton className="h-3.5 w-1/3" />
          <Skeleton className="ml-auto h-3.5 w-16" />
          <Skeleton className="h-3.5 w-20" />
          <Skeleton className="h-5 w-24 rounded-full" />
        </div>
      ))}
    </Card>
  );
}

export function TablePageSkeleton({ rows = 10 }: { rows?: number }) {
  return (
    <Page>
      <HeaderSkeleton />
      <Skeleton className="h-8 w-80 max-w-full rounded-md" />
      <RowsSkeleton rows={rows} />
    </Page>
  );
}

export function CardsPageSkeleton({ cards = 6 }: { cards?: number }) {
  return (
    <Page>
      <HeaderSkeleton />
      <TileGrid>
        {times(cards).map((card) => (
          <Card key={card} className="grid h-48 content-start gap-3 p-4">
            <Skeleton className="h-4 w-2/3" />
            <Skeleton className="h-6 w-1/3" />
            <Skeleton className="h-14 w-full" />
          </Card>
        ))}
      </TileGrid>
    </Page>
  );
}

export function RecordPageSkeleton() {
  return (
    <Page>
      <HeaderSkeleton />
      <Skeleton className="h-20 w-full rounded-lg" />
      <RecordLayout
        side={
          <Card className="h-64" label="Loading key facts">
            {null}
          </Card>
        }
      >
        <Skeleton className="h-28 w-full rounded-lg" />
        <RowsSkeleton rows={5} />
      </RecordLayout>
    </Page>
  );
}
