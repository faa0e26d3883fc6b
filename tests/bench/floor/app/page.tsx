import { connection } from "next/server";
import { Pool } from "pg";

// The least that a page of this framework can do for the same fifty rows: one query that an index answers, one table.

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20 });

type Row = { id: string; code: string; name: string; category: string; business_unit: string; cost_per_year: string };

const query = `SELECT id, code, name, category::text, business_unit, cost_per_year::text FROM process
  WHERE organization_id = $1 ORDER BY name, id LIMIT 50`;

export default async function Page() {
  await connection();
  const { rows } = await pool.query<Row>(query, [process.env.FLOOR_ORGANIZATION]);
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.name}</td>
            <td>{row.code}</td>
            <td>{row.category}</td>
            <td>{row.business_unit}</td>
            <td>{row.cost_per_year}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
