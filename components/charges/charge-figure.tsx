import { MoneyText } from "@/components/ui/money-text";

/** A price: as many digits as were agreed. */
export function ChargeFigure(props: { amount: string; currency: string; reader: { locale: string } }) {
  return <MoneyText {...props} digits={props.amount.split(".")[1]?.length ? "exact" : "read"} />;
}
