import type { Cell } from "../../../src/core/transactions/cells";
import { isDateFormat } from "../../../src/core/transactions/column-content";
import { detect, name } from "./detect-rows";

describe("roles of columns", () => {
  const lines: [string, readonly string[], readonly (readonly Cell[])[], Record<string, string>, readonly string[]][] =
    [
      [
        "online shop",
        ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"],
        [
          ["536365", "85123A", "HOLDER", "6", "2010-12-01 08:26:00", "2.55", "17850.0", "United Kingdom"],
          ["536365", "71053", "LANTERN", "6", "2010-12-01 08:26:00", "3.39", "17850.0", "United Kingdom"],
          ["536366", "22633", "WARMER", "6", "2010-12-01 08:28:00", "1.85", "17850.0", "France"],
        ],
        {
          order: "InvoiceNo",
          product: "StockCode",
          quantity: "Quantity",
          date: "InvoiceDate",
          price: "UnitPrice",
          customer: "CustomerID",
          region: "Country",
        },
        ["Description"],
      ],
      [
        "superstore",
        [
          "Row ID",
          "Order ID",
          "Order Date",
          "Ship Date",
          "Customer ID",
          "Customer Name",
          "Segment",
          "City",
          "Category",
          "Sales",
          "Quantity",
          "Discount",
          "Profit",
        ],
        [
          [
            1,
            "CA-1",
            "11/8/2016",
            "11/11/2016",
            "CG-1",
            "Claire",
            "Consumer",
            "Henderson",
            "Furniture",
            261.96,
            2,
            0,
            41.9,
          ],
          [
            2,
            "CA-1",
            "11/8/2016",
            "11/11/2016",
            "CG-1",
            "Claire",
            "Consumer",
            "Henderson",
            "Furniture",
            731.94,
            3,
            0.2,
            219.6,
          ],
        ],
        {
          order: "Order ID",
          date: "Order Date",
          customer: "Customer ID",
          customerName: "Customer Name",
          region: "City",
          category: "Category",
          amount: "Sales",
          quantity: "Quantity",
          discount: "Discount",
          profit: "Profit",
        },
        ["Row ID", "Segment"],
      ],
      [
        "Chinese shop",
        [
          "订单编号",
          "会员卡号",
          "姓名",
          "下单时间",
          "商品名称",
          "品类",
          "数量",
          "单价",
          "实付金额（元）",
          "成本",
          "渠道",
          "城市",
          "年龄",
          "性别",
        ],
        [
          ["D1", "00123", "张三", "2024年1月5日 10:20", "苹果", "水果", 2, 5, "10.00", 6, "门店", "上海", 35, "男"],
          ["D2", "00123", "张三", "2024年1月9日 11:00", "梨", "水果", 1, 8, "8.00", 5, "线上", "上海", 35, "男"],
        ],
        {
          order: "订单编号",
          customer: "会员卡号",
          customerName: "姓名",
          date: "下单时间",
          product: "商品名称",
          category: "品类",
          quantity: "数量",
          price: "单价",
          amount: "实付金额（元）",
          cost: "成本",
          channel: "渠道",
          region: "城市",
        },
        ["年龄", "性别"],
      ],
      [
        "headers that contain a word",
        [
          "Buyer Code",
          "Day of Invoice Date",
          "Net Sales Total",
          "Discount Rate",
          "Profit Rate",
          "Service Cost",
          "Account",
        ],
        [
          ["b1", "2024-01-01", 5, 0.1, 0.5, 1, "key"],
          ["b1", "2024-01-02", 6, 0.1, 0.5, 1, "key"],
        ],
        {
          customer: "Account",
          date: "Day of Invoice Date",
          amount: "Net Sales Total",
          discount: "Discount Rate",
          margin: "Profit Rate",
          serviceCost: "Service Cost",
        },
        ["Buyer Code"],
      ],
    ];

  it.each(lines)("are found for: %s", (_, headers, rows, columns, attributes) => {
    const detected = detect(headers, rows);
    expect(detected.kind).toBe("transactions");
    expect(name(headers, detected)).toEqual(columns);
    expect(detected.attributes.map((column) => headers[column])).toEqual(attributes);
  });

  it.each(["Account", "Discount", "Discount Rate", "Profit Rate", "Service Cost"])(
    "leave %s to the one role it names",
    (header) => {
      const headers = ["Order Date", header];
      const { columns } = detect(headers, [
        ["2024-01-01", 1],
        ["2024-01-02", 1],
        ["2024-01-03", 2],
      ]);
      expect([columns.quantity, columns.price, columns.profit, columns.cost, columns.amount]).toEqual(
        Array(5).fill(undefined),
      );
    },
  );

  it("go to the leftmost of equal columns", () => {
    const { columns, attributes } = detect(
      ["Order Date", "Amount", "Revenue", "Client", "Member"],
      [
        ["2024-01-01", 1, 2, "a", "x"],
        ["2024-01-02", 2, 3, "a", "x"],
      ],
    );
    expect([columns.amount, columns.customer, attributes]).toEqual([1, 3, [2, 4]]);
  });

  it("follow the content alone where exactly one column fits, and say so", () => {
    const rows = [
      ["u1", "2024-01-01", 5.5, "red"],
      ["u1", "2024-01-02", 6.5, "blue"],
      ["u2", "2024-01-03", 7.5, "green"],
    ];
    const detected = detect(["who", "when", "how much", "colour"], rows);
    expect(detected.columns).toEqual({ customer: 0, date: 1, amount: 2 });
    expect(detected.flagged).toEqual([
      { kind: "contentOnly", role: "date", column: 1 },
      { kind: "contentOnly", role: "amount", column: 2 },
      { kind: "contentOnly", role: "customer", column: 0 },
    ]);
    expect(
      detect(
        ["who", "when", "x", "y"],
        rows.map(([who, when]) => [who, when, 1, 2]),
      ).columns.amount,
    ).toBeUndefined();
  });

  it("take numbers for dates where the format of their column is one of dates", () => {
    const rows = [
      ["a", 19000, 5],
      ["a", 19001, 6],
    ];
    expect(detect(["Client", "x", "y"], rows, { formats: ["", "yyyy-mm-dd", "0.00"] }).columns).toEqual({
      customer: 0,
      date: 1,
      amount: 2,
    });
    expect(detect(["Client", "x", "y"], rows).kind).toBe("customers");
  });

  it.each([
    ["yyyy-mm-dd", true],
    ["m/d/yy h:mm", true],
    ["[$-409]d-mmm;@", true],
    ['yyyy"年"m"月"d"日"', true],
    ["General", false],
    ["0.00", false],
    ['#,##0.00 "days"', false],
    ["h:mm:ss", false],
    ["[Red]0.00", false],
    ["", false],
  ])("see in the format %s a date: %s", (format, expected) => {
    expect(isDateFormat(format)).toBe(expected);
  });

  it("are those the caller names, and none where the caller says so", () => {
    const headers = ["Client", "Order Date", "Amount", "Weight", "Country"];
    const rows = [
      ["a", "2024-01-01", 1, 2, "x"],
      ["a", "2024-01-02", 2, 3, "y"],
    ];
    const { columns, attributes } = detect(headers, rows, { roles: { amount: 3, region: null }, attributes: [4] });
    expect(columns).toEqual({ customer: 0, date: 1, amount: 3 });
    expect(attributes).toEqual([4]);
    expect(() => detect(headers, rows, { roles: { amount: 9 } })).toThrow(RangeError);
    expect(() => detect(headers, rows, { roles: { amount: 3, profit: 3 } })).toThrow(RangeError);
  });

  it("count a cost by the unit where the header says so", () => {
    const rows = [["a", "2024-01-01", 1, 2]];
    expect(detect(["Client", "Order Date", "Amount", "Unit Cost"], rows).costBasis).toBe("unit");
    expect(detect(["客户", "订单日期", "金额", "单位成本"], rows).costBasis).toBe("unit");
    expect(detect(["Client", "Order Date", "Amount", "Cost"], rows).costBasis).toBe("line");
  });

  it("go to the leftmost of columns with one header, which is an issue (R23)", () => {
    const detected = detect(
      ["Client", "Order Date", "Amount", "amount ", "Client"],
      [
        ["a", "2024-01-01", 1, 2, "b"],
        ["a", "2024-01-02", 1, 2, "b"],
      ],
    );
    expect(detected.columns).toEqual({ customer: 0, date: 1, amount: 2 });
    expect(detected.issues).toEqual([
      { code: "R23", name: "duplicateHeader", count: 2, treatment: "leftmost", rows: [3, 4] },
    ]);
  });

  it("leave loose dates out of the attributes, and say so", () => {
    const detected = detect(
      ["Client", "Order Date", "Amount", "Delivery Date", "Colour"],
      [
        ["a", "2024-01-01", 1, "2024-01-04", "red"],
        ["a", "2024-01-02", 2, "2024-01-05", "blue"],
      ],
    );
    expect([detected.columns.date, detected.attributes]).toEqual([1, [4]]);
    expect(detected.flagged).toEqual([{ kind: "dateColumn", column: 3 }]);
  });
});

describe("a table with a row per customer", () => {
  it("is one without the day of a purchase", () => {
    const headers = ["客户编号", "收入", "年龄", "城市", "满意度", "注册日期"];
    const detected = detect(headers, [
      ["A1", 5000, 31, "上海", 4, "2020-01-05"],
      ["A2", 7000, 45, "北京", 5, "2021-07-01"],
    ]);
    expect(detected.kind).toBe("customers");
    expect(name(headers, detected)).toEqual({
      customer: "客户编号",
      region: "城市",
      satisfaction: "满意度",
      joinDate: "注册日期",
    });
    expect(detected.attributes.map((column) => headers[column])).toEqual(["收入", "年龄"]);
  });

  it("may hold ready figures", () => {
    const headers = ["Customer", "Recency", "Frequency", "Monetary", "Profit", "Last Purchase", "Segment"];
    const detected = detect(headers, [
      ["a", 5, 3, 120.5, 20, "2024-01-01", "x"],
      ["b", 50, 1, 20.5, 2, "2023-01-01", "y"],
    ]);
    expect(detected.kind).toBe("customers");
    expect(name(headers, detected)).toEqual({
      customer: "Customer",
      recencyDays: "Recency",
      orders: "Frequency",
      amount: "Monetary",
      profit: "Profit",
      lastDate: "Last Purchase",
    });
  });

  it("may be that of an airline, by its own names or by single letters", () => {
    const airline = [
      "MEMBER_NO",
      "FFP_DATE",
      "FIRST_FLIGHT_DATE",
      "LOAD_TIME",
      "FLIGHT_COUNT",
      "SEG_KM_SUM",
      "LAST_FLIGHT_DATE",
      "LAST_TO_END",
      "avg_discount",
      "AGE",
    ];
    const rows = Array.from({ length: 8 }, (_, i) => [
      54993 + i,
      "2006/11/02",
      "2008/12/24",
      "2014/03/31",
      210 - i,
      580717 - i,
      "2014/3/31",
      1 + i,
      0.96 + i / 100,
      31,
    ]);
    const detected = detect(airline, rows);
    expect(detected.kind).toBe("customers");
    expect(name(airline, detected)).toEqual({
      customer: "MEMBER_NO",
      joinDate: "FFP_DATE",
      firstDate: "FIRST_FLIGHT_DATE",
      snapshotDate: "LOAD_TIME",
      orders: "FLIGHT_COUNT",
      amount: "SEG_KM_SUM",
      lastDate: "LAST_FLIGHT_DATE",
      recencyDays: "LAST_TO_END",
      discount: "avg_discount",
    });
    const letters = ["id", "L", "R", "F", "M", "C"];
    expect(
      name(
        letters,
        detect(letters, [
          [1, 90, 5, 3, 100, 0.9],
          [2, 80, 6, 2, 90, 0.8],
        ]),
      ),
    ).toEqual({
      customer: "id",
      tenureDays: "L",
      recencyDays: "R",
      orders: "F",
      amount: "M",
      discount: "C",
    });
  });

  it("is not taken for order lines because of some other date in it", () => {
    const rows = Array.from({ length: 8 }, (_, i) => [`c${i}`, `2024-01-0${i + 1}`, 20 + i]);
    const { kind, columns, flagged } = detect(["customer", "last contact", "age"], rows);
    expect([kind, columns, flagged]).toEqual(["customers", { customer: 0 }, [{ kind: "dateColumn", column: 1 }]]);
  });
});
