"""What the program says of lists that come in: findings in their rows, questions, refusals."""

from __future__ import annotations

from desktop.ui.wording import Words

LIST_FINDINGS: dict[str, Words] = {
    "NUMBER_EMPTY": Words(
        "没有身份证号码，也没有姓名加出生日期，认不出是谁",
        "No identity number, and no name with a birth date: nobody can tell who this is",
    ),
    "NUMBER_CELL": Words(
        "这一格在表格里存成了数字，后几位已不可信。请在原系统导出时把证件号列设为“文本”，"
        "或另存为 CSV 时以文本导入，不要手工补位",
        "The spreadsheet stored this as a number and its last digits cannot be trusted. Export "
        "again with the column set to text; do not fill digits in by hand",
    ),
    "SCIENTIFIC": Words(
        "号码成了科学记数法（{before}），位数已丢失。请在原系统导出时把证件号列设为“文本”后重新导出",
        "The number turned into {before}: digits are lost. Export again with the column set to "
        "text",
    ),
    "SCIENTIFIC_WHOLE": Words(
        "科学记数法，位数齐全：{after}", "Scientific notation, all digits there: {after}"
    ),
    "DIGITS_LOST": Words(
        "后三位是 000 且校验不符，多半是表格只留了 15 位。请重新以文本导出",
        "Ends in 000 and does not check: a spreadsheet kept 15 digits. Export again as text",
    ),
    "NUMBER_LENGTH": Words("身份证号码位数不对", "Wrong length for an identity number"),
    "NUMBER_CHARACTERS": Words("含有证件号码不会有的字符", "Characters no such number has"),
    "NUMBER_BIRTH_DATE": Words("第 7–14 位不是日期", "Digits 7 to 14 are no date"),
    "NUMBER_OLD_15": Words("15 位旧号码的日期不对", "The date in the 15-digit number is wrong"),
    "NUMBER_CHECK_DIGIT": Words(
        "校验位不符，请对照证件核对", "The check digit is wrong; compare with the document"
    ),
    "NUMBER_DISABILITY_SUFFIX": Words(
        "残疾人证号后两位不是类别和等级", "The last two digits are no kind and grade of disability"
    ),
    "FULL_WIDTH": Words("全角字符改成半角：{after}", "Full-width characters narrowed: {after}"),
    "BLANKS": Words("去掉空格和分隔：{after}", "Blanks and dashes dropped: {after}"),
    "APOSTROPHE": Words("去掉撇号：{after}", "Apostrophe dropped: {after}"),
    "LOOKALIKE": Words("字母 l/O 改成数字 1/0：{after}", "Letters l, O read as 1, 0: {after}"),
    "FIFTEEN": Words("15 位旧号码换成 18 位：{after}", "15 digits became 18: {after}"),
    "DAY_FORM": Words("看不懂的日期：{before}", "Not a date: {before}"),
    "DAY_AMBIGUOUS": Words(
        "{before} 分不清月和日，请写成 2021-03-01", "{before}: day and month cannot be told apart"
    ),
    "DAY_MONTH": Words("只有年月，按当月 1 日：{after}", "Month only, taken as {after}"),
    "DAY_SERIAL": Words("表格的日期序号，读作 {after}", "A spreadsheet's day number: {after}"),
    "DAY_ORDER": Words("月日在前，读作 {after}", "Year last, read as {after}"),
    "DAY_CHINESE": Words("汉字日期，读作 {after}", "In Chinese numerals, read as {after}"),
    "DAYS_TURNED": Words("有效期止早于认定日期", "It ends before it begins"),
    "NAME_BLANKS": Words("去掉姓名中的空格：{after}", "Blanks in the name dropped: {after}"),
    "NAME_NOTE": Words("去掉姓名后的括注：{after}", "Note after the name dropped: {after}"),
    "MIDDLE_DOT": Words("间隔号改成“·”：{after}", "Dot in the name made “·”: {after}"),
    "PRIVATE_CHARACTER": Words(
        "旧系统自造字改成标准字：{after}，请对照证件",
        "A private character made standard: {after}; compare with the document",
    ),
    "PRIVATE_UNKNOWN": Words(
        "姓名里有自造字，无法还原，照原样保留",
        "A private character nobody can tell; kept as it is",
    ),
    "NAME_ODD": Words("姓名写法少见：{before}", "An unusual name: {before}"),
    "NAME_OTHER": Words(
        "本机登记的姓名是 {after}，名单写 {before}", "Registered as {after}; the list says {before}"
    ),
    "ROW_TWICE": Words("与第 {before} 行重复", "The same as row {before}"),
    "BIRTH_DIFFERS": Words(
        "出生日期 {before} 与号码 {after} 不符", "Born {before}, but {after} by the number"
    ),
    "IDENTITY_UNNAMED": Words(
        "“{before}”还没有对照：先记着，不会丢，但不产生资助。可导入身份名称对照",
        "Nobody has said what “{before}” means: kept and listed, no assistance follows from it",
    ),
    "IDENTITY_EMPTY": Words("没有写身份类别", "No identity is named"),
    "DISABILITY_UNKNOWN": Words(
        "看不懂的残疾类别或等级：{before}", "Unknown kind or grade of disability: {before}"
    ),
    "ALIAS_NAME_EMPTY": Words("没有填名单中的写法", "No name as a list writes it"),
    "ALIAS_CODE_UNKNOWN": Words(
        "不认识的身份代码“{before}”：填本系统代码，或填“-”表示不是资助身份",
        "Unknown identity code “{before}”: a code of this program, or “-” for none",
    ),
    "ALIAS_PRIORITY": Words("优先号是 0 到 9999 的数：{before}", "Priority is 0 to 9999: {before}"),
    "ALIAS_DETAIL": Words(
        "城乡、残疾类别或等级写法看不懂", "Area, kind or grade of disability not understood"
    ),
    "ALIAS_TWICE": Words("与第 {before} 行是同一个写法", "The same name as row {before}"),
    "PLACE_UNKNOWN": Words(
        "区划里找不到“{before}”，不知道落在哪个村", "No such village in the county's tree: {before}"
    ),
}

LIST_ERRORS: dict[str, Words] = {
    "SHEET_UNKNOWN": Words("没有名为“{sheet}”的工作表", "No sheet is called “{sheet}”"),
    "LIST_COLUMNS": Words(
        "{file} {sheet}：找不到需要的列（{columns}）。请选别的工作表，在“列”里指定，"
        "或写明表头在第几行",
        "{file} {sheet}: no column for {columns}. Choose another sheet or the columns, or say"
        " which row is the header",
    ),
    "SOURCE_EMPTY": Words(
        "请写明名单来源，例如“县民政局低保”：逐月比对按来源进行",
        "Name who sent the list: months are compared by it",
    ),
    "LIST_NOT_READY": Words(
        "还有 {rows} 行要处理、{questions} 个问题要确认，没有导入",
        "{rows} rows and {questions} questions stand in the way; nothing was imported",
    ),
    "LIST_MOVED": Words(
        "核对以后登记又有变化，请重新核对一遍",
        "The register has changed meanwhile; look it over again",
    ),
    "LISTED_GONE": Words(
        "名单上已经没有这一位待落实的人", "Nobody waits there on the list any more"
    ),
    "BATCH_UNKNOWN": Words("没有这个批次", "There is no such batch"),
    "BATCH_UNDONE": Words("这个批次已经撤销", "The batch was taken back already"),
    "BATCH_NOT_LAST": Words(
        "这个来源后面还有批次，请先撤销后面的", "A later list of this source must go first"
    ),
    "ALIAS_ROWS": Words(
        "{count} 行看不懂：身份代码不认识，或没有名称（{rows}）",
        "{count} rows are no aliases: an unknown code, or no name ({rows})",
    ),
}

LIST_QUESTIONS: dict[str, Words] = {
    "lists.question.SAME_FILE": Words(
        "同一个文件 {day} 已经导入过（{title}）", "This very file was taken in on {day} ({title})"
    ),
    "lists.question.SHRUNK": Words(
        "名单比上次少了一半以上：上次 {before} 人，这次 {rows} 行，导入将终止 {ended} 人的身份",
        "Less than half of last time: {before} people then, {rows} rows now; {ended} would end",
    ),
    "lists.question.ENDS_MANY": Words(
        "导入将终止 {ended} 人的身份（上次共 {before} 人）",
        "{ended} of {before} people would lose what this source recognised",
    ),
    "lists.question.ELSEWHERE": Words(
        "像是别的县的名单：{rows} 行里 {places} 行的乡镇村不在本地，只有 {matched} 人在册",
        "This looks like another county's: of {rows} rows {places} name other places, {matched} "
        "people are registered here",
    ),
    "lists.question.OLDER": Words(
        "这份名单的日期 {day} 早于上一份 {last}", "Dated {day}, before the last one of {last}"
    ),
}

LIST_KINDS: dict[str, Words] = {
    "lists.kind.identity": Words("部门身份名单", "Identities"),
    "lists.kind.roster": Words("村、学校花名册", "Roster"),
    "lists.kind.residents": Words("居民和家庭", "Residents"),
    "lists.kind.death": Words("死亡名单", "Deaths"),
    "lists.kind.employee": Words("职工参保名单", "Insured employees"),
    "lists.kind.divisions": Words("区划名单", "Units"),
    "lists.kind.aliases": Words("身份名称对照", "Names"),
}

LIST_SOURCES: dict[str, Words] = {
    "lists.source.identity": Words("身份名单", " identities"),
    "lists.source.roster": Words("花名册", " roster"),
    "lists.source.residents": Words("居民名册", " residents"),
    "lists.source.death": Words("死亡名单", " deaths"),
    "lists.source.employee": Words("职工参保名单", " insured employees"),
    "lists.source.divisions": Words("区划名单", " units"),
    "lists.source.aliases": Words("身份名称对照", " names of identities"),
}

LIST_CHANGES: dict[str, Words] = {
    "lists.change.new": Words("新增", "New"),
    "lists.change.changed": Words("变更", "Changed"),
    "lists.change.unchanged": Words("不变", "Unchanged"),
    "lists.change.waiting": Words("未登记", "Not registered"),
    "lists.change.candidates": Words("待认人", "Who is it?"),
    "lists.change.double": Words("同一人", "Same person"),
    "lists.change.outside": Words("外乡镇", "Elsewhere"),
    "lists.change.wrong": Words("错误", "Error"),
    "lists.change.left_out": Words("不导入", "Left out"),
    "lists.change.ended": Words("终止", "Ended"),
    "lists.change.repair": Words("待接受", "To accept"),
    "lists.level.error": Words("错误", "Error"),
    "lists.level.repair": Words("可修复", "Repair"),
    "lists.level.warning": Words("提醒", "Warning"),
}
