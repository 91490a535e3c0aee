"""What the program says when something about money, receipts or a day's closing is refused."""

from __future__ import annotations

from desktop.ui.wording import Words

MONEY_ERRORS: dict[str, Words] = {
    "VOID_OTHER_STATION": Words(
        "这张收据是别的工作站开的：请在开票的工作站作废，或由县级红冲",
        "Another station made this receipt: void it there, or let the county reverse it",
    ),
    "VOID_DAY_CLOSED": Words(
        "{day} 已日结，收据不能作废，请办理红冲",
        "The day {day} is closed: the receipt cannot be voided, reverse it",
    ),
    "VOID_INSTEAD": Words(
        "当天还没有日结：请直接作废这张收据，不必红冲",
        "The day is still open: void the receipt, there is no need to reverse it",
    ),
    "ALREADY_VOIDED": Words("这张收据已作废", "This receipt has been voided"),
    "ALREADY_REVERSED": Words("这张收据已红冲", "This receipt has been reversed"),
    "IS_REVERSAL": Words("这张本身是红冲收据", "This is a reversal itself"),
    "APPROVAL_NEEDED": Words("红冲须经复核人员同意", "A reversal needs a supervisor's consent"),
    "NUMBERS_COUNT": Words(
        "一次可作废 1 至 {most} 个空白号", "1 to {most} unused numbers can be voided at once"
    ),
    "OWN_WORK": Words(
        "本人不能复核自己经办的事，请换一位", "Nobody signs their own work: let somebody else"
    ),
    "CLOCK_BACK": Words(
        "本机时钟比上一笔业务的时间还早，暂不能收费：请校准日期和时间后再试，已登记的都在",
        "The clock stands before the last entry, so nothing can be taken: set date and time, "
        "then try again. Everything entered is there",
    ),
    "DAYS_CLOSED": Words(
        "今天和随后几天都已日结，不能再收费，请联系复核人员",
        "Today and the days after it are closed; call a supervisor",
    ),
    "PERSON_NOT_PAYABLE": Words(
        "所选人员中有人没有待缴的费用", "Somebody chosen has nothing to pay"
    ),
    "EXTERNAL_NUMBER_NEEDED": Words(
        "补录税务渠道缴费，须填写电子税票号码", "Enter the tax voucher's number"
    ),
    "PAID_ON": Words(
        "缴费日期不对：写成 2021-11-15，不能晚于今天；现金只能是今天",
        "Not a day of payment: 2021-11-15, not after today; cash only today",
    ),
    "DAY_CLOSED": Words("{day} 已日结，不能再改", "The day {day} is closed"),
    "DAY_AHEAD": Words("日期还没有到", "That day has not come yet"),
    "DAY_EMPTY": Words("这一天没有收费，不用日结", "Nothing was taken on this day"),
    "EARLIER_DAY_OPEN": Words(
        "{day} 还没有日结，请先日结那一天", "Close {day} first: it is still open"
    ),
    "PIECES": Words(
        "张数或枚数不对：请按面额填写 0 至 100000 之间的整数",
        "Not a number of notes or coins: 0 to 100,000 of each face value",
    ),
    "EXPLANATION_NEEDED": Words(
        "实点与账面相差 {difference} 元，请写明原因",
        "Counted and booked differ by {difference} yuan: say why",
    ),
    "CLOSING_UNKNOWN": Words("本机没有这一次日结", "No such closing at this station"),
    "DAY_APPROVED": Words("这一天已由 {by} 复核签字", "{by} has signed this day already"),
    "SLIP_EMPTY": Words("请填写缴款单号", "Enter the deposit slip's number"),
    "CAUSE_UNKNOWN": Words("请选择退费原因", "Choose the cause of the refund"),
    "APPLICANT_EMPTY": Words("请填写申请人", "Who asks?"),
    "RELATION_UNKNOWN": Words("请选择与参保人的关系", "Choose the relation to the insured person"),
    "PERSON_NOT_ON_RECEIPT": Words(
        "所选人员不在这张收据上", "Somebody chosen is not on this receipt"
    ),
    "NOTHING_PAID": Words(
        "个人没有缴费（全额资助），没有可退的个人缴费", "They paid nothing themselves"
    ),
    "DIFFERENCE_SETTLED": Words("这笔差额已经结清", "This difference has been settled"),
    "DIFFERENCE_MOOT": Words(
        "原缴费已作废或红冲，这笔差额不再成立", "The payment it is about does not stand any more"
    ),
    "DIFFERENCE_GOES_BACK": Words(
        "这笔差额应退还，请登记退费申请", "This difference goes back: ask for a refund"
    ),
    "DIFFERENCE_COLLECTS": Words(
        "这笔差额应补收，请收费并开具收据", "This difference is to be collected, nothing goes back"
    ),
    "DIFFERENCES_MIXED": Words(
        "一次只能结清同一户、同一征缴年度的差额",
        "Differences of one household and campaign year at a time",
    ),
    "DIFFERENCE_ASKED": Words(
        "这笔差额已于 {on} 申请退费", "A refund of this difference was asked for on {on}"
    ),
    "DIFFERENCE_COLLECTED": Words(
        "该收据的差额已由收据 {number} 补收，请先作废或红冲差额收据",
        "A difference of this receipt was collected with receipt {number}: undo that one first",
    ),
    "DIFFERENCE_REFUNDED": Words(
        "该收据的差额已退还，不能整张冲销，请按退费申请办理",
        "A difference of this receipt was paid back: ask for a refund instead",
    ),
    "REFUND_GRANTED": Words(
        "该收据已批准退费 {granted} 元，不能再整张作废或红冲；其余部分按退费申请办理",
        "A refund of {granted} yuan of this receipt was granted: it is not undone whole. Ask "
        "for a refund of the rest",
    ),
    "REFUND_PENDING": Words(
        "{on} 已有退费申请，等答复后再办", "A refund was asked for on {on}; wait for the answer"
    ),
    "REFUND_UNKNOWN": Words("本机没有这项退费申请", "No such refund request at this station"),
    "REFUND_DECIDED": Words("这项申请已有答复", "This request was answered already"),
    "DECISION_UNKNOWN": Words("请选择：同意、不同意或撤回", "Choose: granted, refused, withdrawn"),
    "DOCUMENT_NEEDED": Words("请填写作出决定的机关和文书号", "Name the authority and its document"),
    "AMOUNT_NEEDED": Words("请填写批准退费的金额", "Enter the amount granted"),
    "AMOUNT_ABOVE_PAID": Words(
        "批准金额超过已缴的 {paid} 元，请核对", "More than the {paid} yuan that were paid"
    ),
    "PERSON_ENROLLED": Words("这个人今年已参保", "This person is enrolled this year"),
    "REASON_UNKNOWN": Words("请选择未参保原因", "Choose why they are not enrolled"),
    "EVIDENCE_NEEDED": Words(
        "自愿放弃须写明凭据（放弃声明编号）或情况",
        "A refusal needs its paper's number, or who heard it",
    ),
    "FOLLOW_UP_KIND": Words("请选择联系方式", "Choose how they were reached"),
    "DAY_PAST": Words("下次联系的日期已经过去", "The day of the next attempt has passed"),
    "DAY_FORM": Words("日期写成 2021-11-15", "A day reads 2021-11-15"),
    "TEMPLATE_INVALID": Words(
        "打印模板 {file} 有错：{why}", "The paper template {file} is wrong: {why}"
    ),
    "REGISTER_UNKNOWN": Words(
        "没有这种册表，可选：{known}", "No such register; there are: {known}"
    ),
    "FILE_ENDING": Words(
        "{file} 的扩展名不对：册表存为 .xlsx、.csv 或 .pdf",
        "{file}: a register is written as .xlsx, .csv or .pdf",
    ),
    "TEXT_LONG": Words("文字太长，最多 {most} 字", "Too long: at most {most} characters"),
}
