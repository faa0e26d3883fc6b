import { endpoints } from "@/lib/api/endpoints";
import { answerApi } from "@/lib/server/api/router";

const answer = (request: Request) => answerApi(endpoints, request);

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
