import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const microsoft = "http://schemas.microsoft.com/office";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const sheetNamespaces = `xmlns="${main}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="${microsoft}/spreadsheetml/2009/9/ac"`;

export type PackageFiles = Record<string, string | Uint8Array>;

function relationships(
  entries: readonly (readonly [id: string, type: string, target: string, external?: boolean])[],
): string {
  const lines = entries.map(([id, type, target, external]) => {
    const full = type.startsWith("http") ? type : `${office}/${type}`;
    return `<Relationship Id="${id}" Type="${full}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`;
  });
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`;
}

const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const contentTypes: readonly (readonly [part: string, type: string])[] = [
  ["xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"],
  ["xl/worksheets/sheet1.xml", `${spreadsheet}.worksheet+xml`],
  ["xl/worksheets/sheet2.xml", `${spreadsheet}.worksheet+xml`],
  ["xl/worksheets/sheet3.xml", `${spreadsheet}.worksheet+xml`],
  ["xl/chartsheets/sheet1.xml", `${spreadsheet}.chartsheet+xml`],
  ["xl/styles.xml", `${spreadsheet}.styles+xml`],
  ["xl/sharedStrings.xml", `${spreadsheet}.sharedStrings+xml`],
  ["xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"],
  ["xl/calcChain.xml", `${spreadsheet}.calcChain+xml`],
  ["xl/comments1.xml", `${spreadsheet}.comments+xml`],
  ["xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml"],
  ["xl/persons/person.xml", "application/vnd.ms-excel.person+xml"],
  ["xl/tables/table1.xml", `${spreadsheet}.table+xml`],
  ["xl/pivotTables/pivotTable1.xml", `${spreadsheet}.pivotTable+xml`],
  ["xl/pivotCache/pivotCacheDefinition1.xml", `${spreadsheet}.pivotCacheDefinition+xml`],
  ["xl/pivotCache/pivotCacheRecords1.xml", `${spreadsheet}.pivotCacheRecords+xml`],
  ["xl/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"],
  ["xl/drawings/drawing2.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"],
  ["xl/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"],
  ["xl/charts/chart2.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"],
  ["xl/slicers/slicer1.xml", "application/vnd.ms-excel.slicer+xml"],
  ["xl/slicerCaches/slicerCache1.xml", "application/vnd.ms-excel.slicerCache+xml"],
  ["xl/externalLinks/externalLink1.xml", `${spreadsheet}.externalLink+xml`],
  ["xl/vbaProject.bin", "application/vnd.ms-office.vbaProject"],
  ["customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"],
  ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
  ["docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
  ["docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"],
];

const columns = ["Order", "Customer", "Date", "Amount", "Note"];

/** The sheet Sales: two merged title rows, a header in row 3, then `rows` rows; row 6 hidden by hand, row 8 by a filter. */
export const salesRows = 12;

function salesCells(): string {
  const lines: string[] = [
    '<row r="1" spans="1:5" ht="24" customHeight="1"><c r="A1" s="2" t="s"><v>0</v></c><c r="B1" s="2"/><c r="C1" s="2"/></row>',
    `<row r="3" spans="1:5" x14ac:dyDescent="0.25">${columns.map((_, i) => `<c r="${"ABCDE"[i]}3" s="3" t="s"><v>${i + 1}</v></c>`).join("")}</row>`,
  ];
  for (let i = 0; i < salesRows; i++) {
    const r = i + 4;
    const hidden = r === 6 || r === 8 ? ' hidden="1"' : "";
    const note =
      i === 1
        ? `<c r="E${r}" t="e"><v>#N/A</v></c>`
        : i === 2
          ? `<c r="E${r}" t="inlineStr"><is><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space="preserve"> tail</t></r></is></c>`
          : i === 3
            ? `<c r="E${r}" t="str"><f>CONCATENATE("a","&amp;b")</f><v>a&amp;b</v></c>`
            : i === 4
              ? `<c r="E${r}" t="b"><v>1</v></c>`
              : i === 5
                ? `<c r="E${r}"><f t="shared" ref="E${r}:E${r + 1}" si="0">D${r}*2</f><v>${(i + 1) * 21}</v></c>`
                : i === 6
                  ? `<c r="E${r}"><f t="shared" si="0"/><v>${(i + 1) * 21}</v></c>`
                  : "";
    lines.push(
      `<row r="${r}" spans="1:5"${hidden} x14ac:dyDescent="0.25"><c r="A${r}"><v>${1000 + i}</v></c><c r="B${r}" t="s"><v>${6 + (i % 3)}</v></c>` +
        `<c r="C${r}" s="1"><v>${43831 + i * 7}</v></c><c r="D${r}" s="4"><v>${(i + 1) * 10.5}</v></c>${note}</row>`,
    );
  }
  return lines.join("\n");
}

const conditionalFormats =
  '<conditionalFormatting sqref="D4:D15"><cfRule type="top10" dxfId="0" priority="1" percent="1" bottom="1" rank="20"/></conditionalFormatting>' +
  '<conditionalFormatting sqref="D4:D15"><cfRule type="aboveAverage" dxfId="0" priority="2" aboveAverage="0" equalAverage="1" stdDev="1"/></conditionalFormatting>' +
  '<conditionalFormatting sqref="C4:C15"><cfRule type="timePeriod" dxfId="0" priority="3" timePeriod="lastMonth"><formula>AND(MONTH(C4)=1)</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="A4:A15"><cfRule type="duplicateValues" dxfId="1" priority="4"/></conditionalFormatting>' +
  '<conditionalFormatting sqref="B4:B15"><cfRule type="expression" dxfId="1" priority="5" stopIfTrue="1"><formula>$D4&gt;50</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="D4:D15"><cfRule type="colorScale" priority="6"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FF63BE7B"/></colorScale></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="D4:D15"><cfRule type="dataBar" priority="7"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{11111111-2222-4333-8444-555555555555}</x14:id></ext></extLst></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="D4:D15"><cfRule type="iconSet" priority="8"><iconSet iconSet="3Arrows"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule></conditionalFormatting>';

const sheetExtensions =
  '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{11111111-2222-4333-8444-555555555555}"><x14:dataBar minLength="0" maxLength="100" border="1" negativeBarBorderColorSameAsPositive="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:borderColor rgb="FF638EC6"/><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>D4:D15</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>' +
  '<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup displayEmptyCellsAs="gap" markers="1"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>Sales!D4:D15</xm:f><xm:sqref>D2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>';

const theme = `${head}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House"><a:themeElements><a:clrScheme name="House"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="204060"/></a:accent1><a:accent2><a:srgbClr val="C0504D"/></a:accent2><a:accent3><a:srgbClr val="9BBB59"/></a:accent3><a:accent4><a:srgbClr val="8064A2"/></a:accent4><a:accent5><a:srgbClr val="4BACC6"/></a:accent5><a:accent6><a:srgbClr val="F79646"/></a:accent6><a:hlink><a:srgbClr val="0000FF"/></a:hlink><a:folHlink><a:srgbClr val="800080"/></a:folHlink></a:clrScheme><a:fontScheme name="House"><a:majorFont><a:latin typeface="Georgia"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Verdana"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const styles = `${head}<styleSheet xmlns="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac x16r2" xmlns:x14ac="${microsoft}/spreadsheetml/2009/9/ac" xmlns:x16r2="${microsoft}/spreadsheetml/2015/02/main"><numFmts count="1"><numFmt numFmtId="165" formatCode="&quot;CHF&quot;\\ #,##0.00;[Red]-&quot;CHF&quot;\\ #,##0.00"/></numFmts><fonts count="3" x14ac:knownFonts="1"><font><sz val="10"/><color theme="1"/><name val="Verdana"/><family val="2"/><scheme val="minor"/></font><font><b/><sz val="16"/><color theme="4" tint="0.4"/><name val="Georgia"/><family val="1"/></font><font><b/><i/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Verdana"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4"/><bgColor indexed="64"/></patternFill></fill><fill><gradientFill degree="90"><stop position="0"><color rgb="FFFFFFFF"/></stop><stop position="1"><color rgb="FF00FF00"/></stop></gradientFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF204060"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="3" borderId="0" xfId="0" applyFill="1" applyProtection="1"><protection locked="0"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="2"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><font><b/><color rgb="FF006100"/></font><fill><patternFill><bgColor rgb="FFC6EFCE"/></patternFill></fill></dxf></dxfs><tableStyles count="1" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"><tableStyle name="House table" pivot="0" count="1"><tableStyleElement type="headerRow" dxfId="1"/></tableStyle></tableStyles><colors><mruColors><color rgb="FF123456"/></mruColors></colors></styleSheet>`;

const strings = ["Sales 2026", ...columns, "Ann", "Bob & Co", "=1+1", "Product", "Price", "Tea", "Coffee"];

function chart(title: string): string {
  return `${head}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${title}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:layout/><c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Sales!$D$4:$D$15</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:radarChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;
}

const drawingNamespaces =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const corners =
  "<xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>";

function chartFrame(relationship: string): string {
  return `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="3" name="Their chart"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${office}" r:id="${relationship}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>`;
}

/** A macro workbook with one of everything that the add-in does not model, as its parts. */
export function richPackageFiles(): PackageFiles {
  const types = contentTypes.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join("");
  return {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${types}</Types>`,
    "_rels/.rels": relationships([
      ["rId1", "officeDocument", "xl/workbook.xml"],
      [
        "rId2",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
      ],
      ["rId3", "extended-properties", "docProps/app.xml"],
      ["rId4", "custom-properties", "docProps/custom.xml"],
    ]),
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><fileVersion appName="xl" lastEdited="7"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000" activeTab="0"/></bookViews><sheets><sheet name="Sales" sheetId="1" r:id="rId1"/><sheet name="Plot" sheetId="7" r:id="rId20"/><sheet name="Prices &amp; more" sheetId="4" r:id="rId2"/><sheet name="Secret" sheetId="5" state="veryHidden" r:id="rId3"/></sheets><externalReferences><externalReference r:id="rId9"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sales!$A$3:$E$15</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Sales!$3:$3</definedName><definedName name="Local" localSheetId="2">'Prices &amp; more'!$A$1</definedName><definedName name="Orders" comment="all of them">Sales!$A$3:$E$15</definedName><definedName name="Rate">0.25</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="3" r:id="rId10"/></pivotCaches><extLst><ext uri="{BBE1A952-AA13-448e-AADC-164F8A28A991}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerCaches><x14:slicerCache r:id="rId11"/></x14:slicerCaches></ext></extLst></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "worksheet", "/xl/worksheets/sheet2.xml"],
      ["rId3", "worksheet", "worksheets/sheet3.xml"],
      ["rId4", "styles", "styles.xml"],
      ["rId5", "sharedStrings", "sharedStrings.xml"],
      ["rId6", "theme", "theme/theme1.xml"],
      ["rId7", "calcChain", "calcChain.xml"],
      ["rId8", `${microsoft}/2006/relationships/vbaProject`, "vbaProject.bin"],
      ["rId9", "externalLink", "externalLinks/externalLink1.xml"],
      ["rId10", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
      ["rId11", `${microsoft}/2007/relationships/slicerCache`, "slicerCaches/slicerCache1.xml"],
      ["rId12", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml"],
      ["rId13", "customXml", "../customXml/item1.xml"],
      ["rId20", "chartsheet", "chartsheets/sheet1.xml"],
    ]),
    "xl/worksheets/sheet1.xml": `${head}<worksheet ${sheetNamespaces}><sheetPr codeName="Sheet1" filterMode="1"><tabColor theme="5"/></sheetPr><dimension ref="A1:E15"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B5" sqref="B5"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="12.5" customWidth="1"/><col min="2" max="3" width="20" style="5" customWidth="1"/></cols><sheetData>${salesCells()}</sheetData><sheetProtection sheet="0" objects="1"/><autoFilter ref="A3:E15"><filterColumn colId="0"><customFilters><customFilter operator="notEqual" val="1004"/></customFilters></filterColumn></autoFilter><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><phoneticPr fontId="0"/>${conditionalFormats}<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="B4:B15"><formula1>"Ann,Bob"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A4" r:id="rId5" tooltip="web"/><hyperlink ref="A5" location="'Prices &amp; more'!A1" display="inside"/></hyperlinks><printOptions gridLines="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId6"/><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="A1:A9" numberStoredAsText="1"/></ignoredErrors><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>${sheetExtensions}</worksheet>`,
    "xl/worksheets/_rels/sheet1.xml.rels": relationships([
      ["rId1", "drawing", "../drawings/drawing1.xml"],
      ["rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
      ["rId3", "comments", "../comments1.xml"],
      [
        "rId4",
        "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
        "../threadedComments/threadedComment1.xml",
      ],
      ["rId5", "hyperlink", "https://example.com/?a=1&amp;b=2", true],
      ["rId6", "printerSettings", "../printerSettings/printerSettings1.bin"],
    ]),
    "xl/printerSettings/printerSettings1.bin": new Uint8Array([1, 2, 3, 0, 255]),
    "xl/worksheets/sheet2.xml": `${head}<worksheet ${sheetNamespaces}><dimension ref="A1:H4"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData><row r="1"><c r="A1" t="s"><v>9</v></c><c r="B1" t="s"><v>10</v></c></row><row r="2"><c r="A2" t="s"><v>11</v></c><c r="B2"><v>4.5</v></c></row><row r="3"><c r="A3" t="s"><v>12</v></c><c r="B3"><v>6</v></c></row><row r="4"><c r="A4"/><c r="B4"><f>SUBTOTAL(109,PriceList[Price])</f><v>10.5</v></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts><extLst><ext uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerList><x14:slicer r:id="rId2"/></x14:slicerList></ext></extLst></worksheet>`,
    "xl/worksheets/_rels/sheet2.xml.rels": relationships([
      ["rId1", "table", "../tables/table1.xml"],
      ["rId2", `${microsoft}/2007/relationships/slicer`, "../slicers/slicer1.xml"],
      ["rId3", "pivotTable", "../pivotTables/pivotTable1.xml"],
    ]),
    "xl/worksheets/sheet3.xml": `${head}<worksheet ${sheetNamespaces}><dimension ref="A1"/><sheetData><row r="1"><c r="A1"><f>SUM(Sales!D4:D15)</f><v>819</v></c></row></sheetData></worksheet>`,
    "xl/chartsheets/sheet1.xml": `${head}<chartsheet xmlns="${main}" xmlns:r="${office}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
    "xl/chartsheets/_rels/sheet1.xml.rels": relationships([["rId1", "drawing", "../drawings/drawing2.xml"]]),
    "xl/drawings/drawing2.xml": `${head}<xdr:wsDr ${drawingNamespaces}><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>${chartFrame("rId1")}</xdr:absoluteAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing2.xml.rels": relationships([["rId1", "chart", "../charts/chart2.xml"]]),
    "xl/charts/chart2.xml": chart("On a sheet of its own"),
    "xl/drawings/drawing1.xml": `${head}<xdr:wsDr ${drawingNamespaces}><xdr:twoCellAnchor>${corners}<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${office}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor><xdr:twoCellAnchor>${corners}${chartFrame("rId2")}</xdr:twoCellAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing1.xml.rels": relationships([
      ["rId1", "image", "../media/image1.png"],
      ["rId2", "chart", "../charts/chart1.xml"],
    ]),
    "xl/media/image1.png": pixel,
    "xl/charts/chart1.xml": chart("Theirs"),
    "xl/drawings/vmlDrawing1.vml":
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><v:fill color2="#ffffe1"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:Anchor>1, 15, 0, 2, 3, 31, 4, 1</x:Anchor><x:Row>3</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>',
    "xl/comments1.xml": `${head}<comments xmlns="${main}"><authors><author>tc={AAAAAAAA-0000-4000-8000-000000000001}</author></authors><commentList><comment ref="B4" authorId="0"><text><t>[Threaded comment] check</t></text></comment></commentList></comments>`,
    "xl/threadedComments/threadedComment1.xml": `${head}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B4" dT="2026-01-05T10:00:00.00" personId="{BBBBBBBB-0000-4000-8000-000000000001}" id="{AAAAAAAA-0000-4000-8000-000000000001}"><text>check</text></threadedComment></ThreadedComments>`,
    "xl/persons/person.xml": `${head}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Ann" id="{BBBBBBBB-0000-4000-8000-000000000001}" userId="ann" providerId="None"/></personList>`,
    "xl/tables/table1.xml": `${head}<table xmlns="${main}" id="5" name="PriceList" displayName="PriceList" ref="A1:B4" totalsRowCount="1"><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="Product" totalsRowLabel="Total"/><tableColumn id="2" name="Price" totalsRowFunction="sum"/></tableColumns><tableStyleInfo name="House table" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`,
    "xl/pivotTables/pivotTable1.xml": `${head}<pivotTableDefinition xmlns="${main}" name="PivotOrders" cacheId="3" dataCaption="Values"><location ref="D3:E6" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="1"><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><dataFields count="1"><dataField name="Sum of Amount" fld="1"/></dataFields></pivotTableDefinition>`,
    "xl/pivotTables/_rels/pivotTable1.xml.rels": relationships([
      ["rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"],
    ]),
    "xl/pivotCache/pivotCacheDefinition1.xml": `${head}<pivotCacheDefinition xmlns="${main}" xmlns:r="${office}" r:id="rId1" recordCount="1"><cacheSource type="worksheet"><worksheetSource ref="B3:D15" sheet="Sales"/></cacheSource><cacheFields count="2"><cacheField name="Customer" numFmtId="0"><sharedItems count="1"><s v="Ann"/></sharedItems></cacheField><cacheField name="Amount" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" minValue="1" maxValue="2"/></cacheField></cacheFields></pivotCacheDefinition>`,
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": relationships([
      ["rId1", "pivotCacheRecords", "pivotCacheRecords1.xml"],
    ]),
    "xl/pivotCache/pivotCacheRecords1.xml": `${head}<pivotCacheRecords xmlns="${main}" count="1"><r><x v="0"/><n v="1"/></r></pivotCacheRecords>`,
    "xl/slicers/slicer1.xml": `${head}<slicers xmlns="${microsoft}/spreadsheetml/2009/9/main"><slicer name="Product" cache="Slicer_Product" caption="Product" rowHeight="241300"/></slicers>`,
    "xl/slicerCaches/slicerCache1.xml": `${head}<slicerCacheDefinition xmlns="${microsoft}/spreadsheetml/2009/9/main" name="Slicer_Product" sourceName="Product"><extLst><x:ext xmlns:x="${main}" uri="{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}"><x15:tableSlicerCache xmlns:x15="${microsoft}/spreadsheetml/2010/11/main" tableId="5" column="1"/></x:ext></extLst></slicerCacheDefinition>`,
    "xl/externalLinks/externalLink1.xml": `${head}<externalLink xmlns="${main}" xmlns:r="${office}"><externalBook r:id="rId1"><sheetNames><sheetName val="Budget"/></sheetNames></externalBook></externalLink>`,
    "xl/externalLinks/_rels/externalLink1.xml.rels": relationships([["rId1", "externalLinkPath", "budget.xlsx", true]]),
    "xl/calcChain.xml": `${head}<calcChain xmlns="${main}"><c r="A1" i="5"/><c r="B4" i="4"/><c r="E7" i="1"/><c r="E9" i="1"/><c r="E10" i="1"/></calcChain>`,
    "xl/styles.xml": styles,
    "xl/theme/theme1.xml": theme,
    "xl/sharedStrings.xml": `${head}<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t>${text.replaceAll("&", "&amp;")}</t></si>`).join("")}</sst>`,
    "xl/vbaProject.bin": new Uint8Array(Array.from({ length: 600 }, (_, i) => (i * 37) % 256)),
    "customXml/item1.xml": '<budget xmlns="urn:house:budget"><year>2026</year></budget>',
    "customXml/_rels/item1.xml.rels": relationships([["rId1", "customXmlProps", "itemProps1.xml"]]),
    "customXml/itemProps1.xml":
      '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{CCCCCCCC-0000-4000-8000-000000000001}"><ds:schemaRefs/></ds:datastoreItem>',
    "docProps/core.xml": `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ann</dc:creator></cp:coreProperties>`,
    "docProps/app.xml": `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><Company>House</Company></Properties>`,
    "docProps/custom.xml": `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Client"><vt:lpwstr>House</vt:lpwstr></property></Properties>`,
  };
}

/** A transparent PNG of one pixel. */
const pixel = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (letter) => letter.charCodeAt(0),
);

export function zipFiles(files: PackageFiles): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, part]) => [path, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
}

export interface SmallSheet {
  readonly name: string;
  /** The XML inside `sheetData`, or all from `sheetData` on when it starts with `<sheetData`. */
  readonly rows: string;
  readonly attributes?: string;
}

/** The parts of a small workbook without shared strings or styles of its own. */
export function smallPackageFiles(sheets: readonly SmallSheet[], workbookProperties = ""): PackageFiles {
  const paths = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const overrides = paths
    .map((path) => `<Override PartName="/xl/${path}" ContentType="${spreadsheet}.worksheet+xml"/>`)
    .join("");
  const files: PackageFiles = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>${overrides}</Types>`,
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}">${workbookProperties}<sheets>${sheets.map(({ name, attributes }, i) => `<sheet name="${name}" sheetId="${i + 1}"${attributes ?? ""} r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(paths.map((path, i) => [`rId${i + 1}`, "worksheet", path])),
  };
  sheets.forEach(({ rows }, i) => {
    const content = rows.startsWith("<sheetData") ? rows : `<sheetData>${rows}</sheetData>`;
    files[`xl/${paths[i]}`] = `${head}<worksheet xmlns="${main}" xmlns:r="${office}">${content}</worksheet>`;
  });
  return files;
}
