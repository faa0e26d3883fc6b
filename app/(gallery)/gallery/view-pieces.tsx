import { FilePlus2, Pencil, ShieldCheck } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { InstantText } from "@/components/ui/date-text";
import { DecimalText } from "@/components/ui/decimal-text";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyText } from "@/components/ui/money-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { InfoTip } from "@/components/ui/popover";
import { Progress } from "@/components/ui/progress";
import { Badge, Status } from "@/components/ui/status";
import { StepsDisclosure } from "@/components/ui/steps";
import { Timeline } from "@/components/ui/timeline";
import { Tooltip } from "@/components/ui/tooltip";
import { ButtonSample, FormSample } from "./form-sample";

const READER = { locale: "en-GB", timeZone: "Europe/Berlin" };

const SIDE = (
  <>
    <Card>
      <CardHeader
        title="Buttons"
        action={<InfoTip label="About buttons">One primary button per page, named with verb and object.</InfoTip>}
      />
      <CardBody className="grid gap-3">
        <div className="flex flex-wrap gap-2">
          <Button variant="primary">Primary</Button>
          <Button>Secondary</Button>
          <Button variant="quiet">Quiet</Button>
          <Button variant="danger">Danger</Button>
          <Button pending>Saving</Button>
          <Button size="sm">Small</Button>
          <Tooltip text="Edit">
            <Button size="icon" aria-label="Edit" icon={<Pencil aria-hidden />} />
          </Tooltip>
        </div>
        <ButtonSample />
        <CopyButton text="CTR-0012" label="Copy code" />
      </CardBody>
    </Card>
    <Card>
      <CardHeader title="States" />
      <CardBody className="flex flex-wrap gap-2">
        <Status tone="good">Met</Status>
        <Status tone="warn">Falling</Status>
        <Status tone="bad">Red</Status>
        <Status tone="neutral">Missing</Status>
        <Status tone="accent">To verify</Status>
        <Badge>Draft</Badge>
        <Badge tone="accent">v3</Badge>
        <Avatar name="Mira Castell" />
      </CardBody>
    </Card>
    <Card>
      <CardHeader title="Activity" />
      <Timeline
        events={[
          {
            key: "1",
            icon: <ShieldCheck aria-hidden />,
            title: "Gate passed",
            when: <InstantText instant="2026-11-04T08:12:00Z" reader={READER} />,
            tone: "good",
          },
          {
            key: "2",
            icon: <FilePlus2 aria-hidden />,
            title: "Created by Tomas Okoro",
            when: <InstantText instant="2026-11-01T08:12:00Z" reader={READER} />,
            body: "From the template of payroll.",
          },
        ]}
      />
    </Card>
  </>
);

export function PiecesView() {
  return (
    <Page>
      <PageHeader title="Pieces" subline="forms, states and small things" />
      <Note tone="warn">Bids close in 2 h 12 min. After that nothing is accepted.</Note>
      <RecordLayout side={SIDE}>
        <Card>
          <CardHeader title="Form" />
          <CardBody>
            <FormSample />
          </CardBody>
        </Card>
        <Card>
          <CardHeader title="Figures" />
          <CardBody className="grid justify-items-start gap-3">
            <p>
              <MoneyText amount="1284300.40" currency="EUR" reader={READER} /> read,{" "}
              <MoneyText amount="3960" currency="EUR" reader={READER} digits="paid" /> paid,{" "}
              <DecimalText value="-18.4" unit="%" reader={READER} />,{" "}
              <MoneyText amount={null} currency="EUR" reader={READER} />
            </p>
            <Progress value={62} label="Answers complete" className="w-60" />
            <StepsDisclosure
              steps={[
                { label: "Charges in October", value: "€110,000.00" },
                { label: "× at risk 12 %", value: "€13,200.00" },
              ]}
              total={{ label: "Amount at risk", value: "€13,200.00" }}
            />
          </CardBody>
        </Card>
        <Card>
          <EmptyState
            icon={<ShieldCheck aria-hidden />}
            title="No risks yet"
            action={<Button variant="primary">Add a risk</Button>}
          >
            Write down what could go wrong, how likely it is, and who looks after it.
          </EmptyState>
        </Card>
      </RecordLayout>
    </Page>
  );
}
