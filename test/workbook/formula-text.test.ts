import { replaceNames } from "../../src/workbook/formula-text";

const sheets = new Map([
  ["sheet1", "x y"],
  ["it's", "Its"],
]);
const tables = new Map([
  ["clients", "Clients_2"],
  ["clients_2", "Clients_3"],
]);

it.each([
  ["=SUM(Clients[x])+ROWS(clients)", "=SUM(Clients_2[x])+ROWS(Clients_2)"],
  ["=INDEX(Clients,1)+Clients[[#All],[a b]]", "=INDEX(Clients_2,1)+Clients_2[[#All],[a b]]"],
  ["=MyClients[x]+Clients1+Clients(1)+Sheet1!Clients", "=MyClients[x]+Clients1+Clients(1)+'x y'!Clients"],
  ['="Clients[x]"&Clients[Clients]&"Sheet1!A1"', '="Clients[x]"&Clients_2[Clients]&"Sheet1!A1"'],
  ["=Clients[a]+Clients_2[a]", "=Clients_2[a]+Clients_3[a]"],
  ["=Sheet1!A1+'Sheet1'!B2+sheet1!C3", "='x y'!A1+'x y'!B2+'x y'!C3"],
  ["=MySheet1!A1+'a Sheet1'!A2", "=MySheet1!A1+'a Sheet1'!A2"],
  ["'It''s'!A17", "Its!A17"],
  ["=A1+1", "=A1+1"],
])("renames sheets and tables in %s", (formula, expected) => {
  expect(replaceNames(formula, sheets, tables)).toBe(expected);
});
