"""What was noticed about what was entered: what is wrong, and what to do."""

from __future__ import annotations

from desktop.ui.wording import Words
from desktop.ui.wording.card_words import CARD_FINDINGS
from desktop.ui.wording.division_words import DIVISION_FINDINGS
from desktop.ui.wording.list_words import LIST_FINDINGS

FINDINGS: dict[str, Words] = {
    **CARD_FINDINGS,
    **DIVISION_FINDINGS,
    **LIST_FINDINGS,
    "DIVISION_FORM": Words("请选择本户所在的村（社区）", "Choose the household's village"),
    "MEMBERS_EMPTY": Words("本户还没有成员，请在第一行填写户主", "Enter the head in the first row"),
    "MEMBERS_MANY": Words("一户最多 {most} 人", "A household has at most {most} members"),
    "TEXT_LONG": Words("内容过长，最多 {most} 个字", "Too long: {most} characters at most"),
    "NAME_EMPTY": Words("请填写姓名，与证件一致", "Enter the name as on the document"),
    "NAME_LONG": Words("姓名最多 {most} 个字", "A name has at most {most} characters"),
    "NAME_CHARACTERS": Words(
        "姓名中有无法打印的字符，请删去后重新输入",
        "The name holds unprintable characters: retype it",
    ),
    "NAME_PRIVATE_USE": Words(
        "姓名中有旧证件的自造字，别的系统读不出；请改用标准字，查不到再保留",
        "The name holds a private character other systems cannot read; use the standard one if any",
    ),
    "NAME_DIFFERS": Words(
        "本机登记的姓名与此不同，保存后以现在填写的为准",
        "The register has another name for this number; saving keeps the one entered now",
    ),
    "DOCUMENT_TYPE_UNKNOWN": Words("请选择证件类型", "Choose a document type"),
    "DOCUMENT_EMPTY": Words("请填写证件号码", "Enter the document number"),
    "DOCUMENT_LENGTH": Words(
        "位数不对：已输入 {length} 位，请对照证件补全",
        "Wrong length: {length} characters entered; compare with the document",
    ),
    "DOCUMENT_CHARACTERS": Words(
        "含有该类证件不会有的字符，请对照证件核对",
        "Holds characters this kind of document does not use; compare with the document",
    ),
    "DOCUMENT_BIRTH_DATE": Words(
        "第 7–14 位不是有效的出生日期，请核对", "Digits 7 to 14 are not a date of birth; check them"
    ),
    "DOCUMENT_OLD_15": Words(
        "15 位旧号码的第 7–12 位不是有效的出生日期，请对照证件核对",
        "Digits 7 to 12 of this old number of 15 are not a date of birth; compare them",
    ),
    "DOCUMENT_UPGRADED": Words(
        "15 位旧号码已换成 18 位：{number}，请与户口簿核对",
        "The old number of 15 digits became {number}; compare it with the register book",
    ),
    "DOCUMENT_EXPIRED": Words(
        "证件有效期已于 {day} 届满，请提醒换证；不影响参保",
        "The document ended on {day}; tell them to renew it. They can enrol all the same",
    ),
    "DOCUMENT_FORMER": Words(
        "这是 {who} 用过的旧证件号码，请查找该人（F3），不要重新登记",
        "A former number of {who}: look the person up (F3) instead of entering them again",
    ),
    "OVERRIDE_UNAPPROVED": Words(
        "校验位不符，放行须由复核人员在本机确认（办理 Ctrl+M）",
        "The check digit does not fit; a supervisor must let it pass at this desk (Ctrl+M)",
    ),
    "DOCUMENT_CHECK_DIGIT": Words(
        "校验位不符，多半有一位输错，请逐位核对；证件确如此的，由复核放行（Ctrl+M）",
        "The check digit does not fit: compare each digit; if the document says so, "
        "a supervisor lets it pass (Ctrl+M)",
    ),
    "DOCUMENT_DISABILITY_SUFFIX": Words(
        "残疾人证末两位应为类别 1–7 和等级 1–4", "The last two digits are kind 1-7 and grade 1-4"
    ),
    "DOCUMENT_REPAIRED": Words(
        "已把全角或形近字符改正，请再看一眼号码", "Full-width or look-alike characters were mended"
    ),
    "DOCUMENT_TWICE": Words(
        "与第 {other} 行号码相同，同一人只能填一次", "Same number as in row {other}"
    ),
    "DOCUMENT_OF_ANOTHER": Words(
        "此号码登记在 {who} 名下；同一人有两份档案的，可办理人员合并（Ctrl+M）",
        "This number belongs to {who}; if they are one person, merge the two (Ctrl+M)",
    ),
    "CHECK_DIGIT_ACCEPTED": Words(
        "校验位不符，已由复核人员确认", "Check digit does not fit; accepted by a supervisor"
    ),
    "BIRTH_DATE_FORM": Words("请按 20190312 的样子填写日期", "Write the date like 20190312"),
    "BIRTH_DATE_FUTURE": Words("出生日期在今天之后，请核对", "The date of birth is in the future"),
    "BIRTH_DATE_DIFFERS": Words(
        "与证件号码中的出生日期不同，以证件号码为准",
        "Differs from the document number, which holds",
    ),
    "BIRTH_DATE_CHANGED": Words(
        "新号码的出生日期与原登记不同，已改用新号码的", "The new number told another date of birth"
    ),
    "SEX_CHANGED": Words(
        "新号码的性别与原登记不同，已改用新号码的", "The new number told another sex"
    ),
    "BIRTH_DATE_EMPTY": Words(
        "请填写出生日期，证件号码里没有", "Enter the date of birth: the number does not tell it"
    ),
    "RELATION_EMPTY": Words("请选择与户主关系", "Choose the relation to the head"),
    "RELATION_UNKNOWN": Words("没有这种关系代码，请重新选择", "No such relation; choose again"),
    "RELATION_SEX": Words("关系与性别不符，请核对", "Relation and sex do not fit; check them"),
    "SEX_UNKNOWN": Words("请选择性别", "Choose the sex"),
    "PHONE_ODD": Words("不像手机或固定电话号码，请核对", "Does not look like a phone number"),
    "HEAD_MISSING": Words("本户没有户主，请核对关系", "Nobody is the head of this household"),
    "HEAD_TWICE": Words("本户已有户主，请核对关系", "The household already has a head"),
    "SPOUSE_SEX": Words("配偶与户主性别相同，请核对", "Spouse and head have the same sex"),
    "PARENT_YOUNGER": Words(
        "父母与子女的年龄不合，请核对出生日期和关系", "A parent is not older than the child; check"
    ),
    "PAID_MEMBER_REMOVED": Words(
        "已缴费的成员不能从本户去掉；退费按退费办法办理",
        "A member who has paid cannot be removed; refunds have their own procedure",
    ),
    "ALREADY_ENROLLED": Words(
        "此人本年度已在另一户参保（{where}），请查找核对（F3）或在该户办理变换家庭",
        "Already enrolled this year in another household ({where}); look it up (F3) or move them",
    ),
    "OF_ANOTHER_HOUSEHOLD": Words(
        "此人登记在另一户（{where}），保存后转入本户",
        "Lives in another household ({where}); saving brings them into this one",
    ),
    "KNOWN_DEAD": Words(
        "登记为死亡（{day}），请核实；如登记有误，在成员详情中改正",
        "Registered as dead ({day}); make sure, and mend the entry if it is wrong",
    ),
    "LISTED": Words(
        "来自 {year}年{month}月 {source} 第 {row} 行：已按名单身份核定，保存时记入",
        "From {source}, {year}-{month}, row {row}: priced with the list's identity; the save "
        "enters it",
    ),
    "LISTED_DEAD": Words(
        "来自 {year}年{month}月 {source} 第 {row} 行：名单说已死亡，保存时照名单标注。请先核实",
        "From {source}, {year}-{month}, row {row}: said to have died; the save marks it. Make "
        "sure first",
    ),
    "LISTED_EMPLOYEE": Words(
        "来自 {year}年{month}月 {source} 第 {row} 行：已参加职工医保，保存时照名单标注。请先核实",
        "From {source}, {year}-{month}, row {row}: insured as an employee; the save marks it. "
        "Make sure first",
    ),
    "LISTED_ALIKE": Words(
        "{year}年{month}月 {source} 第 {row} 行同名同生日，没有证件号码。"
        "是本人，保存后到“名单导入”的“认定未登记”里确认",
        "Row {row} of {source}, {year}-{month}, has this name and birthday and no number. Is it "
        "the same person? After saving, confirm it on the page of lists",
    ),
    "SUSPECTED_DUPLICATE": Words(
        "疑似重复：{who} 与此人同名同生日，在 {where}，请核对是否同一人",
        "Maybe the same person: {who} has this name and birthday, in {where}",
    ),
    "NAME_UNPRINTABLE": Words(
        "收据上印不出“{characters}”，会印成〓；请核对用字，可在别名中另写",
        "Papers cannot show “{characters}” and print 〓; check it, or add an alias",
    ),
    "NEWBORN_AGE": Words(
        "已满 {age} 岁，不是新生儿；请改用居民身份证或户口簿号码",
        "Aged {age}, no newborn: use the identity card or the register book",
    ),
    "STUDENT_AGE": Words(
        "年龄 {age} 岁与大学生身份不合，请核对", "Aged {age}: hardly a student; check it"
    ),
    "AGE_HIGH": Words("已满 {age} 岁，请核实是否健在", "Aged {age}: make sure they are alive"),
    "DAY_FORM": Words("请按 20211115 的样子填写日期", "Write the date like 20211115"),
    "COVER_YEARS_FORM": Words(
        "异地参保年度请填年份，如 2022、2023 或 2019-2021",
        "Give the years insured elsewhere as years: 2022, 2023 or 2019-2021",
    ),
    "DIED_LATER": Words("死亡日期在今天之后，请核对", "The day of death is in the future"),
    "IDENTITY_EXPIRED": Words(
        "有一项身份已过有效期，不再享受资助；已延续的请改有效期",
        "An identity is past its last day and gives nothing; mend the day if it was renewed",
    ),
    "HUKOU_DIFFERS": Words(
        "户籍地不在本县，与“本地户籍”不符，请核对",
        "The hukou is in another county, yet it says local; check it",
    ),
    "HUKOU_ELSEWHERE": Words(
        "非本地户籍，请核对是否持有本地居住证", "No local hukou: ask for the residence permit"
    ),
    "DISABILITY_TOLD": Words(
        "残疾人证号码表明残疾 {grade} 级，可登记残疾身份（办理 Ctrl+M）",
        "The card says disability grade {grade}; it can be entered as an identity (Ctrl+M)",
    ),
    "DISABILITY_DIFFERS": Words(
        "与残疾人证号码中的类别、等级（{grade} 级）不同，请核对",
        "Kind or grade differ from the card's number (grade {grade}); check them",
    ),
    "NOT_ENROLLED_WHY": Words(
        "请选择本年度不参保的原因", "Choose why this person is not enrolled this year"
    ),
    "NOT_ENROLLED_UNKNOWN": Words("没有这种未参保原因，请重新选择", "No such reason; choose again"),
    "PAID_NOT_ENROLLED": Words(
        "此人本年度已缴费，不能改为不参保；先在“收费与收据”退费",
        "Has paid this year and stays enrolled; refund the money first (receipts)",
    ),
    "DIVISION_OUTSIDE": Words(
        "本户不在本工作站的辖区内，请核对村（社区）",
        "Outside this station's own area; check the village",
    ),
    "FACT_INVALID": Words(
        "这一项的内容不符合格式，请重新填写",
        "This does not have the form it must have; enter it again",
    ),
    "NOT_ALLOWED": Words(
        "现行文件不允许此人参保", "The law in force does not let this person enrol"
    ),
    "COUNTY_ENROLLED": Words(
        "县内名册提示：此号码本年度可能已在别处登记参保，可先保存，待中心核实",
        "County list: this number may be registered elsewhere this year; save, the centre confirms",
    ),
    "COUNTY_PAID": Words(
        "县内名册提示：此号码本年度可能已在别处缴费，收款前请先问清，待中心核实",
        "County list: this number may have been paid for elsewhere; ask first, the centre confirms",
    ),
    "EMPLOYEE_LISTED": Words(
        "职工参保名单提示：此人可能已参加职工医保，请问清，待中心核实",
        "Employee list: this person may be insured as an employee; ask, the centre confirms",
    ),
    "EMPLOYEE_LISTED_PREINSURED": Words(
        "职工参保名单提示：可能已参加职工医保；职工医保等待期内的预参保不算重复，请问清",
        "Employee list: perhaps insured; while waiting for employee cover this is no double. Ask",
    ),
    "DEATH_LISTED": Words(
        "死亡名单提示：此号码在名单中，请核对证件，待中心核实",
        "Death list: this number may be on it; check the document, the centre confirms",
    ),
}
